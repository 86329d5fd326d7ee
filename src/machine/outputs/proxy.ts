/**
 * The proxy of WinHTTP out of `netsh winhttp show proxy`, whatever the language of Windows: the only `host:port` of the
 * answer, or none when access is direct.
 */
export function readWinHttpProxy(output: string): string | null {
  const [, server] = /:\s+((?:https?=)?[\w.-]+:\d+\S*)\s*$/m.exec(output) ?? [];
  return server ?? null;
}
