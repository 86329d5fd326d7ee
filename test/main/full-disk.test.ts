import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { archiveServer } from '../egais/utm-installer/archive-server.ts';
import { installerBytes, installerName, zip } from '../egais/utm-installer/zips.ts';
import { runBuiltCli } from '../support/built-cli.ts';
import { bundleEntry } from '../support/bundled-entry.ts';
import { ownDisk } from '../support/own-disk.ts';

test('a download onto a full disk says so, and so does an archive that is opened there', async () => {
  const [entry, site] = await Promise.all([bundleEntry('src/main/cli.ts'), archiveServer()]);
  const ground = mkdtempSync(path.join(tmpdir(), 'full-disk-'));
  const folder = path.join(ground, 'utm');
  const archive = zip([{ name: installerName, content: installerBytes(400_000) }]);
  const utm = (...words: readonly string[]) =>
    runBuiltCli(entry.path, ['utm', ...words, '--profile-dir', path.join(ground, 'p')], [...ownDisk, folder]);
  try {
    site.serve(archive, '"a"');
    mkdirSync(folder);
    const { code, document } = await utm('download', folder, '--url', site.url.href);
    expect([code, document.problem.code]).toEqual([9, 'EGAIS_DOWNLOAD_DISK_FULL']);
    const file = path.join(ground, 'utm.zip');
    writeFileSync(file, archive);
    const unpacked = await utm('unpack', file, folder);
    expect([unpacked.code, unpacked.document.problem.code]).toEqual([9, 'EGAIS_DOWNLOAD_DISK_FULL']);
  } finally {
    entry.remove();
    await site.close();
    rmSync(ground, { recursive: true, force: true });
  }
});
