import * as asn1js from 'asn1js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createCertificationClient } from '../../../src/egais/certification-authority/account-client.ts';
import { verifyChain } from '../../../src/pki/certificate-chain.ts';
import { readCertificateFile, subjectPublicKeyInfo } from '../../../src/pki/certificate-file.ts';
import type { CertificationOptions } from '../../../src/practice/certification-account/certification-folder.ts';
import { ivanova } from '../../../src/practice/holders.ts';
import { fetchCertificate, obtainCertificate } from '../../../src/setup/certification-account/obtain-certificate.ts';
import { Rest } from '../../../src/setup/rest.ts';
import { type IssueState, mayRequestCertificate } from '../../../src/shared/domain/certification-authority.ts';
import type { Result } from '../../../src/shared/result.ts';
import { softwareRequest } from '../../support/software-request.ts';
import { certificationContract } from './contract.ts';
import { romashkaApplication as application, type LocalAuthority, localAuthorities, phone } from './local-authority.ts';

const { answerFaults, answerName, operations, requestFaults } = certificationContract;
const openAuthority = localAuthorities();

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);

const signInTo = async (authority: LocalAuthority, client = createCertificationClient(authority.url)) => {
  expect(codeOf(await client.requestCode(phone))).toBe('ok');
  expect(codeOf(await client.signIn(authority.code()))).toBe('ok');
  return client;
};

const opened = async (options: CertificationOptions = {}) => {
  const authority = await openAuthority(options);
  return { authority, client: await signInTo(authority) };
};

const patience = (seen: IssueState[] = [], limitMs = 30_000) => ({
  rest: new Rest(),
  limitMs,
  onState: (state: IssueState) => seen.push(state),
});

/** What a SEQUENCE is made of. */
const parts = (der: BufferSource = new Uint8Array()): readonly asn1js.AsnType[] => {
  const { result } = asn1js.fromBER(der);
  return result instanceof asn1js.Sequence ? result.valueBlock.value : [];
};

const otherThan = (code: string): string => (code === '000000' ? '000001' : '000000');

afterEach(() => {
  vi.useRealTimers();
});

describe('signing in by phone', () => {
  test('a code that is wrong costs a try, and the right one still opens', async () => {
    const authority = await openAuthority();
    const client = createCertificationClient(authority.url);
    expect(await client.requestCode('8 (900) 123-45-67')).toMatchObject({
      value: { triesLeft: 3, resendAfterSeconds: 10, expiresInSeconds: 300 },
    });
    expect(await client.signIn(otherThan(authority.code()))).toMatchObject({
      problem: { code: 'CERTIFICATION_CODE_WRONG', values: { triesLeft: 2 } },
    });
    expect(client.isSignedIn()).toBe(false);
    expect(codeOf(await client.signIn(` ${authority.code()} `))).toBe('ok');
    expect(client.isSignedIn()).toBe(true);
    client.signOut();
    expect(codeOf(await client.applications())).toBe('CERTIFICATION_SIGN_IN_FIRST');
  });

  test('what cannot be a phone or a code is not sent', async () => {
    const authority = await openAuthority();
    const client = createCertificationClient(authority.url);
    expect(codeOf(await client.signIn('123456'))).toBe('CERTIFICATION_CODE_EXPIRED');
    for (const text of ['', '+7 495 123-45-67', '+1 900 123 45 67', '900123456'])
      expect(codeOf(await client.requestCode(text))).toBe('CERTIFICATION_PHONE_MALFORMED');
    await client.requestCode(phone);
    expect(codeOf(await client.signIn('код'))).toBe('CERTIFICATION_CODE_MALFORMED');
    expect(authority.exchanges).toHaveLength(1);
  });

  test('a code whose time is over, and then a new one', async () => {
    const authority = await openAuthority();
    const client = createCertificationClient(authority.url);
    await client.requestCode(phone);
    const late = authority.code();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 });
    expect(codeOf(await client.signIn(late))).toBe('CERTIFICATION_CODE_EXPIRED');
    await signInTo(authority, client);
  });

  test('too soon, unknown, locked: each has its problem', async () => {
    const authority = await openAuthority({ code: { tries: 1 } });
    const client = createCertificationClient(authority.url);
    await client.requestCode(phone);
    expect(await client.requestCode(phone)).toMatchObject({
      problem: { code: 'CERTIFICATION_CODE_TOO_SOON', values: { retryAfterSeconds: expect.any(Number) } },
    });
    expect(codeOf(await client.signIn(otherThan(authority.code())))).toBe('CERTIFICATION_PHONE_LOCKED');
    authority.folder.writeOptions({ phones: { known: [] } });
    expect(codeOf(await client.requestCode(phone))).toBe('CERTIFICATION_PHONE_UNKNOWN');
  });

  test('a session that the service forgot is told, not opened anew', async () => {
    const { authority, client } = await opened();
    await authority.restart();
    expect(client.isSignedIn()).toBe(true);
    expect(codeOf(await client.applications())).toBe('CERTIFICATION_SIGN_IN_FIRST');
    expect(client.isSignedIn()).toBe(false);
  });

  test('no phone, no code and no token is in any problem', async () => {
    const authority = await openAuthority({ failures: { createSession: 'cut' } });
    const client = createCertificationClient(authority.url);
    await client.requestCode(phone);
    const failed = JSON.stringify(await client.signIn(authority.code()));
    for (const secret of [phone, authority.code()]) expect(failed).not.toContain(secret);
  });
});

