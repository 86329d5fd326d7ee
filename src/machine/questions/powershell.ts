import type { System } from '../system.ts';

/** PowerShell starts slowly, the more so beside an antivirus. */
const limitMs = 25_000;

/** A text as PowerShell's own literal: nothing in it is expanded. */
export const powershellText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Asks Windows PowerShell for one value and answers it as parsed JSON, unjudged; `null` when there is no PowerShell,
 * it may not run, or it prints something else. `statements` set `$answer`; no double quotes, which the way through the
 * command line would take. Execution policies do not concern commands given this way, and none is changed.
 */
export async function askPowershell(
  system: System,
  statements: readonly string[],
  withinMs = limitMs,
): Promise<unknown> {
  const windows = system.environment('SystemRoot') ?? 'C:\\Windows';
  const script = [
    // Without this the answer comes in the code page of the console, which lacks letters. It may be refused.
    'try { [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false } catch { }',
    "$ProgressPreference = 'SilentlyContinue'",
    "$ErrorActionPreference = 'Stop'",
    ...statements,
    'ConvertTo-Json -InputObject $answer -Compress -Depth 4',
  ].join('; ');
  const { stdout } = await system.run(
    `${windows}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`,
    ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script],
    withinMs,
  );
  try {
    return JSON.parse(stdout.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
