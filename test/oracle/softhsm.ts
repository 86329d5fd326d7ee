import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const places = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/usr/lib64/libsofthsm2.so',
];

export interface SoftHsm {
  /** The PKCS#11 library. */
  readonly library: string;
  readonly folder: string;
  /** Makes an initialised token with a user PIN. */
  addToken(token: { readonly label: string; readonly pin: string; readonly soPin: string }): void;
  /** Deletes the tokens. */
  close(): void;
}

/**
 * Opens SoftHSM2 on a temporary folder of tokens, for this process and the processes it starts (`SOFTHSM2_CONF`).
 * @throws Error that names what is missing: a test without its oracle must fail, never pass by skipping
 */
export function openSoftHsm(): SoftHsm {
  const library = [process.env.SOFTHSM2_LIBRARY, ...places].find((path) => path !== undefined && existsSync(path));
  if (library === undefined) throw new Error('SoftHSM2 is missing: install softhsm2 or set SOFTHSM2_LIBRARY');
  const folder = mkdtempSync(join(tmpdir(), 'softhsm-'));
  const tokens = join(folder, 'tokens');
  mkdirSync(tokens);
  const configuration = join(folder, 'softhsm2.conf');
  writeFileSync(
    configuration,
    [
      `directories.tokendir = ${tokens}`,
      'objectstore.backend = file',
      'log.level = ERROR',
      'slots.removable = true',
      'slots.mechanisms = ALL',
      'library.reset_on_fork = false',
      '',
    ].join('\n'),
  );
  process.env.SOFTHSM2_CONF = configuration;
  return {
    library,
    folder,
    addToken({ label, pin, soPin }) {
      const args = ['--init-token', '--free', '--label', label, '--pin', pin, '--so-pin', soPin];
      execFileSync('softhsm2-util', args, { stdio: 'pipe' });
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
