import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

export interface BundledEntry {
  /** The built file, for `child_process.fork`. */
  readonly path: string;
  remove(): void;
}

/**
 * Builds one entry of the product as the product builds it: everything bundled but the native parts. Node 20
 * cannot run TypeScript, and the tests must not need a build that somebody made before.
 * @param source path of the entry, absolute or from the repository's root
 */
export async function bundleEntry(source: string): Promise<BundledEntry> {
  // Inside node_modules, so that the built file finds them.
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'test-entry-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron', 'pkcs11js', 'koffi'] },
    build: {
      ssr: resolve(root, source),
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { format: 'esm', entryFileNames: 'entry.mjs' } },
    },
  });
  return { path: join(folder, 'entry.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
