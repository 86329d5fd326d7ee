import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  collectDiagnostics,
  type Diagnostics,
  shortDiagnostics,
} from '../../src/setup/diagnostics/collect-diagnostics.ts';
import { knownSecrets } from '../../src/setup/diagnostics/known-secrets.ts';
import { diagnosticsFileName, packDiagnostics } from '../../src/setup/diagnostics/pack-diagnostics.ts';
import type { DiagnosticsSources, KnownFacts } from '../../src/setup/diagnostics/sources.ts';
import { factsOfWalk } from '../../src/setup/diagnostics/walk-facts.ts';
import { usualOrder } from '../../src/shared/domain/qualified-request.ts';
import { problem } from '../../src/shared/problems/problem.ts';
import { nothingShown } from '../../src/shared/redaction/redactor.ts';
import { subjects } from '../support/qualified-subjects.ts';
import { chosen, type PracticeJourney, practiceJourneys, signedIn } from './practice-journey.ts';

const begin = practiceJourneys();
const at = new Date('2026-11-26T20:40:00Z');
const everything = { ids: true, serials: true, names: true };

const nothingKnown: KnownFacts = {
  practice: null,
  checkedAt: null,
  findings: [],
  tokens: null,
  utm: null,
  place: null,
  remembered: { tokens: [], changes: [] },
  holders: { subjects: [], applications: [], certificates: [] },
  problems: [],
};

const sourcesOf = (more: Partial<DiagnosticsSources> = {}): DiagnosticsSources => ({
  program: { version: '0.1.0', runtimes: { node: '20.19.0' }, displayScale: 1.5 },
  known: nothingKnown,
  system: {
    platform: 'win32',
    architecture: 'x64',
    osRelease: '10.0.22631',
    osVersion: 'Windows 11 Pro',
    readBytes: async () => null,
  },
  appLog: async () => null,
  secrets: [],
  now: () => at,
  ...more,
});

const sourcesOfWalk = ({ journey, open }: PracticeJourney, more: Partial<DiagnosticsSources> = {}) =>
  sourcesOf({ known: factsOfWalk(journey.state), system: open.workplace.system, ...more });

const textOf = ({ files }: Diagnostics, name: string): string => files.find((file) => file.name === name)?.text ?? '';
const namesOf = ({ files }: Diagnostics): readonly string[] => files.map(({ name }) => name);
const allText = ({ files }: Diagnostics): string => files.map(({ text }) => text).join('\n');

/** What a practice walk knows of its person, and nobody else shall. */
const personal = ['9900000017', '030000000002', '500100732259', 'Ромашка', 'Иванова', 'Мария', 'Тверская'];

