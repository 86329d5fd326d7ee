import {
  type Dying,
  type KeyChangePlan,
  type KeyChangeReason,
  type KeyChangeStep,
  type KeyChangeStepId,
  type KeyChangeWhy,
  keyChangeStepIdSchema,
} from '../../shared/domain/key-change.ts';
import type { Applet } from '../../shared/domain/token.ts';
import { endsSoon, hasEnded, type KeyChangeFacts, type KeysNow, keysNow } from './key-facts.ts';
import { type PartNeed, partNeed, wasPrepared } from './part-need.ts';

/** How one sub-step stands by itself, before its place among the others is looked at. */
interface Standing {
  readonly state: 'done' | 'not-needed' | 'open' | 'blocked';
  readonly why: KeyChangeWhy;
  readonly values?: KeyChangeStep['values'];
  readonly applet?: Applet | undefined;
  readonly dies?: readonly Dying[];
}

interface Ground extends KeyChangeFacts {
  readonly keys: KeysNow;
  readonly needs: { readonly gost: PartNeed | null; readonly pki: PartNeed | null };
}

const standing = (state: Standing['state'], why: KeyChangeWhy, values: KeyChangeStep['values'] = {}): Standing => ({
  state,
  why,
  values,
});
const done = (why: KeyChangeWhy, values?: KeyChangeStep['values']) => standing('done', why, values);
const notNeeded = (why: KeyChangeWhy, values?: KeyChangeStep['values']) => standing('not-needed', why, values);
const open = (why: KeyChangeWhy, values?: KeyChangeStep['values']) => standing('open', why, values);
const blocked = (why: KeyChangeWhy, values?: KeyChangeStep['values']) => standing('blocked', why, values);

/** What to tell the authority; `null` where there is nothing to tell. */
const emergencies: Readonly<Record<KeyChangeReason, KeyChangeWhy | null>> = {
  planned: null,
  stolen: 'tell-authority-stolen',
  compromised: 'tell-authority-compromised',
  'lost-pin': null,
  'changed-requisites': null,
};

/** Reasons for which the signature that is there must not be gone on with, however long it lasts. */
const needNewSignature: ReadonlySet<KeyChangeReason> = new Set(['stolen', 'compromised', 'changed-requisites']);

/** All that a preparation of this part destroys. */
const dyingIn = ({ certificates, keys, cryptoProContainers }: Applet): readonly Dying[] => [
  ...certificates.map(({ certificate, label }): Dying => {
    if (!certificate) return { kind: 'other', name: label, notAfter: null };
    const { purpose, fsrarId, holder, notAfter } = certificate;
    return { kind: purpose, name: fsrarId ?? holder.name, notAfter };
  }),
  ...keys
    .filter(({ hasCertificate }) => !hasCertificate)
    .map(({ label }): Dying => ({ kind: 'key', name: label, notAfter: null })),
  ...cryptoProContainers.map((name): Dying => ({ kind: 'container', name, notAfter: null })),
];

function partStanding(ground: Ground, applet: Applet | undefined, need: PartNeed | null): Standing {
  if (!applet) return blocked('no-such-part');
  if (need === null)
    return { ...(wasPrepared(applet, ground.change) ? done('prepared') : notNeeded('part-in-order')), applet };
  if (need.way === 'unblock') return { ...open(need.why), applet };
  if (applet.initialisation === 'none') return { ...blocked('cannot-prepare'), applet };
  return { ...open(need.why), applet, dies: dyingIn(applet) };
}

function qualifiedStanding({ keys, needs, change, now }: Ground): Standing {
  const { qualified, qualifiedIsNew } = keys;
  if (qualified && qualifiedIsNew) {
    if (Date.parse(qualified.notBefore) > now.getTime())
      return blocked('qualified-not-yet', { from: qualified.notBefore });
    return done('qualified-new', { until: qualified.notAfter });
  }
  if (keys.requested) return open('qualified-requested');
  if (!qualified) return open('qualified-missing');
  const values = { until: qualified.notAfter };
  if (hasEnded(qualified, now)) return open('qualified-ended', values);
  if (needs.gost?.way === 'prepare') return open('qualified-dies', values);
  if (needNewSignature.has(change.choices.reason)) return open('qualified-by-reason', values);
  return endsSoon(qualified, now) ? open('qualified-ends', values) : notNeeded('qualified-lasts', values);
}

