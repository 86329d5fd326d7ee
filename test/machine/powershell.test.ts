import { describe, expect, test } from 'vitest';
import { askPowershell, powershellText } from '../../src/machine/questions/powershell.ts';
import { findWindowsDevices } from '../../src/machine/questions/windows-devices.ts';
import { readWindowsSignatures } from '../../src/machine/questions/windows-signatures.ts';
import type { CommandOutcome, System } from '../../src/machine/system.ts';
import { noSuchProgram, printed, recordedSystem } from './recorded-system.ts';

const answering = (
  outcome: CommandOutcome,
  seen: (program: string, args: readonly string[]) => void = () => {},
): System => ({
  ...recordedSystem({ environment: { SystemRoot: 'D:\\Windows' } }),
  run: async (program, args) => {
    seen(program, args);
    return outcome;
  },
});

describe('PowerShell', () => {
  test('is started by its full path, without a profile, and nothing needs quoting on the way', async () => {
    let command: readonly string[] = [];
    await readWindowsSignatures(
      answering(printed('[]'), (program, args) => {
        command = [program, ...args];
      }),
      ["C:\\Папка с 'кавычкой'\\a.dll"],
    );
    const [program, ...args] = command;
    expect(program).toBe('D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
    expect(args.slice(0, -1)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-Command']);
    expect(args.at(-1)).not.toContain('"');
    expect(args.at(-1)).toContain("'C:\\Папка с ''кавычкой''\\a.dll'");
    expect(args.join(' ')).not.toMatch(/ExecutionPolicy|EncodedCommand/i);
  });

  test('a text cannot leave its quotes', () => {
    expect(powershellText("'; Remove-Item x; '")).toBe("'''; Remove-Item x; '''");
  });

  test.each([
    ['it does not exist', noSuchProgram],
    ['a policy forbids it', printed('', 1)],
    ['it prints an error', printed('Get-CimInstance : Отказано в доступе.', 1)],
    ['it prints something else', printed('{"devices":"none"}')],
    ['a number', printed('42')],
    ['nothing', printed('null')],
  ])('%s: then nothing is known, and nothing falls', async (_, outcome) => {
    expect(await findWindowsDevices(answering(outcome))).toEqual({ devices: null, antivirus: null });
    expect(await readWindowsSignatures(answering(outcome), ['a.dll'])).toBeNull();
  });

  test('a mark at the beginning of the output is no part of it', async () => {
    expect(await askPowershell(answering(printed('\uFEFF{"a":1}\r\n')), [])).toEqual({ a: 1 });
  });
});