describe('diagnostics of a walk', () => {
  it('hold no PIN, no full identifier and no name; a person may put identifiers back, kind by kind', async () => {
    const walk = await begin('new-shop');
    await signedIn(walk);
    await chosen(walk, '030000000002');
    const serials = walk.journey.device?.applets.map(({ serial }) => serial) ?? [];
    expect(serials.length).toBe(2);

    const plain = await collectDiagnostics(sourcesOfWalk(walk), nothingShown);
    expect(namesOf(plain)).toEqual(['manifest.json', 'checks.json', 'tokens.json', 'pcsc.txt', 'utm.json']);
    for (const secret of [...personal, ...serials, '0987654321', '11111111'])
      expect(allText(plain)).not.toContain(secret);
    const tokens = JSON.parse(textOf(plain, 'tokens.json'));
    expect(tokens.devices[0]).toMatchObject({ name: 'JaCarta-2 SE', serial: `‹…${serials[0]?.slice(-3)}›` });
    expect(tokens.devices[0].applets[1].mechanisms).toContain('0x0');
    expect(tokens.devices[0].applets[0].certificates[0]).toMatchObject({
      purpose: 'qualified',
      keyPresence: 'present',
      holder: { kind: 'organization', inn: '‹…017›' },
    });
    expect(JSON.parse(textOf(plain, 'manifest.json'))).toMatchObject({
      practice: 'new-shop',
      program: { version: '0.1.0', displayScale: 1.5 },
      session: { session: 'local' },
      virtualMachine: { kind: 'physical' },
      missing: [{ name: 'utm-log.txt' }, { name: 'app.log' }, { name: 'run-record.json' }],
    });

    const shown = await collectDiagnostics(sourcesOfWalk(walk), everything);
    for (const back of ['9900000017', 'Ромашка', 'Иванова Мария Петровна', ...serials]) {
      expect(allText(shown)).toContain(back);
    }
    const serialsAlone = allText(await collectDiagnostics(sourcesOfWalk(walk), { ...nothingShown, serials: true }));
    expect(serialsAlone).toContain(serials[0]);
    expect(serialsAlone).not.toMatch(/9900000017|Ромашка/);
    // Keys themselves are nobody's business, whoever agrees to what.
    for (const { certificates } of walk.journey.device?.applets ?? []) {
      for (const { der } of certificates) expect(allText(shown)).not.toContain(der.slice(0, 60));
    }
  });

  it('leave out whose request is made from before the token is asked, and whoever an account lists', async () => {
    const { journey, open } = await begin('no-certificate');
    await journey.machine.check(null);
    const known = () => new Set(knownSecrets(factsOfWalk(journey.state)).map(({ text }) => text));
    const running: ReadonlySet<string>[] = [];
    journey.subscribe(({ qualified }) => {
      if (qualified.making.phase === 'running') running.push(known());
    });
    const { values } = subjects.organization;
    const failed = await journey.qualified.make(usualOrder(subjects.organization, null));
    expect(failed).toMatchObject({ ok: false, problem: { code: 'TOKEN_NOT_SIGNED_IN' } });
    expect(running.length).toBeGreaterThan(0);
    const { region: _ofMany, title: _ofManyToo, ...telling } = values;
    for (const secrets of running) expect([...secrets]).toEqual(expect.arrayContaining(Object.values(telling)));

    const { account } = journey.qualified;
    await account.requestCode('+79001234567');
    const code = /\d{6}/.exec(open.messages?.().at(-1)?.text ?? '')?.[0] ?? '';
    await account.signIn(code);
    const { applications } = journey.state.qualified.account;
    expect(applications.length).toBeGreaterThan(0);
    for (const { owner } of applications) expect([...known()]).toContain(owner);
  });

  it('ask no token and no UTM anew', async () => {
    const walk = await begin('new-shop');
    await walk.journey.machine.check(null);
    const sources = sourcesOfWalk(walk);
    const before = await collectDiagnostics(sources, nothingShown);
    await walk.open.close();
    expect(await collectDiagnostics(sources, nothingShown)).toEqual(before);
    expect(textOf(before, 'tokens.json')).toContain('JaCarta-2 SE');
  });
});