function accessKeyStanding(ground: Ground): Standing {
  const { keys, needs, change, now } = ground;
  const { accessKey } = keys;
  const values = accessKey ? { until: accessKey.notAfter, fsrarId: accessKey.fsrarId ?? '' } : {};
  const signature = qualifiedStanding(ground).state;
  if (signature === 'open' || signature === 'blocked') return open('key-after-signature', values);
  if (!accessKey) return open('key-missing');
  if (!keys.accessKeyIsTied) return open('key-tied-to-former', values);
  if (keys.accessKeyIsNew) return done('key-new', values);
  if (hasEnded(accessKey, now)) return open('key-ended', values);
  if (needs.pki?.way === 'prepare') return open('key-dies', values);
  if (needNewSignature.has(change.choices.reason)) return open('key-by-reason', values);
  return endsSoon(accessKey, now) ? open('key-ends', values) : notNeeded('key-lasts', values);
}

/** Whether this change brings, or brought, anything that the UTM has to learn of. */
const changesAnything = (ground: Ground): boolean =>
  ground.change.choices.reason === 'lost-pin' ||
  [qualifiedStanding(ground), accessKeyStanding(ground)].some(({ state }) => state !== 'not-needed');

const keysStand = (ground: Ground): boolean =>
  [qualifiedStanding(ground), accessKeyStanding(ground)].every(
    ({ state }) => state === 'done' || state === 'not-needed',
  );

function utmStanding(ground: Ground): Standing {
  const { utm, keys } = ground;
  if (!changesAnything(ground)) return notNeeded('utm-nothing-new');
  if (keysStand(ground) && keys.utmReadsThem) return done('utm-reads-new', { fsrarId: utm?.info?.ownerId ?? '' });
  if (utm === null) return open('utm-not-asked');
  return utm.reachability === 'answering' ? open('utm-reads-former') : blocked('utm-silent');
}

function proofStanding(ground: Ground): Standing {
  const { utm, keys } = ground;
  if (!changesAnything(ground)) return notNeeded('utm-nothing-new');
  if (!keysStand(ground) || !keys.utmReadsThem) return open('proof-later');
  if (keys.signed === 'no') return open('signing-fails');
  if (!utm?.verdict.healthy) return open('utm-ill', { verdict: utm?.verdict.id ?? '' });
  return keys.signed === 'yes' ? done('proven') : done('proven-without-document');
}

/** How each sub-step stands by itself. Nothing here knows what was done before: only what is. */
const standings: Readonly<Record<KeyChangeStepId, (ground: Ground) => Standing>> = {
  reason: ({ begun, change }) => (begun ? done('begun', { date: change.begunAt }) : open('choose-reason')),
  revoke({ change, utm }) {
    const telling = emergencies[change.choices.reason];
    if (telling === null) return notNeeded('nothing-to-revoke');
    if (change.choices.revoked) return done('said-revoked');
    return utm?.info?.gost.validity === 'revoked' ? done('utm-says-revoked') : open(telling);
  },
  save({ device, change, saved }) {
    const { certificates } = change.baseline;
    const present = new Set(
      device.applets.flatMap((applet) => applet.certificates.map(({ certificate }) => certificate?.fingerprint)),
    );
    const unsaved = certificates.filter(({ fingerprint }) => !saved.has(fingerprint));
    const count = unsaved.filter(({ fingerprint }) => present.has(fingerprint)).length;
    if (count > 0) return open('unsaved', { count });
    if (certificates.length === 0) return notNeeded('nothing-to-save');
    return unsaved.length === 0 ? done('saved', { count: certificates.length }) : notNeeded('gone-unsaved');
  },
  'signature-part': (ground) => partStanding(ground, ground.keys.gost, ground.needs.gost),
  qualified: qualifiedStanding,
  'access-key-part': (ground) =>
    ground.keys.pki !== undefined && ground.keys.pki === ground.keys.gost
      ? notNeeded('one-part')
      : partStanding(ground, ground.keys.pki, ground.needs.pki),
  'access-key': accessKeyStanding,
  utm: utmStanding,
  proof: proofStanding,
  'remove-old'(ground) {
    const { keys, change } = ground;
    const { length: count } = keys.oldAccessKeys;
    if (count > 0) return open('old-left', { count });
    const hadOne = change.baseline.certificates.some(({ purpose }) => purpose === 'access-key');
    if (!hadOne) return notNeeded('nothing-old');
    if (keys.accessKeyIsNew) return done('old-gone');
    return accessKeyStanding(ground).state === 'not-needed' ? notNeeded('nothing-old') : open('old-waits');
  },
};

