import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { certifyRequest, practiceAuthoritySchema } from '../../src/practice/certification-authority.ts';
import { UtmFolder, type UtmOptions } from '../../src/practice/utm/utm-folder.ts';
import { attributeOf } from '../../src/practice/virtual-token/attributes.ts';
import { changeDevice, readDevices } from '../../src/practice/virtual-token/device-folder.ts';
import type { DeviceState } from '../../src/practice/virtual-token/device-state.ts';
import { newPin } from '../../src/practice/virtual-token/pin.ts';
import { qualifiedCertificate } from '../../src/setup/chosen-token.ts';
import { proveUtm } from '../../src/setup/prove-utm.ts';
import { createQualifiedRequest } from '../../src/setup/qualified-certificate/create-request.ts';
import { installQualifiedCertificate } from '../../src/setup/qualified-certificate/install-certificate.ts';
import type { KeyChangeChoices } from '../../src/shared/domain/key-change.ts';
import { usualOrder } from '../../src/shared/domain/qualified-request.ts';
import { CKA, CKO } from '../../src/token/pkcs11-numbers.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';
import { subjects } from '../support/qualified-subjects.ts';
import { chosen, type PracticeJourney, practiceJourneys } from './practice-journey.ts';

const begin = practiceJourneys();
const openssl = openGostOracle();
afterAll(() => openssl.close());

const planned: KeyChangeChoices = { reason: 'planned', lostPins: [], blankParts: [], revoked: false };
const pins = { gost: '0987654321', pki: '11111111' } as const;
const dayMs = 24 * 60 * 60 * 1000;
const pace = { timeoutMs: 20_000, restMs: 50 };

const turnOf = ({ journey }: PracticeJourney): string | null => {
  const { plan } = journey.state.keyChange;
  const step = plan?.steps.find(({ state }) => state === 'next' || state === 'blocked');
  return step ? `${step.id} ${step.why}` : null;
};

const tokensIn = (folder: string): string => path.join(folder, 'world/tokens');
const deviceIn = (folder: string): DeviceState => {
  const [device] = readDevices(tokensIn(folder));
  if (!device) throw new Error('no token');
  return device;
};
const changeToken = (folder: string, change: (device: DeviceState) => void) =>
  changeDevice(tokensIn(folder), deviceIn(folder).serial, change);
const behave = (folder: string, options: UtmOptions): void => {
  const utm = new UtmFolder(path.join(folder, 'world/utm'));
  utm.write(utm.paths.options, { exchangeEveryMs: 200, ...options });
};

/** A certificate as it lies in the file of the token, read by nothing of the wizard. */
interface Held {
  readonly kind: 'signature' | 'access-key';
  readonly fingerprint: string;
  readonly begins: number;
  /** Its private key is on the token; of an access key also that it is the very one. */
  readonly whole: boolean;
}

function heldOn(folder: string): readonly Held[] {
  return deviceIn(folder).applets.flatMap(({ objects }) => {
    const ofClass = (kind: number) => objects.filter((object) => attributeOf(object, CKA.class)?.[0] === kind);
    return ofClass(CKO.certificate).map((object): Held => {
      const certificate = new X509Certificate(attributeOf(object, CKA.value) ?? Buffer.alloc(0));
      const id = attributeOf(object, CKA.id)?.toString('hex');
      const secret = ofClass(CKO.privateKey).find((key) => attributeOf(key, CKA.id)?.toString('hex') === id)?.secret;
      const isAccessKey = certificate.issuer.includes('pki.fsrar.ru');
      const isItsOwn = () =>
        certificate.checkPrivateKey(
          createPrivateKey({ key: Buffer.from(secret ?? '', 'base64'), format: 'der', type: 'pkcs8' }),
        );
      return {
        kind: isAccessKey ? 'access-key' : 'signature',
        fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
        begins: Date.parse(certificate.validFrom),
        whole: secret != null && (!isAccessKey || isItsOwn()),
      };
    });
  });
}

/** What dies has a whole successor, and what the wizard itself takes away had one before. */
function expectSuccessors(before: readonly Held[], after: readonly Held[], act: string): void {
  const gone = before.filter(({ fingerprint }) => !after.some((one) => one.fingerprint === fingerprint));
  for (const { kind, begins, fingerprint } of gone) {
    const succeeds = (one: Held) =>
      one.kind === kind && one.begins > begins && one.whole && one.fingerprint !== fingerprint;
    expect(after.some(succeeds), act).toBe(true);
    if (act.startsWith('remove-old')) expect(before.some(succeeds), act).toBe(true);
  }
}