describe('from an application to its certificate', () => {
  const soon = { issue: { orderedAfterMs: 0, readyAfterMs: 1_500 } };

  test('whatever the client sends is in the document, and the certificate is of the key that asked', async () => {
    const { authority, client } = await opened(soon);
    const { der: request } = await softwareRequest();
    const list = await client.applications();
    const [row] = list.ok ? list.value : [];
    expect(row).toMatchObject({ id: application, standing: 'accepted', inn: '9900000017', kind: 'ЕГАИС' });
    expect(row && mayRequestCertificate(row)).toBe(true);
    const seen: IssueState[] = [];
    const obtained = await obtainCertificate(client, { application, request }, patience(seen));
    if (!obtained.ok) throw new Error(obtained.problem.code);
    const { certificate, chain, bundle } = obtained.value;
    expect(subjectPublicKeyInfo(certificate)).toEqual(subjectPublicKeyInfo(request));
    expect(seen.map(({ state }) => state)).toEqual(['issuing', 'ready']);
    const trusted = [Uint8Array.from(Buffer.from(authority.authority.certificate, 'base64'))];
    expect(verifyChain({ certificate, trusted, intermediates: chain, at: new Date() })).toMatchObject({
      trusted: true,
    });
    expect(readCertificateFile(bundle)).toMatchObject({
      kind: 'bundle',
      certificates: expect.arrayContaining([
        expect.objectContaining({ certificate: expect.objectContaining({ purpose: 'qualified' }) }),
      ]),
    });
    const papers = await client.papers(application);
    for (const { id } of papers.ok ? papers.value : []) {
      const paper = await client.paper(application, id);
      expect(paper).toMatchObject({ value: { name: expect.stringMatching(/\.pdf$/) } });
    }
    const { exchanges } = authority;
    expect([...exchanges.flatMap(requestFaults), ...exchanges.flatMap(answerFaults)]).toEqual([]);
    const used = new Set(exchanges.map((exchange) => answerName(exchange).split(' ')[0]));
    expect([...used].sort()).toEqual(operations.map(({ id }) => id).sort());
    expect(authority.folder.messages(new Date()).map(({ text }) => text)).toEqual([
      expect.stringContaining('Код подтверждения'),
      'Ваш сертификат заказан.',
      expect.stringContaining('Ваш сертификат готов'),
    ]);
  });

  test('issued the next day, after the service and the program were started anew', async () => {
    const { authority, client } = await opened({ issue: { readyAfterMs: 86_400_000 } });
    const { der: request } = await softwareRequest();
    const order = { application, request };
    expect(codeOf(await obtainCertificate(client, order, patience([], 0)))).toBe('CERTIFICATION_NOT_ISSUED');
    await authority.restart();
    const again = await signInTo(authority);
    expect(codeOf(await obtainCertificate(again, order, patience([], 0)))).toBe('CERTIFICATION_NOT_ISSUED');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_401_000 });
    await authority.restart();
    const obtained = await obtainCertificate(await signInTo(authority), order, patience());
    expect(obtained).toMatchObject({ ok: true });
    expect(authority.exchanges.filter(({ path }) => path.endsWith('/request'))).toHaveLength(1);
  });

  test('refused, with the reason of the authority', async () => {
    const { client } = await opened({ issue: { readyAfterMs: 0, refusal: 'Паспорт недействителен' } });
    const { der: request } = await softwareRequest();
    expect(await obtainCertificate(client, { application, request }, patience())).toMatchObject({
      problem: { code: 'CERTIFICATION_ISSUE_REFUSED', values: { answer: 'Паспорт недействителен' } },
    });
  });

  test('a request of somebody else is not taken', async () => {
    const { client } = await opened();
    const { der } = await softwareRequest(ivanova.certificate);
    expect(await client.submit(application, der)).toMatchObject({
      problem: { code: 'CERTIFICATION_REQUEST_REFUSED', values: { answer: expect.stringContaining('ИНН') } },
    });
    expect(codeOf(await client.submit('1', der))).toBe('CERTIFICATION_APPLICATION_UNKNOWN');
  });

  test('a certificate of another key is told, and not taken for ours', async () => {
    const { client } = await opened({ failures: { requestCertificate: 'foreign-key' }, issue: { readyAfterMs: 0 } });
    const { der: request } = await softwareRequest();
    expect(await obtainCertificate(client, { application, request }, patience())).toMatchObject({
      problem: { code: 'CERTIFICATION_OTHER_KEY', values: { application } },
    });
  });

  test('a key whose parameters are written another way is the same key', async () => {
    const { client } = await opened({ issue: { orderedAfterMs: 0, readyAfterMs: 0 } });
    const { der: request } = await softwareRequest();
    await client.submit(application, request);
    const written = Uint8Array.from(subjectPublicKeyInfo(request) ?? []);
    const [algorithm, bits] = parts(written);
    const [oid, parameters] = parts(algorithm?.toBER());
    const [set] = parts(parameters?.toBER());
    if (!bits || !oid || !set) throw new Error('not a key');
    const bare = new asn1js.Sequence({
      value: [new asn1js.Sequence({ value: [oid, new asn1js.Sequence({ value: [set] })] }), bits],
    });
    const publicKey = new Uint8Array(bare.toBER());
    expect(publicKey.length).toBeLessThan(written.length);
    expect(await fetchCertificate(client, application, [{ publicKey }])).toMatchObject({ ok: true });
    expect(codeOf(await fetchCertificate(client, application, []))).toBe('CERTIFICATION_OTHER_KEY');
  });

  test('words that nobody foresaw are shown as they are', async () => {
    const { client } = await opened({ issue: { unforeseen: 'На сверке у оператора' } });
    expect(await client.application(application)).toMatchObject({
      value: {
        status: 'На сверке у оператора',
        standing: 'unknown',
        issue: { state: 'other', words: 'На сверке у оператора' },
      },
    });
  });

  test.each(['server-error', 'cut', 'html', 'endless'] as const)(
    'a request that came to %s: its outcome is unknown, and it is not sent again',
    async (failure) => {
      const { authority, client } = await opened({ failures: { requestCertificate: failure } });
      const { der: request } = await softwareRequest();
      expect(codeOf(await client.submit(application, request))).toBe('CERTIFICATION_REQUEST_OUTCOME_UNKNOWN');
      const sent = authority.exchanges.filter(({ path }) => path.endsWith('/request'));
      expect(sent.length).toBeLessThanOrEqual(1);
      authority.folder.writeOptions({});
      const state = failure === 'cut' ? 'ordered' : 'not-requested';
      expect(await client.application(application)).toMatchObject({ value: { issue: { state } } });
    },
  );
});
