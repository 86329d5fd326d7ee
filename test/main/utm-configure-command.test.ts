import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createUtmClient } from '../../src/egais/utm/utm-client.ts';
import { readTransportPins } from '../../src/practice/utm/transport-properties.ts';
import { UtmFolder } from '../../src/practice/utm/utm-folder.ts';
import { createPracticeWorld } from '../../src/practice/world.ts';
import { commandResults } from '../../src/shared/results.ts';
import { practiceUtms } from '../practice/utm/running-utm.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';

const { launch, temporaryFolder } = practiceUtms();

let entry: BundledEntry;
beforeAll(async () => {
  entry = await bundleEntry('src/main/cli.ts');
});
afterAll(() => entry?.remove());

/** Runs the built command line as a person would, PINs on standard input. */
async function configure(stdin: string, ...words: readonly string[]) {
  const profile = temporaryFolder();
  const args = ['utm', 'configure', ...words, '--json', '--profile-dir', profile];
  const child = spawn(process.execPath, [entry.path, ...args], { stdio: 'pipe' });
  const printed: Buffer[] = [];
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const out = Buffer.concat(chunks).toString('utf8');
  const document = JSON.parse(out);
  const logs = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((found) => found.isFile());
  const everything = [
    out,
    Buffer.concat(printed),
    ...logs.map((log) => readFileSync(path.join(log.parentPath, log.name))),
  ];
  return { code, document, said: everything.join('\n') };
}

const pins = 'gost:0987654321\npki:11111111\n';

async function newUtm() {
  const world = await createPracticeWorld({ folder: temporaryFolder(), scenario: 'new-shop', now: new Date() });
  const folder = new UtmFolder(world.utmFolder);
  return { world, folder, properties: folder.paths.properties };
}

