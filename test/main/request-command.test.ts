import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandContext } from '../../src/main/cli/command.ts';
import { requestCreate, requestInstall, requestList } from '../../src/main/cli/request.ts';
import { requestForms } from '../../src/main/cli/request-forms.ts';
import { parseCommandLine } from '../../src/main/command-line.ts';
import { qualifiedRequestForm } from '../../src/setup/papers/qualified-request-form.ts';
import type { SubjectValues } from '../../src/shared/domain/qualified-subject.ts';
import type { Result } from '../../src/shared/result.ts';
import { commandResults } from '../../src/shared/results.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';
import { issue, type KeyRecipe, makeKey, makeRequest, makeSelfSigned } from '../pki/openssl-authority.ts';
import { type PracticeJourney, practiceJourneys } from '../setup/practice-journey.ts';
import { subjects } from '../support/qualified-subjects.ts';

const begin = practiceJourneys();
const openssl = openGostOracle();
const folder = mkdtempSync(path.join(tmpdir(), 'request-'));
const inFolder = (name: string) => path.join(folder, name);
const key: KeyRecipe = { kind: 'gost', set: 'TCA', bits: 256 };
afterAll(() => {
  openssl.close();
  rmSync(folder, { recursive: true, force: true });
});

const commands = { create: requestCreate, list: requestList, install: requestInstall, forms: requestForms };

/** Commands beside a token, as a command line would run them. */
function commandsAt({ open }: PracticeJourney) {
  const asked = { pins: 0 };
  const run = async (name: keyof typeof commands, ...words: readonly string[]) => {
    const line = parseCommandLine(words, true);
    if (!line.ok) throw new Error(JSON.stringify(line.problem));
    const context: CommandContext = {
      language: 'en',
      global: line.value.global,
      options: line.value.command,
      files: line.value.words,
      pins: {
        read: async () => {
          asked.pins += 1;
          return '0987654321';
        },
      },
      profileDir: folder,
      workplace: async () => open,
      conceal: () => undefined,
      progress: () => undefined,
    };
    return commands[name].run(context);
  };
  return { run, asked };
}

const resultOf = async (answer: Promise<Result<unknown>>) => {
  const outcome = await answer;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
};

test('a request is made by commands, waits, and its certificate is installed on another day', async () => {
  const { run, asked } = commandsAt(await begin('new-shop'));
  const subject = inFolder('subject.json');
  writeFileSync(subject, JSON.stringify({ values: { ...subjects.person.values, ogrn: '1' } }));
  const wrong = await run('create', '--kind', 'person', '--subject', subject, '--out', inFolder('no.p10'));
  expect(wrong).toMatchObject({ problem: { code: 'SETUP_SUBJECT_FAULTY' } });
  expect(asked.pins).toBe(0);
  expect(await resultOf(run('list'))).toEqual({ requests: [], unreadable: [], forgotten: false });

  const pem = inFolder('request.pem');
  const made = await resultOf(run('create', '--from-certificate', '--out', pem, '--format', 'pem'));
  expect(made).toMatchObject({ file: pem, remembered: true });
  const { request } = commandResults['request-create'].parse(made);
  expect(request.values).toMatchObject({ organization: 'ООО «Ромашка»', ogrn: '1299900000025' });
  openssl.write('it.csr', readFileSync(pem));
  expect(openssl.attempt(['req', '-in', 'it.csr', '-verify', '-noout']).status).toBe(0);
  expect(await run('create', '--from-certificate', '--out', pem)).toMatchObject({
    problem: { code: 'SETUP_FILE_NOT_WRITTEN' },
  });

  const listed = commandResults['request-list'].parse(await resultOf(run('list')));
  expect(listed.requests).toEqual([{ state: 'waiting', token: request.token, keyId: request.keyId, request }]);

  const again = ['--from-certificate', '--out', inFolder('lost.p10')];
  const lost = commandResults['request-create'].parse(await resultOf(run('create', ...again))).request;
  const requestsNow = async (...words: string[]) =>
    commandResults['request-list'].parse(await resultOf(run('list', ...words)));
  expect(await requestsNow('--forget', 'unknown')).toMatchObject({ forgotten: false });
  expect((await requestsNow()).requests.flatMap((open) => open.request?.id ?? [])).toContain(lost.id);
  const left = await requestsNow('--forget', lost.id);
  expect(left.forgotten).toBe(true);
  expect(left.requests.flatMap((open) => open.request?.id ?? [])).toEqual([request.id]);

  makeKey(openssl, 'authority', key);
  writeFileSync(inFolder('authority.cer'), makeSelfSigned(openssl, 'authority', key));
  writeFileSync(
    inFolder('issued.cer'),
    issue(openssl, 'it', 'authority', key, ['certificatePolicies = 1.2.643.100.113.1']),
  );
  const installed = await resultOf(run('install', inFolder('issued.cer'), '--trust', inFolder('authority.cer')));
  expect(installed).toMatchObject({ keyId: request.keyId, findings: [] });
  expect(asked.pins).toBe(3);
  expect((await requestsNow()).requests).toMatchObject([{ state: 'waiting', keyId: lost.keyId, request: null }]);

  const papers = inFolder('бумаги');
  const withoutCertificate = await resultOf(run('forms', papers, '--request', pem, '--authority', 'forus'));
  const offered = commandResults['request-forms'].parse(withoutCertificate).papers;
  expect(offered.filter(({ file }) => file === null).map(({ kind }) => kind)).toContain('certificate-form');
  const form = offered.find(({ kind }) => kind === 'request-form')?.file ?? '';
  expect(readFileSync(form, 'utf8')).toContain('ООО «Ромашка»');
  expect(readFileSync(form, 'utf8')).toContain('1299900000025');
  const all = ['--request', pem, '--certificate', inFolder('issued.cer')];
  const whole = commandResults['request-forms'].parse(await resultOf(run('forms', inFolder('все'), ...all)));
  expect(whole.papers.map(({ file }) => file)).not.toContain(null);
  expect(await run('forms', inFolder('все'), ...all)).toMatchObject({ problem: { code: 'SETUP_FILE_NOT_WRITTEN' } });
  expect(await run('forms', papers, '--request', inFolder('issued.cer'))).toMatchObject({
    problem: { code: 'SETUP_FILE_NOT_CERTIFICATE' },
  });

  const printed = JSON.stringify(
    qualifiedRequestForm({
      request: Uint8Array.from(Buffer.from(request.der, 'base64')),
      token: `№ ${request.token}`,
      requestedAt: new Date(request.madeAt),
    }),
  );
  for (const value of Object.values(request.values)) expect(printed).toContain(JSON.stringify(value).slice(1, -1));
  expect(printed).toContain('BEGIN CERTIFICATE REQUEST');
});

