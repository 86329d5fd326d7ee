import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CONSENT } from '../../src/setup/printed/application-form.ts';
import { printedDocument } from '../../src/setup/printed/printed-document.ts';
import type { ProofCheckId } from '../../src/shared/domain/access-key.ts';
import { wizardStateSchema } from '../../src/shared/ipc/wizard-state.ts';
import { openEgaisAuthority } from '../oracle/egais-authority.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';
import { chosen, type PracticeJourney, practiceJourneys, signedIn } from './practice-journey.ts';

const begin = practiceJourneys();
const openssl = openGostOracle();
afterAll(() => openssl.close());
const egais = openEgaisAuthority(openssl);

const accessKeyIds = ({ journey }: PracticeJourney) =>
  journey.device?.applets.flatMap(({ certificates }) =>
    certificates.flatMap(({ certificate }) => (certificate?.purpose === 'access-key' ? [certificate.fsrarId] : [])),
  );
const orphanKeys = ({ journey }: PracticeJourney) =>
  journey.device?.applets.flatMap(({ keys }) =>
    keys.filter(({ hasCertificate, kind }) => kind === 'rsa' && !hasCertificate),
  );
const tail = ({ journey }: PracticeJourney) => journey.device?.printedSerial.slice(-4) ?? '';
const archived = ({ folder }: PracticeJourney) => {
  try {
    return readdirSync(path.join(folder, 'world/replaced-certificates'));
  } catch {
    return [];
  }
};
const answers = ({ journey }: PracticeJourney) =>
  Object.fromEntries(journey.state.accessKey.proof?.checks.map(({ id, status }) => [id, status]) ?? []) as Partial<
    Record<ProofCheckId, string>
  >;

/** What the UTM's own page does when the person presses its button. */
async function pressOnThePage({ journey, open }: PracticeJourney): Promise<number> {
  const { chosen: place } = journey.state.subdivisions;
  if (!place) throw new Error('no place is chosen');
  const query = new URLSearchParams({
    INN: place.inn,
    KPP: place.kpp ?? '',
    factAddress: place.address,
    fsrarid: place.fsrarId,
    fullName: place.fullName,
    id: place.rowId,
  });
  return (await fetch(`${open.workplace.utmUrl}/api/rsa/keygen?${query}`)).status;
}

describe('the way that is taken by itself', () => {
  it('is the direct request for the renewal of an organisation’s own place, and the UTM’s page otherwise', async () => {
    const renewal = await begin('renewal');
    await signedIn(renewal);
    const { journey } = renewal;
    const [own, other] = journey.places.rows;
    await journey.places.choose(own?.fsrarId ?? '', own?.rowId ?? '');
    expect(journey.state.accessKey).toMatchObject({ issuer: 'utm', wish: null, confirmReplacement: false });
    await journey.places.choose(other?.fsrarId ?? '', other?.rowId ?? '');
    expect(journey.state.accessKey).toMatchObject({ issuer: 'handoff', mayKeep: false, confirmReplacement: true });
    expect(journey.state.accessKey.ways.filter(({ recommended }) => recommended).map(({ issuer }) => issuer)).toEqual([
      'handoff',
    ]);
  });

  it('is asked of the person where the certificate does not tell the role', async () => {
    const walk = await begin('person-with-mchd');
    await signedIn(walk);
    const { journey } = walk;
    expect(journey.state.role).toEqual({ options: ['sole-proprietor', 'person-with-mchd'], chosen: null });
    expect(journey.state.subdivisions.phase).toBe('idle');
    expect(await journey.places.choose('030000000001', '1')).toMatchObject({ ok: false });
    await journey.places.chooseRole('person-with-mchd');
    expect(await journey.places.chooseLater()).toMatchObject({ problem: { code: 'SETUP_MCHD_NOT_ACCEPTED' } });
    expect(await journey.places.chooseRole('organization')).toMatchObject({
      problem: { code: 'SETUP_ROLE_NOT_CHOSEN' },
    });
  });
});