describe('diagnostics', () => {
  it('of a program that knows nothing yet are a manifest that says so', async () => {
    const diagnostics = await collectDiagnostics(sourcesOf(), nothingShown);
    expect(namesOf(diagnostics)).toEqual(['manifest.json']);
    expect(JSON.parse(textOf(diagnostics, 'manifest.json')).missing).toHaveLength(7);
  });

  it('lose one file when one cannot be collected, and say which and why', async () => {
    const sources = sourcesOf({
      utmLog: async () => {
        throw new Error('EACCES: C:\\Users\\maria\\UTM\\transport.log');
      },
      appLog: async () => 'a line\n',
    });
    const diagnostics = await collectDiagnostics(sources, nothingShown);
    expect(namesOf(diagnostics)).toEqual(['manifest.json', 'app.log']);
    expect(JSON.parse(textOf(diagnostics, 'manifest.json')).missing).toContainEqual({
      name: 'utm-log.txt',
      reason: 'Error: EACCES: C:\\Users\\‹…›\\UTM\\transport.log',
    });
  });

  it('redact the log of the UTM, which is not ours', async () => {
    const utmLog = async () =>
      '2026-11-26 INFO rsa.keystore.password=11111111\nSubject: CN=030000000002, O=ООО «Ромашка»\nИНН 9900000017\n';
    const diagnostics = await collectDiagnostics(sourcesOf({ utmLog }), nothingShown);
    expect(textOf(diagnostics, 'utm-log.txt')).toBe(
      '2026-11-26 INFO rsa.keystore.password=‹…›\nSubject: CN=‹…002›, O=‹…›\nИНН ‹…017›\n',
    );
  });

  it('find the run record in the log, whatever else is in it', async () => {
    const appLog = async () =>
      [
        '[2026-11-26 20:40:37.120] [info]  start {"version":"0.1.0"}',
        '[2026-11-26 20:40:38.120] [info]  record/sign-in {"device":"4E41000100AB6035","outcome":"signed-in"}',
        '[2026-11-26 20:40:39.120] [info]  record/access-key-issued {"fsrarId":"0300',
        '[2026-11-26 20:40:40.120] [info]  record/broken {oops}',
        'record/forged {}',
      ].join('\r\n');
    const diagnostics = await collectDiagnostics(sourcesOf({ appLog }), nothingShown);
    expect(JSON.parse(textOf(diagnostics, 'run-record.json'))).toEqual([
      { at: '2026-11-26 20:40:38.120', event: 'sign-in', facts: { device: '‹…035›', outcome: 'signed-in' } },
      { at: '2026-11-26 20:40:40.120', event: 'broken', facts: '{oops}' },
    ]);
  });

  it('in short are a dozen lines of verdicts and codes', async () => {
    const walk = await begin('new-shop');
    await signedIn(walk, '00000000');
    const known = factsOfWalk(walk.journey.state);
    const short = shortDiagnostics(sourcesOfWalk(walk, { known: { ...known, problems: [problem('TOKEN_BUSY')] } }));
    expect(short.split('\n').length).toBeLessThanOrEqual(13);
    for (const said of [
      'egais-wizard 0.1.0',
      'win32',
      'practice new-shop',
      'JaCarta',
      'PIN spent',
      'utm: ',
      'TOKEN_BUSY',
    ]) {
      expect(short).toContain(said);
    }
    for (const secret of [...personal, walk.journey.device?.serial ?? '?']) expect(short).not.toContain(secret);
  });
});

describe('the zip', () => {
  const unpacked = (diagnostics: Diagnostics): string => {
    const folder = mkdtempSync(path.join(tmpdir(), 'diagnostics-'));
    const file = path.join(folder, diagnosticsFileName(diagnostics));
    writeFileSync(file, packDiagnostics(diagnostics));
    const tested = execFileSync('unzip', ['-t', file], { encoding: 'utf8' });
    const listed = execFileSync('unzip', ['-l', file], { encoding: 'utf8' });
    const text = execFileSync('unzip', ['-p', file, 'app.log'], { encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    expect(tested).toContain('No errors detected');
    return `${listed}\n${text}`;
  };

  it('is one that others read, with the names, the dates and the texts that were shown', async () => {
    const appLog = async () => 'строка журнала\n';
    const unzipped = unpacked(await collectDiagnostics(sourcesOf({ appLog }), nothingShown));
    expect(unzipped).toMatch(/2026-11-2\d \d\d:\d\d +manifest\.json/);
    expect(unzipped).toContain('строка журнала');
  });

  it('is made under a clock that was never set, too', async () => {
    for (const wrong of ['1970-01-01T00:00:00Z', '2150-01-01T00:00:00Z']) {
      const sources = sourcesOf({ appLog: async () => 'строка\n', now: () => new Date(wrong) });
      expect(unpacked(await collectDiagnostics(sources, nothingShown))).toContain('строка');
    }
  });

  it('has a name of its own by the minute', async () => {
    expect(diagnosticsFileName(await collectDiagnostics(sourcesOf(), nothingShown))).toBe(
      'egais-diagnostics-20261126-2040.zip',
    );
  });
});
