import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandResults } from '../../src/shared/results.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';

let folder: string;
let entry: BundledEntry;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'help-command-'));
  entry = await bundleEntry('src/main/cli.ts');
});
afterAll(() => {
  entry?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the built command line as a person would. */
async function command(...words: readonly string[]): Promise<{ readonly code: number | null; readonly out: string }> {
  const child = spawn(process.execPath, [entry.path, 'help', 'find', ...words, '--profile-dir', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out: Buffer.concat(chunks).toString('utf8') };
}

async function found(...words: readonly string[]) {
  const { code, out } = await command(...words, '--json');
  const document = JSON.parse(out);
  expect([code, document.ok]).toEqual([0, true]);
  return commandResults['help-find'].parse(document.result).entries;
}

describe('help find', () => {
  test('takes a message as one word, as many words, and as an option', async () => {
    const message = 'Проблемы с RSA';
    const asked = [await found(message), await found(...message.split(' ')), await found('--query', message)];
    for (const entries of asked) expect(entries[0]?.id).toBe('utm/access-key-trouble');
  });

  test('says how far an entry is to be believed, in the language asked for', async () => {
    const [entry] = await found('0x6a82', '--lang', 'en');
    expect(entry).toMatchObject({ title: 'The memory of the token is damaged', doubt: 'Known from one report.' });
    expect(entry?.steps.length).toBeGreaterThan(1);
  });

  test('finds nothing honestly, and wants something to look for', async () => {
    expect(await found('рецепт борща с пампушками')).toEqual([]);
    expect((await command('рецепт борща')).out).toContain('Похожего сообщения в справке нет.');
    expect((await command()).code).toBe(2);
  });
});