async function signIn({ journey }: PracticeJourney): Promise<void> {
  for (const part of ['gost', 'pki'] as const) {
    const signedIn = journey.device?.applets.find(({ kind }) => kind === part)?.signedIn;
    if (!signedIn) expect(await journey.tokens.signIn(part, pins[part], false)).toMatchObject({ ok: true });
  }
}

async function makeRequest(walk: PracticeJourney): Promise<void> {
  const { journey, open } = walk;
  await signIn(walk);
  const { device } = journey;
  if (!device) throw new Error('no token');
  const order = usualOrder(subjects.organization, qualifiedCertificate(device, new Date()));
  expect(await createQualifiedRequest(open.workplace, device.id, order)).toMatchObject({ kind: 'requested' });
  await journey.tokens.refresh();
}

/** The authority answers a request that OpenSSL takes, and its certificate is written beside the key. */
async function installAnswer(walk: PracticeJourney): Promise<void> {
  const { journey, open, folder } = walk;
  await signIn(walk);
  const { requests } = await open.workplace.requests.all();
  expect(requests).toHaveLength(1);
  const der = Buffer.from(requests[0]?.der ?? '', 'base64');
  openssl.write('request.der', der);
  openssl.run(['req', '-inform', 'DER', '-in', 'request.der', '-verify', '-noout']);
  const world = path.join(folder, 'world');
  const authority = practiceAuthoritySchema.parse(
    JSON.parse(readFileSync(path.join(world, 'qualified-authority.json'), 'utf8')),
  );
  const now = Date.now();
  const bytes = certifyRequest(authority, der, {
    notBefore: new Date(now - 20 * 60_000),
    notAfter: new Date(now + 455 * dayMs),
  });
  openssl.write('issued.der', bytes);
  const keyOf = (words: readonly string[]) => openssl.run([...words, '-inform', 'DER', '-noout', '-pubkey']).toString();
  expect(keyOf(['x509', '-in', 'issued.der'])).toBe(keyOf(['req', '-in', 'request.der']));
  const outcome = await installQualifiedCertificate(open.workplace, {
    device: journey.device?.id ?? '',
    file: { name: 'issued.cer', bytes },
    trust: [{ name: 'authority.cer', bytes: readFileSync(path.join(world, 'qualified-authority.cer')) }],
  });
  expect(outcome).toMatchObject({ kind: 'installed', proof: { proven: true } });
  await journey.tokens.refresh();
}

async function issueKey(walk: PracticeJourney): Promise<void> {
  const { journey } = walk;
  await signIn(walk);
  const place = journey.state.subdivisions.current;
  await journey.go('token');
  await journey.go('subdivision');
  await chosen(walk, place ?? undefined);
  await journey.accessKey.issue(true, '');
}

const removeOld = async (walk: PracticeJourney): Promise<void> => {
  const { journey, folder } = walk;
  await signIn(walk);
  const [old] = heldOn(folder)
    .filter(({ kind }) => kind === 'access-key')
    .sort((left, right) => left.begins - right.begins);
  const entry = journey.device?.applets
    .flatMap(({ certificates }) => certificates)
    .find(({ certificate }) => certificate?.fingerprint === old?.fingerprint);
  const task = { kind: 'delete-key', applet: 'pki', keyId: entry?.keyId ?? '', as: 'replaced-access-key' } as const;
  const tail = journey.device?.printedSerial.slice(-4) ?? '';
  expect(await journey.tokens.perform({ ...task, confirmation: `x${tail.slice(1)}` })).toMatchObject({
    problem: { code: 'SETUP_CONFIRMATION_MISMATCH' },
  });
  expect(await journey.tokens.perform({ ...task, confirmation: tail })).toMatchObject({ ok: true });
};

type Act = (walk: PracticeJourney) => Promise<unknown>;
type Acts = Readonly<Record<string, Act>>;

/** What a person does at each turn of a plan. */
const acts: Acts = {
  'reason choose-reason': ({ journey }) => journey.keyChange.begin(planned),
  'save unsaved': ({ journey }) => journey.keyChange.save(),
  'qualified qualified-ends': makeRequest,
  'qualified qualified-missing': makeRequest,
  'qualified qualified-requested': installAnswer,
  'access-key key-tied-to-former': issueKey,
  'utm utm-not-asked': ({ journey }) => journey.utm.refresh(),
  'remove-old old-left': removeOld,
};

