import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQualifiedRequest } from '../../src/setup/qualified-certificate/create-request.ts';
import { installQualifiedCertificate } from '../../src/setup/qualified-certificate/install-certificate.ts';
import { openRequests } from '../../src/setup/qualified-certificate/qualified-requests.ts';
import { parameterSetSchema, parameterSets } from '../../src/shared/domain/gost-parameter-sets.ts';
import { usualOrder } from '../../src/shared/domain/qualified-request.ts';
import { subjectFieldSchema } from '../../src/shared/domain/qualified-subject.ts';
import { problem } from '../../src/shared/problems/problem.ts';
import { fail } from '../../src/shared/result.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';
import { issue, type KeyRecipe, makeKey, makeRequest, makeSelfSigned } from '../pki/openssl-authority.ts';
import { type TokenGround, tokenGrounds } from '../support/qualified-ground.ts';
import { anySubject, subjects } from '../support/qualified-subjects.ts';
import { practiceJourneys, signedIn } from './practice-journey.ts';

const open = tokenGrounds();
const openssl = openGostOracle();
afterAll(() => openssl.close());
const key: KeyRecipe = { kind: 'gost', set: 'TCA', bits: 256 };
const person = usualOrder(subjects.person, null);

const keysOf = async (ground: TokenGround) => (await ground.device()).applets.flatMap(({ keys }) => keys);
const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));

beforeAll(() => {
  makeKey(openssl, 'authority', key);
  makeSelfSigned(openssl, 'authority', key);
});

/** The authority certifies the request of a file under the name that it wants, for so many days. */
function certify(der: Uint8Array, days = '365', extensions: readonly string[] = ['keyUsage = digitalSignature']) {
  openssl.write('it.der', der);
  openssl.run(['req', '-inform', 'DER', '-in', 'it.der', '-out', 'it.csr']);
  return issue(openssl, 'it', 'authority', key, extensions, days);
}

describe('a request', () => {
  let ground: TokenGround;
  beforeAll(async () => {
    ground = await open('jacarta-2-se');
  });

  it('is not begun by somebody who is not signed in, nor with parameters the token has not', async () => {
    const { id } = await ground.device();
    expect(await createQualifiedRequest(ground, id, person)).toMatchObject({
      kind: 'failed',
      problem: { code: 'TOKEN_NOT_SIGNED_IN' },
      orphans: [],
    });
    for (const parameterSet of parameterSetSchema.options.filter((name) => parameterSets[name].bits === 512)) {
      expect(await createQualifiedRequest(ground, id, { ...person, parameterSet })).toMatchObject({
        problem: { code: 'SETUP_TOKEN_CANNOT_MAKE_QUALIFIED_KEY' },
      });
    }
  });

  it('with any fault in any field is refused before anything is asked of the token', async () => {
    const untouched = new Proxy(ground.tokens, {
      get: (_, name) => {
        throw new Error(`asked: ${String(name)}`);
      },
    });
    const breaking = fc.record({
      subject: anySubject,
      field: fc.constantFrom(...subjectFieldSchema.options),
      value: fc.constantFrom('\u0000', ' x', 'x'.repeat(300), '\ud800'),
    });
    await fc.assert(
      fc.asyncProperty(breaking, async ({ subject, field, value }) => {
        const order = usualOrder({ ...subject, values: { ...subject.values, [field]: value } }, null);
        const outcome = await createQualifiedRequest({ ...ground, tokens: untouched }, 'any', order);
        expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'SETUP_SUBJECT_FAULTY' }, orphans: [] });
        expect(JSON.stringify(outcome)).toContain(field);
      }),
    );
  });

  it('whose signature fails names the key that was left, and touches no other', async () => {
    await ground.signIn();
    const before = await keysOf(ground);
    const mute = { ...ground.tokens, sign: async () => fail(problem('TOKEN_REMOVED')) };
    const { id } = await ground.device();
    const outcome = await createQualifiedRequest({ ...ground, tokens: mute }, id, person);
    const after = await keysOf(ground);
    const left = after.filter(({ keyId }) => !before.some((each) => each.keyId === keyId)).map(({ keyId }) => keyId);
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'TOKEN_REMOVED' }, orphans: left });
    expect(left).toHaveLength(1);
    expect(openRequests([await ground.device()], [])).toEqual([
      { state: 'waiting', token: (await ground.device()).serial, keyId: left[0], request: null },
    ]);
  });
});

