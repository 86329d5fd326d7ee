import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { CommandContext } from '../../src/main/cli/command.ts';
import { requestCreate, requestInstall, requestList } from '../../src/main/cli/request.ts';
import { requestForms } from '../../src/main/cli/request-forms.ts';
import { parseCommandLine } from '../../src/main/command-line.ts';
import { qualifiedRequestForm } from '../../src/setup/papers/qualified-request-form.ts';
import { commandResults } from '../../src/shared/results.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';
import { issue, type KeyRecipe, makeKey, makeSelfSigned } from '../pki/openssl-authority.ts';
import { practiceJourneys } from '../setup/practice-journey.ts';
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

test('a request is made by commands, waits, and its certificate is installed on another day', async () => {
  const { open } = await begin('new-shop');
  const commands = { create: requestCreate, list: requestList, install: requestInstall, forms: requestForms };
  let pinsAsked = 0;
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
          pinsAsked += 1;
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
  const resultOf = async (answer: ReturnType<typeof run>) => {
    const outcome = await answer;
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    return outcome.value;
  };
  const subject = inFolder('subject.json');
  writeFileSync(subject, JSON.stringify({ values: { ...subjects.person.values, ogrn: '1' } }));
  const wrong = await run('create', '--kind', 'person', '--subject', subject, '--out', inFolder('no.p10'));
  expect(wrong).toMatchObject({ problem: { code: 'SETUP_SUBJECT_FAULTY' } });
  expect(pinsAsked).toBe(0);
  expect(await resultOf(run('list'))).toEqual({ requests: [], unreadable: [] });

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

  makeKey(openssl, 'authority', key);
  writeFileSync(inFolder('authority.cer'), makeSelfSigned(openssl, 'authority', key));
  writeFileSync(
    inFolder('issued.cer'),
    issue(openssl, 'it', 'authority', key, ['certificatePolicies = 1.2.643.100.113.1']),
  );
  const installed = await resultOf(run('install', inFolder('issued.cer'), '--trust', inFolder('authority.cer')));
  expect(installed).toMatchObject({ keyId: request.keyId, findings: [] });
  expect(pinsAsked).toBe(2);
  expect(await resultOf(run('list'))).toEqual({ requests: [], unreadable: [] });

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