/** The program is started in a folder where another one has ended. */
async function startedIn(folder: string): Promise<PracticeJourney> {
  const walk = await begin('keys-end', folder);
  await walk.journey.keyChange.recall();
  await walk.journey.machine.check(null);
  return walk;
}

interface Told {
  readonly walk: PracticeJourney;
  /** What was done, in order. */
  readonly done: readonly string[];
  /** What the token held after each of these acts. */
  readonly held: readonly (readonly Held[])[];
}

/**
 * Does what comes next until nothing is left; at a UTM that is down the program and its UTM are started again.
 * @param halts whether the program ends after this act, and a new one goes on
 */
async function goToTheEnd(first: PracticeJourney, own: Acts, halts: (turn: string) => boolean): Promise<Told> {
  let walk = first;
  const done: string[] = [];
  const held: (readonly Held[])[] = [];
  const startAgain = async () => {
    await walk.close();
    walk = await startedIn(walk.folder);
  };
  for (let turn = turnOf(walk); turn !== null; turn = turnOf(walk)) {
    expect(done.length, done.join(', ')).toBeLessThan(12);
    const before = heldOn(walk.folder);
    if (turn === 'utm utm-silent') {
      behave(walk.folder, {});
      await startAgain();
    } else {
      const act = own[turn] ?? acts[turn];
      if (!act) throw new Error(`Nobody knows what to do: ${turn}, after ${done.join(', ')}`);
      await act(walk);
    }
    const after = heldOn(walk.folder);
    if (!own[turn]) expectSuccessors(before, after, turn);
    done.push(turn);
    held.push(after);
    // A change that is over is forgotten, and a new program knows nothing of it.
    if (halts(turn) && turnOf(walk) !== null) await startAgain();
  }
  return { walk, done, held };
}

const keysOf = (folder: string, kind: Held['kind']) => heldOn(folder).filter((one) => one.kind === kind);

const inTime = [
  'reason choose-reason',
  'save unsaved',
  'qualified qualified-ends',
  'qualified qualified-requested',
  'access-key key-tied-to-former',
  'remove-old old-left',
];

// A program that starts anew starts its UTM, which the issue of the key has taken down.
const courses = [
  { by: 'one program', halts: false, order: [...inTime, 'utm utm-silent'] },
  { by: 'a new program after every act', halts: true, order: inTime },
];

for (const { by, halts, order } of courses) {
  test(`all keys are changed in time by ${by}, and nothing dies early`, async () => {
    const first = await begin('keys-end');
    behave(first.folder, { keygen: { dies: 'after-write' } });
    changeToken(first.folder, (device) => {
      device.generationMs = 0;
    });
    const [former] = keysOf(first.folder, 'access-key');
    const [formerSignature] = keysOf(first.folder, 'signature');
    await first.journey.machine.check(null);
    const told = await goToTheEnd(first, {}, () => halts);
    expect(told.done).toEqual(order);

    const { folder, journey, open } = told.walk;
    expect(journey.state.keyChange.plan).toMatchObject({ finished: true });
    const [key, ...others] = keysOf(folder, 'access-key');
    expect(others).toEqual([]);
    expect(key).toMatchObject({ whole: true });
    expect(key?.fingerprint).not.toBe(former?.fingerprint);
    // A signature is nobody's to delete.
    const signatures = keysOf(folder, 'signature');
    expect(signatures.map(({ whole }) => whole)).toEqual([true, true]);
    expect(signatures.map(({ fingerprint }) => fingerprint)).toContain(formerSignature?.fingerprint);
    const saved = readdirSync(path.join(folder, 'world/replaced-certificates')).map(
      (name) =>
        new X509Certificate(readFileSync(path.join(folder, 'world/replaced-certificates', name))).fingerprint256,
    );
    expect(saved.map((print) => print.replaceAll(':', '').toLowerCase())).toContain(former?.fingerprint);

    const proof = await proveUtm(open.workplace, journey.state.subdivisions.current, () => undefined, { pace });
    expect(proof).toMatchObject({ ok: true, value: { proven: true } });
    await journey.utm.refresh();
    const proven = journey.state.keyChange.plan?.steps.find(({ id }) => id === 'proof');
    expect(proven).toMatchObject({ state: 'done', why: 'proven' });
  }, 300_000);
}