describe('a certificate', () => {
  let ground: TokenGround;
  let der: Uint8Array;
  let device: string;
  const installed = (file: Uint8Array, trust: readonly Uint8Array[] = []) =>
    installQualifiedCertificate(ground, {
      device,
      file: { name: 'issued.cer', bytes: file },
      trust: trust.map((each) => ({ name: 'trust.cer', bytes: each })),
    });

  beforeAll(async () => {
    ground = await open('rutoken-ecp-3');
    await ground.signIn();
    device = (await ground.device()).id;
    const made = await createQualifiedRequest(ground, device, person);
    if (made.kind === 'failed') throw new Error(made.problem.code);
    der = bytes(made.request.der);
  });

  it('of another key, or no certificate at all, is refused', async () => {
    makeKey(openssl, 'other', key);
    makeRequest(openssl, 'other', key);
    expect(await installed(issue(openssl, 'other', 'authority', key))).toMatchObject({
      problem: { code: 'SETUP_CERTIFICATE_OF_ANOTHER_KEY' },
    });
    expect(await installed(der)).toMatchObject({ problem: { code: 'SETUP_FILE_NOT_CERTIFICATE' } });
  });

  it('that has expired, or was changed, or has another issuer than the one believed, is not written', async () => {
    const code = 'SETUP_CERTIFICATE_UNFIT';
    const authority = Uint8Array.from(openssl.run(['x509', '-in', 'authority.crt', '-outform', 'DER']));
    expect(await installed(certify(der, '-1'), [authority])).toMatchObject({ problem: { code } });
    const changed = certify(der);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    expect(await installed(changed, [authority])).toMatchObject({ problem: { code } });
    makeKey(openssl, 'stranger', key);
    const stranger = makeSelfSigned(openssl, 'stranger', key, ['CN = Stranger']);
    expect(await installed(certify(der), [stranger])).toMatchObject({ problem: { code } });
    expect((await ground.device()).applets.flatMap(({ certificates }) => certificates)).toEqual([]);
  });

  it('without a class of tools and under another name is written, and both are said; once more is no other', async () => {
    const requests = await ground.requests.all();
    expect(requests.requests).toHaveLength(1);
    const [request] = requests.requests;
    if (!request) throw new Error('nothing is remembered');
    await ground.requests.keep({ ...request, values: { ...request.values, surname: 'Петрова' } });
    const certificate = certify(der);
    const outcome = await installed(certificate);
    expect(outcome).toMatchObject({ kind: 'installed', proof: { proven: true } });
    expect(outcome.match?.findings.map(({ code, severity }) => `${severity}: ${code}`)).toEqual([
      'warning: issuer-unknown',
      'warning: no-sign-tool-class',
      'warning: subject-differs',
    ]);
    expect((await ground.requests.all()).requests).toEqual([]);
    const twice = await installed(certificate);
    expect(twice).toMatchObject({ kind: 'installed' });
    const second = await installed(certify(der, '400', ['certificatePolicies = 1.2.643.100.113.1']));
    expect(second).toMatchObject({ kind: 'installed', proof: { proven: true } });
    const entries = (await ground.device()).applets.flatMap(({ certificates }) => certificates);
    expect(entries).toHaveLength(2);
    expect(new Set(entries.map(({ keyId }) => keyId)).size).toBe(1);
  });

  it('is waited for over days: what a profile holds that is no request is named, and nothing falls over it', async () => {
    const made = await createQualifiedRequest(ground, device, person);
    if (made.kind === 'failed') throw new Error(made.problem.code);
    const folder = path.join(ground.profile, 'qualified-requests');
    writeFileSync(path.join(folder, 'broken.json'), '{');
    const { requests, unreadable } = await ground.requests.all();
    expect(unreadable).toEqual(['broken.json']);
    expect(requests).toEqual([made.request]);
    expect(JSON.parse(readFileSync(path.join(folder, `${made.request.id}.json`), 'utf8'))).toEqual(made.request);
    expect(openRequests([], requests)).toMatchObject([{ state: 'token-absent', request: made.request }]);
    const seen = await ground.device();
    const bare = { ...seen, applets: seen.applets.map((applet) => ({ ...applet, keys: [] })) };
    expect(openRequests([bare], requests)).toMatchObject([{ state: 'key-gone' }]);
  });
});

describe('a profile in whose place of requests lies something else', () => {
  const begin = practiceJourneys();

  it('names it, and a request that is made ends, is shown, and is said to be kept nowhere', async () => {
    const walk = await begin('new-shop');
    const { journey, open } = walk;
    writeFileSync(path.join(walk.folder, 'world/qualified-requests'), 'no folder');
    expect(await open.workplace.requests.all()).toEqual({ requests: [], unreadable: ['qualified-requests'] });
    await signedIn(walk);
    expect(await journey.qualified.make(usualOrder(subjects.organization, null))).toMatchObject({ ok: true });
    const { making, request } = journey.state.qualified;
    expect(making).toMatchObject({ phase: 'done', problem: { code: 'SETUP_FILE_NOT_WRITTEN' } });
    expect(journey.qualified.request).toMatchObject({ keyId: request, values: subjects.organization.values });
    expect(await journey.tokens.refresh()).toMatchObject({ ok: true });
  });
});
