import { text } from 'node:stream/consumers';
import type { AppletKind } from '../../shared/domain/token.ts';

/** Names of PIN lines on standard input, by the part of the token they open. A Рутокен's one PIN is `user`. */
const pinLineNames: Readonly<Record<AppletKind, string>> = { gost: 'gost', pki: 'pki', combined: 'user' };

/** Which PIN of a part is meant: the user's, the administrator's, or the user's to be. */
export type PinRole = 'user' | 'so' | 'new';

/** The name of the line on standard input: `gost`, `so-pki`, `new-user`, `so` … */
export const lineName = (applet: AppletKind, role: PinRole): string => {
  const part = pinLineNames[applet];
  if (role === 'so') return applet === 'combined' ? 'so' : `so-${part}`;
  return role === 'new' ? `new-${part}` : part;
};

/** Where PINs and the codes of SMS come from: standard input or the terminal, never arguments, files or the environment. */
export interface PinSource {
  /** @param line as `lineName` makes it, or `sms`; `null` is answered when there is none */
  read(line: string, prompt: string): Promise<string | null>;
}

/** Lines like `gost:PIN`, `so-pki:PIN`, `new-user:PIN`, `sms:CODE` of standard input, read once. */
export function pinsFromStdin(input: NodeJS.ReadableStream): PinSource {
  let lines: Promise<ReadonlyMap<string, string>> | null = null;
  const readLines = async () => {
    const pairs = (await text(input))
      .split(/\r?\n/)
      .map((line) => /^([a-z-]+):(.+)$/.exec(line))
      .flatMap((match) => (match?.[1] && match[2] ? [[match[1], match[2]] as const] : []));
    return new Map(pairs);
  };
  return {
    async read(line) {
      lines ??= readLines();
      return (await lines).get(line) ?? null;
    },
  };
}

const ENTER = new Set(['\r', '\n', '\u0004']);
const BACKSPACE = new Set(['\u0008', '\u007f']);
const INTERRUPT = '\u0003';

/** Asks on the terminal without echo; `null` where there is no terminal or the person presses Ctrl+C. */
export function pinsFromTerminal(input: NodeJS.ReadStream, output: NodeJS.WritableStream): PinSource {
  return {
    read: (_line, prompt) =>
      new Promise((resolve) => {
        if (!input.isTTY) {
          resolve(null);
          return;
        }
        let typed = '';
        const end = (pin: string | null) => {
          input.off('data', take);
          input.setRawMode(false);
          input.pause();
          output.write('\n');
          resolve(pin === '' ? null : pin);
        };
        const take = (chunk: Buffer) => {
          for (const key of chunk.toString('utf8')) {
            if (ENTER.has(key)) return end(typed);
            if (key === INTERRUPT) return end(null);
            typed = BACKSPACE.has(key) ? typed.slice(0, -1) : typed + key;
          }
        };
        output.write(`${prompt}: `);
        input.setRawMode(true);
        input.resume();
        input.on('data', take);
      }),
  };
}
