import { createReadStream } from 'node:fs';
import { basename } from 'node:path';

/**
 * What a practice installer of the UTM begins with, after the two letters of a program: its build follows. It is no
 * program and cannot be run; the practice helper does what it stands for.
 */
const mark = 'Учебный установщик УТМ ';
const headBytes = 256;

/** The first bytes of the practice installer of a build like `4.2.0-b2698`. */
export const installerHead = (build: string): Buffer => Buffer.from(`MZ${mark}${build}\n`);

async function headOf(file: string): Promise<string> {
  for await (const chunk of createReadStream(file, { start: 0, end: headBytes - 1, encoding: 'utf8' }))
    return `${chunk}`;
  return '';
}

const named = /^silent-setup-(\d[\w.-]{0,40}?)(?: ?\(\d+\))?\.exe$/i;

/** The build that a file installs, by what it begins with or by its name; `null`: it is no installer of the UTM. */
export async function buildToInstall(file: string): Promise<string | null> {
  const head = await headOf(file);
  const [, build] = new RegExp(`^MZ${mark}([\\w.-]{1,40})\\n`).exec(head) ?? named.exec(basename(file)) ?? [];
  return build ?? null;
}

/** `4.2.0-b2698` as `GET /info/version` says it: `4.2.0b002698`. */
export const buildAsTold = (build: string): string =>
  build.replace(/-?b(\d+)$/i, (_, number: string) => `b${number.padStart(6, '0')}`);
