/** The process that listens on a port. `program` is `null` when only its number is known. */
export interface Listener {
  readonly pid: number;
  readonly program: string | null;
}

/** A process id as systems print it: 32 bits on Windows, fewer on Linux. `null` for any other word. */
const processId = (word: string | undefined): number | null =>
  word !== undefined && /^\d{1,10}$/.test(word) ? Number(word) : null;

const portOf = (address: string | undefined): string => address?.split(':').at(-1) ?? '';

/**
 * The process that listens on a TCP port, out of `netstat -ano` of Windows. The word for the state is translated in
 * some editions; a listening socket is told by its remote address, which has port 0.
 */
export function readNetstatHolder(output: string, port: number): number | null {
  for (const line of output.split(/\r?\n/)) {
    const [protocol, local, remote, ...rest] = line.trim().split(/\s+/);
    if (protocol !== 'TCP' || portOf(local) !== String(port) || portOf(remote) !== '0') continue;
    const pid = processId(rest.at(-1));
    if (pid !== null) return pid;
  }
  return null;
}

/** The program with this process id, out of `tasklist /FO CSV /NH`; a sentence instead of rows means there is none. */
export function readTasklistProgram(output: string, pid: number): string | null {
  for (const line of output.split(/\r?\n/)) {
    const [, name, id] = /^"((?:[^"]|"")*)","(\d+)"/.exec(line.trim()) ?? [];
    if (name !== undefined && Number(id) === pid) return name.replaceAll('""', '"');
  }
  return null;
}

/**
 * The process that listens on a TCP port, out of `ss -ltnp` of iproute2. Without the rights of root the owners of
 * other people's sockets are not shown, and then nobody is named.
 */
export function readSsHolder(output: string, port: number): { readonly program: string; readonly pid: number } | null {
  for (const line of output.split('\n')) {
    const [state, , , local] = line.trim().split(/\s+/);
    if (state !== 'LISTEN' || portOf(local) !== String(port)) continue;
    const [, program, id] = /users:\(\("((?:[^"\\]|\\.)*)",pid=(\d+)/.exec(line) ?? [];
    const pid = processId(id);
    if (program !== undefined && pid !== null) return { program, pid };
  }
  return null;
}