/** When a sub-step should be over, by what was there when the change began. */
function deadlineOf(id: KeyChangeStepId, { change }: Ground): string | null {
  const ends = (purpose: string) =>
    change.baseline.certificates.filter((known) => known.purpose === purpose).map(({ notAfter }) => notAfter);
  const last = (moments: readonly string[]) => [...moments].sort().at(-1) ?? null;
  const signature = last(ends('qualified'));
  const accessKey = last(ends('access-key'));
  if (id === 'qualified') return signature;
  if (id === 'access-key' || id === 'utm' || id === 'proof') {
    return [signature, accessKey].filter((end) => end !== null).sort()[0] ?? null;
  }
  return null;
}

/**
 * The old access key goes last. Which of two a UTM takes is not known (docs/sources.md, UTM), so that it may never come
 * to the new one while both are there: once the new one has proven itself by a signature, the old one goes before the
 * UTM is asked.
 */
function orderFor({ accessKeyAnswered, oldAccessKeys, utmReadsThem }: KeysNow): readonly KeyChangeStepId[] {
  const ids = keyChangeStepIdSchema.options;
  if (!accessKeyAnswered || oldAccessKeys.length === 0 || utmReadsThem) return ids;
  return ids.flatMap((id): KeyChangeStepId[] => {
    if (id === 'remove-old') return [];
    return id === 'utm' ? ['remove-old', 'utm'] : [id];
  });
}

/** What is needed of each part; whether keys come into one is judged as if nothing were needed of it. */
function needsOf(facts: KeyChangeFacts, keys: KeysNow): Ground['needs'] {
  const { gost, pki } = keys;
  const { change } = facts;
  const isOpen = ({ state }: Standing) => state === 'open';
  const calm: Ground = { ...facts, keys, needs: { gost: null, pki: null } };
  const isOne = gost === pki;
  const signatureComes = isOpen(qualifiedStanding(calm));
  const gostAwaits = signatureComes || (isOne && isOpen(accessKeyStanding(calm)));
  const gostNeed = gost ? partNeed(gost, change, gostAwaits) : null;
  if (isOne) return { gost: gostNeed, pki: gostNeed };
  const keyComes = isOpen(accessKeyStanding({ ...calm, needs: { gost: gostNeed, pki: null } }));
  return { gost: gostNeed, pki: pki ? partNeed(pki, change, keyComes) : null };
}

const settled = ({ state }: Standing): boolean => state === 'done' || state === 'not-needed';

const withNote: ReadonlySet<KeyChangeStepId> = new Set(['access-key', 'utm']);

/**
 * What is to be done about the keys of a token, and in which order: a function of what is, so that a change may rest for
 * days and go on where reality stands. An old access key is not offered for deletion before the new one is proven, and
 * no part is prepared anew while something milder helps.
 */
export function keyChangePlan(facts: KeyChangeFacts): KeyChangePlan {
  const keys = keysNow(facts);
  const ground: Ground = { ...facts, keys, needs: needsOf(facts, keys) };
  const each = orderFor(keys).map((id) => ({ id, own: standings[id](ground) }));
  const first = each.find(({ own }) => !settled(own))?.id ?? null;
  const steps = each.map(({ id, own }): KeyChangeStep => {
    const stateInOrder = () => {
      if (own.state === 'done' || own.state === 'not-needed') return own.state;
      if (id !== first) return 'later';
      return own.state === 'blocked' ? 'blocked' : 'next';
    };
    return {
      id,
      state: stateInOrder(),
      why: own.why,
      values: own.values ?? {},
      deadline: settled(own) ? null : deadlineOf(id, ground),
      part: own.applet?.kind ?? null,
      dies: [...(own.dies ?? [])],
      twoSignatures: withNote.has(id) && !settled(own) && keys.twoSignatures,
    };
  });
  const { serial } = facts.device;
  return {
    serial,
    reason: facts.change.choices.reason,
    begunAt: facts.begun ? facts.change.begunAt : null,
    ends: { qualified: keys.qualified?.notAfter ?? null, accessKey: keys.accessKey?.notAfter ?? null },
    steps,
    finished: facts.begun && first === null,
  };
}