describe('the UTM’s own page', () => {
  it('ends with a proof as soon as the key is on the token, without a click in the wizard', async () => {
    const walk = await begin('sole-proprietor');
    await signedIn(walk);
    await chosen(walk, undefined, 'handoff');
    const issue = walk.journey.accessKey.issue(true, '');
    const shown = await walk.until(({ accessKey }) => accessKey.handoff !== null);
    expect(shown.accessKey).toMatchObject({ phase: 'running', handoff: { trouble: null } });
    expect(shown.tokens.watchPaused).toBe(true);
    expect(await pressOnThePage(walk)).toBe(200);
    expect(await issue).toEqual({ ok: true, value: null });
    expect(walk.journey.state.accessKey).toMatchObject({ phase: 'done', handoff: null, proof: { proven: true } });
    expect(new Set(Object.values(answers(walk)))).toEqual(new Set(['passed']));
    expect(wizardStateSchema.parse(walk.journey.state)).toEqual(walk.journey.state);
  });

  it('given up, leaves everything as it was and says what to do', async () => {
    const walk = await begin('new-shop');
    await signedIn(walk);
    await chosen(walk, undefined, 'handoff');
    const issue = walk.journey.accessKey.issue(true, '');
    await walk.until(({ accessKey }) => accessKey.handoff !== null);
    walk.journey.accessKey.noteHandoffTrouble('refused');
    expect(walk.journey.state.accessKey.handoff?.trouble).toBe('refused');
    await walk.journey.accessKey.stop();
    expect(await issue).toMatchObject({ problem: { code: 'EGAIS_HANDOFF_STOPPED' } });
    expect(walk.journey.state.accessKey).toMatchObject({ phase: 'failed', handoff: null });
    expect(accessKeyIds(walk)).toEqual([]);
  });

  it('needs the serial where a good key of another place will go, and keeps its certificate', async () => {
    const walk = await begin('renewal');
    await signedIn(walk);
    await chosen(walk, walk.journey.places.rows[7]?.fsrarId, 'handoff');
    expect(walk.journey.state.accessKey.confirmReplacement).toBe(true);
    expect(await walk.journey.accessKey.issue(true, '0000')).toMatchObject({
      problem: { code: 'SETUP_CONFIRMATION_MISMATCH' },
    });
    expect(archived(walk)).toEqual([]);
    const issue = walk.journey.accessKey.issue(true, tail(walk));
    await walk.until(({ accessKey }) => accessKey.handoff !== null);
    expect(archived(walk)).toHaveLength(1);
    await pressOnThePage(walk);
    await walk.journey.accessKey.look();
    await issue;
    expect(walk.journey.state.accessKey).toMatchObject({ phase: 'done', proof: { proven: true } });
    // The UTM's database is bound to the place it began with: shown, and no fault of the key.
    expect(answers(walk)).toMatchObject({ 'utm-database-matches': 'failed', 'fsrar-id-matches': 'passed' });
  });
});

describe('files', () => {
  async function requested(walk: PracticeJourney): Promise<Uint8Array> {
    expect(await walk.journey.accessKey.issue(true, '')).toEqual({ ok: true, value: null });
    const { phase, request } = walk.journey.state.accessKey;
    expect(phase).toBe('awaiting-certificate');
    return new Uint8Array(Buffer.from(request?.der ?? '', 'base64'));
  }
  const file = (name: string, bytes: Uint8Array) => ({ name, bytes });

  it('a request that OpenSSL takes, its certificate in a bundle, and a proven key beside an untouched signature', async () => {
    const walk = await begin('new-shop');
    await signedIn(walk);
    await chosen(walk, undefined, 'file');
    const before = walk.journey.state.tokens.qualifiedCertificate;
    const der = await requested(walk);
    openssl.write('ours.csr', der);
    const verified = openssl.attempt([
      'req',
      '-in',
      'ours.csr',
      '-inform',
      'DER',
      '-noout',
      '-verify',
      '-subject',
      '-nameopt',
      'utf8',
    ]);
    expect(verified.stderr + verified.stdout.toString()).toMatch(/verify OK/);
    expect(verified.stdout.toString()).toContain('030000000001');
    expect(orphanKeys(walk)).toHaveLength(1);
    const certificate = egais.certify(der);
    const bundle = egais.bundle([egais.certificate, certificate]);
    expect(await walk.journey.accessKey.install(file('answer.p7b', bundle), '')).toEqual({ ok: true, value: null });
    expect(walk.journey.state.accessKey).toMatchObject({ phase: 'done', proof: { proven: true } });
    expect(accessKeyIds(walk)).toEqual(['030000000001']);
    expect(orphanKeys(walk)).toEqual([]);
    expect(walk.journey.state.tokens.qualifiedCertificate).toBe(before);
  });

  it('what does not belong to the key is refused, each with its reason, and the request goes on waiting', async () => {
    const walk = await begin('new-shop');
    await signedIn(walk);
    await chosen(walk, undefined, 'file');
    const der = await requested(walk);
    openssl.run([
      'req',
      '-new',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'x.key',
      '-subj',
      '/CN=030000000001',
      '-outform',
      'DER',
      '-out',
      'x.csr',
    ]);
    const bank = openEgaisAuthority(openssl, 'bank.example');
    const offered = [
      ['SETUP_CERTIFICATE_NOT_FOR_KEY', egais.certify(openssl.read('x.csr'))],
      ['SETUP_CERTIFICATE_OTHER_PLACE', egais.certify(der, '/OU=9900000017/CN=030000000777')],
      ['SETUP_CERTIFICATE_NOT_ACCESS_KEY', bank.certify(der)],
      ['SETUP_FILE_NOT_CERTIFICATE', der],
      ['SETUP_FILE_NOT_CERTIFICATE', new TextEncoder().encode('<html>нет</html>')],
    ] as const;
    for (const [code, bytes] of offered) {
      expect(await walk.journey.accessKey.install(file('ответ.cer', bytes), '')).toMatchObject({ problem: { code } });
      expect(walk.journey.state.accessKey).toMatchObject({ phase: 'awaiting-certificate', problem: { code } });
      expect(accessKeyIds(walk)).toEqual([]);
    }
  });

  it('the key that was there goes last: after its successor is proven, its certificate kept, its tail typed', async () => {
    const walk = await begin('renewal');
    await signedIn(walk);
    await chosen(walk, walk.journey.state.subdivisions.current ?? '', 'file');
    expect(walk.journey.state.accessKey.confirmReplacement).toBe(false);
    const der = await requested(walk);
    const former = walk.journey.state.accessKey.replaces;
    expect(walk.journey.state.accessKey.confirmReplacement).toBe(true);
    const answer = file('ответ.cer', egais.certify(der));
    expect(await walk.journey.accessKey.install(answer, 'нет')).toMatchObject({
      problem: { code: 'SETUP_CONFIRMATION_MISMATCH' },
    });
    expect(walk.journey.state.accessKey.replaces).toBe(former);
    await walk.journey.accessKey.install(answer, tail(walk));
    expect(walk.journey.state.accessKey).toMatchObject({ phase: 'done', proof: { proven: true } });
    expect(accessKeyIds(walk)).toHaveLength(1);
    expect(walk.journey.state.accessKey.replaces).not.toBe(former);
    const [kept] = archived(walk);
    const bytes = readFileSync(path.join(walk.folder, 'world/replaced-certificates', kept ?? ''));
    openssl.write('kept.cer', bytes);
    expect(
      openssl
        .run(['x509', '-inform', 'DER', '-in', 'kept.cer', '-noout', '-fingerprint', '-sha256'])
        .toString()
        .replaceAll(':', '')
        .toLowerCase(),
    ).toContain(former);
  });

  it('a request of yesterday is made again with the key that waits, not with another', async () => {
    const walk = await begin('new-shop');
    await signedIn(walk);
    await chosen(walk, undefined, 'file');
    await requested(walk);
    const { request } = walk.journey.state.accessKey;
    await walk.journey.accessKey.forgetRequest();
    expect(walk.journey.state.accessKey).toMatchObject({ phase: 'idle', keyWaits: true, request: null });
    await walk.journey.accessKey.chooseIssuer('file');
    await requested(walk);
    expect(walk.journey.state.accessKey.request?.publicKeySha256).toBe(request?.publicKeySha256);
    expect(orphanKeys(walk)).toHaveLength(1);
  });
});