/** Somebody typed wrong PINs into the ГОСТ part until it locked. */
const lockGost = (folder: string): void =>
  changeToken(folder, ({ applets }) => {
    const pin = applets.find(({ serial }) => serial === gostSerialIn(folder))?.userPin;
    if (pin) pin.wrongTries = pin.maxTries;
  });
const gostSerialIn = (folder: string): string => {
  const signature = (object: DeviceState['applets'][number]['objects'][number]) =>
    attributeOf(object, CKA.class)?.[0] === CKO.certificate &&
    !new X509Certificate(attributeOf(object, CKA.value) ?? Buffer.alloc(0)).issuer.includes('pki.fsrar.ru');
  return deviceIn(folder).applets.find(({ objects }) => objects.some(signature))?.serial ?? '';
};

test('the ГОСТ PIN is locked: that part alone is emptied, after its list, the files and the tail; the access key works to the end', async () => {
  const first = await begin('keys-end');
  changeToken(first.folder, (device) => {
    device.generationMs = 0;
  });
  lockGost(first.folder);
  const [former] = keysOf(first.folder, 'access-key');
  const [formerSignature] = keysOf(first.folder, 'signature');
  await first.journey.machine.check(null);

  const emptied: Act = async ({ journey, folder }) => {
    const step = journey.state.keyChange.plan?.steps.find(({ id }) => id === 'signature-part');
    expect(step).toMatchObject({ part: 'gost', dies: [{ kind: 'qualified', name: 'ООО «Ромашка»' }] });
    const lies = readdirSync(path.join(folder, 'world/replaced-certificates'));
    expect(lies).toHaveLength(2);
    const before = heldOn(folder);
    const tail = journey.device?.printedSerial.slice(-4) ?? '';
    const order = { kind: 'initialise', applet: 'gost', soPin: null, newPin: pins.gost, label: 'ГОСТ' } as const;
    const refusedFor = async (confirmation: string) => {
      const refused = await journey.tokens.perform({ ...order, confirmation, lastTryConfirmed: false });
      expect(heldOn(folder)).toEqual(before);
      return refused.ok ? null : refused.problem.code;
    };
    expect(await refusedFor(`x${tail.slice(1)}`)).toBe('SETUP_CONFIRMATION_MISMATCH');
    expect(await refusedFor(tail)).toBe('SETUP_CERTIFICATES_NOT_SAVED');
    journey.tokens.noteSaved('gost', path.join(folder, 'saved'), 1);
    // The library of practice has no function of the vendor's: its program does it, with the PIN that the UTM knows.
    expect(await refusedFor(tail)).toBe('TOKEN_INITIALISATION_HANDOFF');
    const serial = gostSerialIn(folder);
    changeToken(folder, ({ applets }) => {
      for (const applet of applets.filter((part) => part.serial === serial)) {
        applet.objects = [];
        applet.userPin = newPin(pins.gost, 3);
      }
    });
    await journey.tokens.refresh();
  };
  const own: Acts = {
    'reason choose-reason': ({ journey }) => journey.keyChange.begin({ ...planned, reason: 'lost-pin' }),
    'signature-part prepare-locked': emptied,
  };
  const order = [
    'reason choose-reason',
    'save unsaved',
    'signature-part prepare-locked',
    'qualified qualified-missing',
    'qualified qualified-requested',
    'access-key key-tied-to-former',
  ];
  // Where the part is empty, and where a request is out: what the other story has not.
  const halts = new Set(['signature-part prepare-locked', 'qualified qualified-missing']);
  const told = await goToTheEnd(first, own, (turn) => halts.has(turn));
  expect(told.done).toEqual(order);
  for (const held of told.held.slice(0, -1)) {
    expect(held.filter(({ kind }) => kind === 'access-key')).toEqual([
      expect.objectContaining({ fingerprint: former?.fingerprint, whole: true }),
    ]);
  }
  expect(told.walk.journey.state.keyChange.plan).toMatchObject({ finished: true });
  const { folder } = told.walk;
  const [key, ...others] = keysOf(folder, 'access-key');
  expect([key?.whole, others]).toEqual([true, []]);
  expect(key?.fingerprint).not.toBe(former?.fingerprint);
  const [signature] = keysOf(folder, 'signature');
  expect(signature).toMatchObject({ whole: true });
  expect(signature?.fingerprint).not.toBe(formerSignature?.fingerprint);
}, 300_000);