describe('utm configure', () => {
  test('a UTM that was given no PINs comes up with those of the command, and forgets them', async () => {
    const { world, properties } = await newUtm();
    writeFileSync(
      properties,
      readFileSync(properties, 'utf8')
        .replace(/^(crypto\.lib\.\w+\.key\w+)=.*$/gm, '$1=')
        .concat('# \xef\xee\xf0\xf2\n'),
      'latin1',
    );
    const without = await launch(world.utmFolder, world.libraryPath);
    await without.listening;
    expect(await createUtmClient(without.url).subdivisions()).toMatchObject({ ok: true });
    expect(new UtmFolder(world.utmFolder).database()).toBeNull();
    await without.stop();

    const { code, document, said } = await configure(
      pins,
      '--utm-dir',
      world.utmFolder,
      '--port',
      '8082',
      '--pin-stdin',
    );
    expect(code).toBe(0);
    expect(commandResults['utm-configure'].parse(document.result)).toMatchObject({
      restartNeeded: true,
      files: [{ file: properties, changed: ['web.server.port', ...readPinKeys(properties)] }],
    });
    expect(said).not.toMatch(/0987654321|11111111/);
    expect(readTransportPins(properties)).toEqual({ gost: '0987654321', pki: '11111111' });
    expect(readFileSync(properties, 'latin1')).toContain('web.server.port=8082\n');

    const utm = await launch(world.utmFolder, world.libraryPath);
    await utm.listening;
    await vi.waitFor(() => expect(readTransportPins(properties)).toEqual({ gost: '', pki: '' }), { timeout: 20_000 });
    expect(new UtmFolder(world.utmFolder).database()).not.toBeNull();
    for (const name of readdirSync(path.dirname(properties))) {
      expect(readFileSync(path.join(path.dirname(properties), name), 'latin1')).not.toMatch(/0987654321|11111111/);
    }
  });

  test('a token of one part has one PIN, which is set for both', async () => {
    const { world, properties } = await newUtm();
    const { code } = await configure('user:12345678\n', '--utm-dir', world.utmFolder, '--pin-stdin');
    expect(code).toBe(0);
    expect(readTransportPins(properties)).toEqual({ gost: '12345678', pki: '12345678' });
  });

  test.each(['transporter', 'transport'])(
    'the folders of a real UTM are known: %s; the agent hears of the port',
    async (part) => {
      const { properties } = await newUtm();
      const folder = temporaryFolder();
      for (const each of [part, 'agent']) mkdirSync(path.join(folder, each, 'conf'), { recursive: true });
      const library = path.join(folder, 'lib.so');
      writeFileSync(library, '');
      const [transport, agent] = [
        path.join(folder, part, 'conf', 'transport.properties'),
        path.join(folder, 'agent', 'conf', 'agent.properties'),
      ];
      cpSync(properties, transport);
      writeFileSync(agent, 'utm.port=8080\r\nother=1\r\n');
      const libraries = ['--gost-library', library, '--rsa-library', library, '--gost-serial', '01A9'];
      const { document } = await configure(
        '',
        '--utm-dir',
        folder,
        '--port',
        '8085',
        '--proxy',
        '10.0.0.1:3128',
        ...libraries,
      );
      expect(document.result.files).toMatchObject([
        { file: transport },
        { file: agent, changed: ['utm.port'], backup: expect.stringMatching(/\.bak$/) },
      ]);
      expect(readFileSync(agent, 'utf8')).toBe('utm.port=8085\r\nother=1\r\n');
      expect(readFileSync(transport, 'utf8').split('\n')).toEqual(
        expect.arrayContaining([
          'web.server.port=8085',
          'proxy.host=10.0.0.1',
          'proxy.port=3128',
          `rsa.library.path=${library}`,
          `gost.pkcs11.library.path=${library}`,
          'crypto.lib.gost.serialNumber=01A9',
        ]),
      );
      const direct = await configure('', '--utm-dir', folder, '--proxy', 'none', '--gost-serial', 'none');
      expect(direct.document.result.files[0].changed.sort()).toEqual(
        ['crypto.lib.gost.serialNumber', 'proxy.host', 'proxy.port'].sort(),
      );
    },
  );

  test.each([
    ['one PIN alone', 'gost:0987654321\n', ['--pin-stdin'], 2, 'EGAIS_UTM_SETTINGS_ONE_PIN'],
    ['the other alone', 'pki:11111111\n', ['--pin-stdin'], 2, 'EGAIS_UTM_SETTINGS_ONE_PIN'],
    ['no PIN where one is promised', '', ['--pin-stdin'], 2, 'EGAIS_UTM_SETTINGS_ONE_PIN'],
    ['PINs of both kinds', `${pins}user:12345678\n`, ['--pin-stdin'], 2, 'SETUP_USAGE'],
    [
      'letters that are not typed alike everywhere',
      'gost:пин\npki:11111111\n',
      ['--pin-stdin'],
      null,
      'TOKEN_PIN_CHARACTERS',
    ],
    ['nothing to set', '', [], 2, 'SETUP_USAGE'],
    ['a port that is none', '', ['--port', '65536'], 2, 'SETUP_USAGE'],
    ['a proxy without a port', '', ['--proxy', 'proxy.local'], 2, 'SETUP_USAGE'],
    ['a serial that is none', '', ['--gost-serial', 'XYZ'], 2, 'SETUP_USAGE'],
    ['a library that is not there', '', ['--rsa-library', '/nowhere/lib.so'], 6, 'SETUP_FILE_UNREADABLE'],
  ] as const)('is refused with %s, and the file stays', async (_, stdin, words, exit, code) => {
    const { world, properties } = await newUtm();
    const before = readFileSync(properties);
    const outcome = await configure(stdin, '--utm-dir', world.utmFolder, ...words);
    expect(outcome.document).toMatchObject({ ok: false, problem: { code } });
    if (exit !== null) expect(outcome.code).toBe(exit);
    expect(readFileSync(properties)).toEqual(before);
    expect(outcome.said).not.toMatch(/0987654321|11111111|12345678/);
  });

  test('is refused where there is no UTM', async () => {
    expect((await configure('', '--port', '8080')).document.problem.code).toBe('SETUP_USAGE');
    const { code, document } = await configure('', '--utm-dir', temporaryFolder(), '--port', '8080');
    expect([code, document.problem.code]).toEqual([6, 'EGAIS_UTM_SETTINGS_NOT_FOUND']);
  });
});

/** The PIN keys of a file in their order. */
function readPinKeys(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^(crypto\.lib\.\w+\.key\w+)=/gm)].flatMap(([, key]) => key ?? []);
}