test('who has a new name and writes nothing of the common name gets the one that follows from it', async () => {
  const { run } = commandsAt(await begin('new-shop'));
  const namedBy = async (values: SubjectValues) => {
    const [subject, out] = [inFolder('new-name.json'), inFolder(`${randomUUID()}.p10`)];
    writeFileSync(subject, JSON.stringify({ values }));
    const made = await resultOf(run('create', '--from-certificate', '--subject', subject, '--out', out));
    return commandResults['request-create'].parse(made).request.values;
  };
  const renamed = await namedBy({ organization: 'ООО «Новое»' });
  expect(renamed).toMatchObject({ organization: 'ООО «Новое»', commonName: 'ООО «Новое»', ogrn: '1299900000025' });
  const named = await namedBy({ organization: 'ООО «Новое»', commonName: 'Магазин «Новый»' });
  expect(named).toMatchObject({ organization: 'ООО «Новое»', commonName: 'Магазин «Новый»' });
});

describe('papers from a bundle, whose first certificate is the shortest', () => {
  const certificates: Record<string, Uint8Array> = {};
  const papersOf = async (to: string, names: readonly string[], ...words: readonly string[]) => {
    const files = names.flatMap((name) => ['-certfile', `${name}.crt`]);
    const bundle = inFolder(`${to}.p7b`);
    writeFileSync(bundle, openssl.run(['crl2pkcs7', '-nocrl', ...files, '-outform', 'DER']));
    const made = await commandsAt(await begin('new-shop')).run(
      'forms',
      inFolder(to),
      '--certificate',
      bundle,
      ...words,
    );
    if (!made.ok) return made.problem.code;
    const { papers } = commandResults['request-forms'].parse(made.value);
    return readFileSync(papers.find(({ kind }) => kind === 'certificate-form')?.file ?? '', 'utf8');
  };

  beforeAll(() => {
    makeKey(openssl, 'root', key);
    certificates.root = makeSelfSigned(openssl, 'root', key, ['CN = Корень']);
    for (const [name, subject] of Object.entries({ holder: undefined, neighbour: ['CN = Сосед'] })) {
      makeKey(openssl, name, key);
      writeFileSync(inFolder(`${name}.p10`), makeRequest(openssl, name, key, subject));
      certificates[name] = issue(openssl, name, 'root', key);
    }
    const lengths = ['root', 'neighbour', 'holder'].map((name) => certificates[name]?.length ?? 0);
    expect(lengths).toEqual([...lengths].sort((left, right) => left - right));
  });

  test('are of the holder, not of the authority', async () => {
    const form = await papersOf('of-holder', ['root', 'holder']);
    expect(form).toContain('ООО «Тестовая организация»');
    expect(await papersOf('of-nobody', ['root'])).toBe('SETUP_FILE_NOT_CERTIFICATE');
  });

  test('are of the key that was asked for', async () => {
    const asked = ['--request', inFolder('holder.p10')];
    expect(await papersOf('of-key', ['root', 'neighbour', 'holder'], ...asked)).toContain('ООО «Тестовая организация»');
    expect(await papersOf('of-no-key', ['root', 'neighbour'], ...asked)).toBe('SETUP_CERTIFICATE_NOT_FOR_KEY');
  });
});