describe('the account', () => {
  it('gives the list, issues a key, and the former one goes after it', async () => {
    const walk = await begin('renewal');
    await signedIn(walk);
    const { journey } = walk;
    await journey.places.load('account');
    expect(journey.state.subdivisions).toMatchObject({ source: 'account', phase: 'done', count: 42 });
    await chosen(walk, journey.state.subdivisions.current ?? '', 'account');
    expect(await journey.accessKey.issue(true, tail(walk))).toEqual({ ok: true, value: null });
    expect(journey.state.accessKey).toMatchObject({ phase: 'done', proof: { proven: true } });
    expect(accessKeyIds(walk)).toHaveLength(1);
    expect(orphanKeys(walk)).toEqual([]);
  });

  it('tells what the holder has registered, and takes a new place', async () => {
    const walk = await begin('sole-proprietor');
    await signedIn(walk);
    const { journey } = walk;
    await journey.contractors.load();
    expect(journey.state.contractors).toMatchObject({ phase: 'done', configured: true, problem: null });
    const before = journey.state.contractors.rows.length;
    await journey.contractors.add({ name: 'Лавка', kpp: '', address: '170100, г. Тверь, ул. Советская, д. 1' });
    expect(journey.state.contractors.problem).toBeNull();
    expect(journey.state.contractors.rows.length).toBe(before + 1);
  });
});

describe('a person with a power of attorney', () => {
  it('gets the key of the organisation through the UTM’s page, and its holder is proven', async () => {
    const walk = await begin('person-with-mchd');
    await signedIn(walk);
    const { journey } = walk;
    await journey.places.chooseRole('person-with-mchd');
    const folder = path.join(walk.folder, 'world/mchd');
    for (const name of readdirSync(folder)) {
      const part = name.endsWith('.xml') ? 'document' : 'signature';
      await journey.places.pickMchd(part, { name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) });
    }
    expect(journey.state.mchd.report?.findings.filter(({ severity }) => severity === 'fault')).toEqual([]);
    expect(journey.state.mchd.report?.valid).toBe(true);
    expect(await journey.places.chooseLater()).toEqual({ ok: true, value: null });
    await journey.go('access-key');
    expect(journey.state.accessKey.issuer).toBe('handoff');
    const form = printedDocument('application', journey.state, new Date());
    expect(JSON.stringify(form)).toContain(CONSENT);
    expect(JSON.stringify(form)).toContain(journey.state.mchd.report?.number ?? 'no number');
  });
});
