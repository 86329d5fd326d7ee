import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/main/write-whole.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('новое');

describe('a file written whole', () => {
  it('is there, alone', async () => {
    const file = path.join(folder, 'отчёт.zip');
    await writeWhole(file, bytes, 'never');
    expect(readFileSync(file, 'utf8')).toBe('новое');
    expect(readdirSync(folder)).toEqual(['отчёт.zip']);
  });

  it('replaces another only where that is meant', async () => {
    const file = path.join(folder, 'a.zip');
    writeFileSync(file, 'старое');
    await expect(writeWhole(file, bytes, 'never')).rejects.toThrow('EEXIST');
    expect(readFileSync(file, 'utf8')).toBe('старое');
    await writeWhole(file, bytes, 'replace');
    expect(readFileSync(file, 'utf8')).toBe('новое');
    expect(readdirSync(folder)).toEqual(['a.zip']);
  });

  it('leaves nothing behind where it cannot be', async () => {
    await expect(writeWhole(path.join(folder, 'nowhere/a.zip'), bytes, 'never')).rejects.toThrow('ENOENT');
    await expect(writeWhole(folder, bytes, 'replace')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
    expect(readdirSync(path.dirname(folder)).filter((name) => name.startsWith(path.basename(folder)))).toEqual([
      path.basename(folder),
    ]);
  });
});
