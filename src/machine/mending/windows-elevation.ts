import { z } from 'zod';
import { safely } from '../../shared/safely.ts';
import { askPowershell, powershellText } from '../questions/powershell.ts';
import type { System } from '../system.ts';
import type { HelperEnd, StartHelper } from './ask-helper.ts';

/** The program that becomes the helper, and its words before those of the order. */
export interface HelperProgram {
  readonly file: string;
  readonly words: readonly string[];
}

/** ERROR_CANCELLED, winerror.h: the person said no to the prompt. */
const cancelled = 1223;

/** An installer of a driver may stand open as long as a person needs to read it. */
const longestWorkMs = 60 * 60_000;

const answerSchema = z.union([
  z.object({ Exit: z.number().int().nullable() }),
  z.object({ Code: z.number().int(), Message: z.string() }),
]);

// A word with a blank needs quotes of the command line, which PowerShell must not see: [char]34.
const wordText = (word: string): string =>
  /[\s"]/.test(word) ? `([char]34 + ${powershellText(word)} + [char]34)` : powershellText(word);

const statements = ({ file, words }: HelperProgram): readonly string[] => [
  '$start = New-Object System.Diagnostics.ProcessStartInfo',
  `$start.FileName = ${powershellText(file)}`,
  `$start.Arguments = (${words.map(wordText).join(', ')}) -join ' '`,
  "$start.Verb = 'runas'",
  '$start.UseShellExecute = $true',
  "$start.WindowStyle = 'Hidden'",
  [
    'try { $process = [System.Diagnostics.Process]::Start($start); $process.WaitForExit(); $exit = $null;',
    'try { $exit = $process.ExitCode } catch { }; $answer = @{ Exit = $exit } }',
    'catch { $cause = $_.Exception; while ($cause.InnerException) { $cause = $cause.InnerException }; $code = 0;',
    'if ($cause -is [System.ComponentModel.Win32Exception]) { $code = $cause.NativeErrorCode };',
    '$answer = @{ Code = $code; Message = [string]$cause.Message } }',
  ].join(' '),
];

function understand(answer: unknown): HelperEnd {
  const parsed = safely(answerSchema, answer);
  if (!parsed.success) return { kind: 'unavailable', cause: 'PowerShell did not answer' };
  if ('Exit' in parsed.data) return { kind: 'ended', exitCode: parsed.data.Exit };
  if (parsed.data.Code === cancelled) return { kind: 'refused' };
  return { kind: 'unavailable', cause: `${parsed.data.Code} ${parsed.data.Message}`.slice(0, 1_000) };
}

/** Starts the helper through the prompt of Windows (UAC): `runas` of ShellExecute, the documented way. */
export const startThroughUac =
  (system: System, program: HelperProgram): StartHelper =>
  async (words) => {
    const all = { file: program.file, words: [...program.words, ...words] };
    return understand(await askPowershell(system, statements(all), longestWorkMs));
  };
