import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const engines = [
  process.env.GOST_ENGINE_PATH,
  '/usr/lib/x86_64-linux-gnu/engines-3/gost.so',
  '/usr/lib/aarch64-linux-gnu/engines-3/gost.so',
  '/usr/lib64/engines-3/gost.so',
];

// Only ever named by OPENSSL_CONF: a second mention in a -config file starts the engine twice and it refuses.
const engineConfiguration = (engine: string): string => `openssl_conf = openssl_init
[openssl_init]
engines = engine_section
[engine_section]
gost = gost_section
[gost_section]
engine_id = gost
dynamic_path = ${engine}
default_algorithms = ALL
CRYPT_PARAMS = id-tc26-gost-28147-param-Z
`;

interface OpenSslRun {
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** OpenSSL with the GOST engine, working in a temporary folder of its own. File names are relative to the folder. */
export interface GostOracle {
  readonly folder: string;
  /** Runs `openssl` and answers whatever came of it. */
  attempt(args: readonly string[], input?: Uint8Array): OpenSslRun;
  /** Runs `openssl`, which must succeed; answers standard output. */
  run(args: readonly string[], input?: Uint8Array): Buffer;
  write(name: string, content: Uint8Array | string): void;
  read(name: string): Uint8Array;
  /** Deletes the folder. */
  close(): void;
}

/**
 * Opens the oracle.
 * @throws Error that names what is missing: a test without its oracle must fail, never pass by skipping
 */
export function openGostOracle(): GostOracle {
  const engine = engines.find((candidate) => candidate !== undefined && existsSync(candidate));
  if (engine === undefined)
    throw new Error('The GOST engine of OpenSSL is missing: install libengine-gost-openssl or set GOST_ENGINE_PATH');
  const folder = mkdtempSync(path.join(tmpdir(), 'gost-oracle-'));
  const configuration = path.join(folder, 'openssl-gost.cnf');
  writeFileSync(configuration, engineConfiguration(engine));
  const oracle: GostOracle = {
    folder,
    attempt(args, input) {
      const { status, stdout, stderr, error } = spawnSync('openssl', args, {
        cwd: folder,
        env: { ...process.env, OPENSSL_CONF: configuration },
        input: input ?? '',
        maxBuffer: 64 * 1024 * 1024,
      });
      if (error !== undefined) throw new Error('The openssl command does not run', { cause: error });
      return { status, stdout, stderr: stderr.toString('utf8') };
    },
    run(args, input) {
      const { status, stdout, stderr } = oracle.attempt(args, input);
      if (status !== 0) throw new Error(`openssl ${args.join(' ')} ended with ${status}: ${stderr}`);
      return stdout;
    },
    write: (name, content) => writeFileSync(path.join(folder, name), content),
    read: (name) => Uint8Array.from(readFileSync(path.join(folder, name))),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
  const probe = oracle.attempt(['dgst', '-md_gost12_256'], Buffer.from(''));
  if (probe.status !== 0) {
    oracle.close();
    throw new Error(`The GOST engine of OpenSSL at ${engine} does not start: ${probe.stderr}`);
  }
  return oracle;
}
