import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyChangePlan } from '../../src/setup/key-change/plan.ts';
import {
  begun,
  changeFor,
  changeOf,
  changeUnderWay,
  forgotten,
  keyChangesSchema,
  pinsKnown,
} from '../../src/setup/key-change/remembered-changes.ts';
import type { Certificate } from '../../src/shared/domain/certificate.ts';
import {
  type KeyChange,
  type KeyChangeChoices,
  type KeyChangePlan,
  type KeyChangeStepId,
  keyChangePlanSchema,
  keyChangeReasonSchema,
  keyChangeStepIdSchema,
} from '../../src/shared/domain/key-change.ts';
import type { Applet, Device, TokenKey } from '../../src/shared/domain/token.ts';
import type { UtmState } from '../../src/shared/domain/utm.ts';
import { accessKey, inDays, qualified } from '../renderer/states/certificates.ts';
import { applet, jacarta, pin } from '../renderer/states/devices.ts';

/** Certificates of a story, oldest first. The key between was issued before the new signature, and belongs to the former. */
const certificates = {
  oldSignature: { ...qualified(20), fingerprint: '01'.repeat(32), notBefore: inDays(-345) },
  oldKey: { ...accessKey(12), fingerprint: '02'.repeat(32), notBefore: inDays(-340) },
  keyBetween: { ...accessKey(350), fingerprint: '03'.repeat(32), notBefore: inDays(-3) },
  newSignature: { ...qualified(363), fingerprint: '04'.repeat(32), notBefore: inDays(-2) },
  newKey: { ...accessKey(364), fingerprint: '05'.repeat(32), notBefore: inDays(-1) },
} satisfies Record<string, Certificate>;
type Name = keyof typeof certificates;

/** Pairs without a certificate: one from before the change, and one whose request is out since. */
const pairs = { strayPair: '0a', freshPair: '0b' } as const;
type PairName = keyof typeof pairs;

const now = new Date();

interface World {
  readonly gost: readonly Name[];
  readonly pki: readonly Name[];
  readonly gostPairs: readonly PairName[];
  readonly pkiPairs: readonly PairName[];
  /** Parts with 3900 bytes left. */
  readonly full: readonly ('gost' | 'pki')[];
  readonly gostPin: 'good' | 'locked';
  readonly pkiPin: 'good' | 'locked';
  readonly canUnblock: boolean;
  readonly longLived: boolean;
  readonly utmReads: readonly [Name | null, Name | null];
  readonly utmHealthy: boolean;
  readonly saved: readonly Name[];
  readonly answered: Name | null;
  readonly choices: KeyChangeChoices;
}

const blank: World = {
  gost: ['oldSignature'],
  pki: ['oldKey'],
  gostPairs: [],
  pkiPairs: [],
  full: [],
  gostPin: 'good',
  pkiPin: 'good',
  canUnblock: false,
  longLived: false,
  utmReads: ['oldSignature', 'oldKey'],
  utmHealthy: true,
  saved: [],
  answered: null,
  choices: { reason: 'planned', lostPins: [], blankParts: [], revoked: false },
};

const longer = (certificate: Certificate): Certificate => ({ ...certificate, notAfter: inDays(300) });
const certificateOf = (name: Name, { longLived }: World): Certificate =>
  longLived ? longer(certificates[name]) : certificates[name];

/** Nobody is signed in: the public half alone is seen. */
const pairOf = (kind: 'gost' | 'pki', name: PairName): TokenKey => ({
  keyId: `${kind === 'gost' ? '01' : '02'}${pairs[name]}`,
  label: name,
  kind: kind === 'gost' ? 'gost-2012-256' : 'rsa',
  bits: null,
  publicKey: null,
  hasPublic: true,
  hasPrivate: false,
  hasCertificate: false,
});

const deviceOf = (world: World): Device => {
  const part = (kind: 'gost' | 'pki'): Applet =>
    applet(
      kind,
      world[kind].map((name) => certificateOf(name, world)),
      {
        canUnblock: world.canUnblock,
        freeMemory: world.full.includes(kind) ? 3_900 : null,
        keys: world[`${kind}Pairs`].map((name) => pairOf(kind, name)),
        userPin: pin(world[`${kind}Pin`] === 'locked' ? { tries: 'locked' } : {}),
      },
    );
  return jacarta([part('gost'), part('pki')]);
};

const utmOf = (world: World): UtmState => {
  const [signature, key] = world.utmReads;
  const read = (name: Name | null, issuer: string): NonNullable<UtmState['info']>['rsa'] => ({
    validity: name ? 'valid' : 'unknown',
    notBefore: name ? { kind: 'date', iso: certificates[name].notBefore } : { kind: 'absent' },
    notAfter: name ? { kind: 'date', iso: certificates[name].notAfter } : { kind: 'absent' },
    issuer,
  });
  return {
    url: 'http://127.0.0.1:8080',
    reachability: 'answering',
    build: null,
    info: {
      version: '4.2.0',
      contour: 'prod',
      rsaError: null,
      unsentChequesSince: null,
      ownerId: key ? '030000000001' : null,
      database: { createdAt: null, ownerId: '030000000001' },
      rsa: read(key, 'pki.fsrar.ru'),
      gost: read(signature, 'УЦ'),
      license: null,
    },
    subjects: { rsa: 'read', gost: 'read' },
    computer: null,
    verdict: {
      id: world.utmHealthy ? 'working' : 'exchange-stale',
      healthy: world.utmHealthy,
      values: {},
      actions: [],
    },
  };
};

/** The change as it was begun in the world `first`, with what the person says of it in `world`. */
const changeIn = (first: World, world: World, requested: readonly PairName[] = []): KeyChange => ({
  ...changeOf(deviceOf(first), world.choices, now, new Set(requested.map((name) => `01${pairs[name]}`))),
  choices: world.choices,
});

const planIn = (first: World, world: World, requested: readonly PairName[] = []): KeyChangePlan =>
  keyChangePlan({
    device: deviceOf(world),
    change: changeIn(first, world, requested),
    begun: true,
    saved: new Set(world.saved.map((name) => certificateOf(name, world).fingerprint)),
    utm: utmOf(world),
    proof: [],
    answered: world.answered && certificates[world.answered].fingerprint,
    now,
  });

const stepIn = (plan: KeyChangePlan, id: KeyChangeStepId) => {
  const found = plan.steps.find((step) => step.id === id);
  if (!found) throw new Error(id);
  return found;
};
const nextOf = ({ steps }: KeyChangePlan) => steps.find(({ state }) => state === 'next' || state === 'blocked');
const settledIn = ({ steps }: KeyChangePlan) =>
  steps.filter(({ state }) => state === 'done' || state === 'not-needed').map(({ id }) => id);

const choicesArbitrary: fc.Arbitrary<KeyChangeChoices> = fc.record({
  reason: fc.constantFrom(...keyChangeReasonSchema.options),
  lostPins: fc.subarray<'gost' | 'pki'>(['gost', 'pki']),
  blankParts: fc.subarray<'gost' | 'pki'>(['gost', 'pki']),
  revoked: fc.boolean(),
});
const anyWorld: fc.Arbitrary<World> = fc.record({
  gost: fc.subarray<Name>(['oldSignature', 'newSignature']),
  pki: fc.subarray<Name>(['oldKey', 'keyBetween', 'newKey']),
  gostPairs: fc.subarray<PairName>(['strayPair', 'freshPair']),
  pkiPairs: fc.subarray<PairName>(['strayPair', 'freshPair']),
  full: fc.subarray<'gost' | 'pki'>(['gost', 'pki']),
  gostPin: fc.constantFrom('good', 'locked'),
  pkiPin: fc.constantFrom('good', 'locked'),
  canUnblock: fc.boolean(),
  longLived: fc.boolean(),
  utmReads: fc.tuple(
    fc.constantFrom<Name | null>(null, 'oldSignature', 'newSignature'),
    fc.constantFrom<Name | null>(null, 'oldKey', 'keyBetween', 'newKey'),
  ),
  utmHealthy: fc.boolean(),
  saved: fc.subarray<Name>(['oldSignature', 'oldKey', 'newSignature', 'newKey']),
  answered: fc.constantFrom<Name | null>(null, 'oldKey', 'newKey'),
  choices: choicesArbitrary,
});
const firstWorld = anyWorld.map(
  (world): World => ({
    ...world,
    gost: world.gost.filter((name) => name === 'oldSignature'),
    pki: world.pki.filter((name) => name === 'oldKey'),
    gostPairs: world.gostPairs.filter((name) => name === 'strayPair'),
    pkiPairs: world.pkiPairs.filter((name) => name === 'strayPair'),
  }),
);

/** Nothing new has to come into this part: its key is young, fits the signature, and nothing speaks against it. */
function lasts(kind: 'gost' | 'pki', plan: KeyChangePlan, world: World): boolean {
  const calm = world.choices.reason === 'planned' || world.choices.reason === 'lost-pin';
  const signatureLasts = world.longLived && calm && world.gost.includes('oldSignature');
  if (kind === 'gost') return signatureLasts;
  const signatureStays = signatureLasts && world.gost.length === 1 && !world.gostPairs.includes('freshPair');
  return signatureStays && stepIn(plan, 'signature-part').dies.length === 0 && world.pki.includes('oldKey');
}

describe('the plan of a change, whatever the facts', () => {
  const forAll = (law: (plan: KeyChangePlan, world: World, first: World) => void) =>
    fc.assert(
      fc.property(firstWorld, anyWorld, (first, world) => law(planIn(first, world), world, first)),
      {
        numRuns: 600,
      },
    );

  test('has every sub-step once, one of them at most is for now, and those after it wait', () => {
    forAll((plan) => {
      expect(keyChangePlanSchema.parse(plan)).toEqual(plan);
      expect(plan.steps.map(({ id }) => id).sort()).toEqual([...keyChangeStepIdSchema.options].sort());
      const states = plan.steps.map(({ state }) => state).filter((state) => state !== 'done' && state !== 'not-needed');
      expect(states.slice(1).every((state) => state === 'later')).toBe(true);
      expect(states[0] ?? 'next').not.toBe('later');
      expect(plan.finished).toBe(states.length === 0);
    });
  });

  test('never offers an old access key for deletion before its successor is proven', () => {
    forAll((plan, world) => {
      if (stepIn(plan, 'remove-old').state !== 'next') return;
      expect(world.pki).toContain('newKey');
      const provenByUtm = world.utmReads[1] === 'newKey' && world.utmHealthy;
      expect(provenByUtm || world.answered === 'newKey').toBe(true);
    });
  });

  test('prepares nothing anew unless somebody wants it so, there is no other way in, or no room', () => {
    forAll((plan, world) => {
      const parts = [
        ['signature-part', 'gost', world.gostPin, ['newSignature']],
        ['access-key-part', 'pki', world.pkiPin, ['newKey', 'keyBetween']],
      ] as const;
      for (const [id, kind, tries, successors] of parts) {
        const { state, why, dies } = stepIn(plan, id);
        const prepares = (state === 'next' || state === 'later') && why.startsWith('prepare-');
        const wanted = world.choices.blankParts.includes(kind);
        const shut = tries === 'locked' || world.choices.lostPins.includes(kind);
        if (!prepares) {
          expect(dies).toEqual([]);
          continue;
        }
        expect(wanted || (shut && !world.canUnblock) || world.full.includes(kind)).toBe(true);
        const holdsSuccessor = world[kind].some((name) => successors.some((successor) => successor === name));
        if (holdsSuccessor) expect(tries).toBe('locked');
        // A pair whose PIN nobody knows is of no use to anybody, whatever waits for it.
        const waiting = world[`${kind}Pairs`].includes('freshPair');
        if (waiting) expect(['prepare-locked', 'prepare-lost']).toContain(why);
        // Nothing that lasts dies for room alone.
        if (why === 'prepare-full') expect(lasts(kind, plan, world)).toBe(false);
        // All that goes is named.
        expect(dies).toHaveLength(world[kind].length + world[`${kind}Pairs`].length);
      }
    });
  });

  test('a good part never dies for the sake of the other', () => {
    forAll((plan, world) => {
      const calm = { ...world, choices: { ...world.choices, lostPins: [], blankParts: [] } };
      if (
        calm.pkiPin === 'locked' ||
        world.choices.lostPins.includes('pki') ||
        world.choices.blankParts.includes('pki') ||
        world.full.includes('pki')
      ) {
        return;
      }
      expect(['not-needed', 'done']).toContain(stepIn(plan, 'access-key-part').state);
    });
  });

  test('is the same whenever it is asked for, also after the change went through its file', () => {
    forAll((plan, world, first) => {
      const [remembered] = keyChangesSchema.parse(JSON.parse(JSON.stringify([changeIn(first, world)])));
      expect(remembered).toEqual(changeIn(first, world));
      expect(planIn(first, world)).toEqual(plan);
    });
  });

  test('a finished plan means keys that fit each other, in a UTM that reads them', () => {
    forAll((plan, world) => {
      if (!plan.finished || stepIn(plan, 'proof').state !== 'done') return;
      expect(world.utmHealthy).toBe(true);
      expect(world.gost).toContain(world.utmReads[0]);
      expect(world.pki).toContain(world.utmReads[1]);
    });
  });
});

const isStray = (name: PairName): boolean => name === 'strayPair';

/** What is remembered of a change once the PIN of a part was set. */
function choicesAfterPin(world: World, part: 'gost' | 'pki'): KeyChangeChoices {
  const change = changeIn(world, world);
  return changeFor(pinsKnown([change], change.serial, [part]), change.serial)?.choices ?? world.choices;
}

/** What a person does at each sub-step, as the world sees it. */
const doing: Readonly<Record<KeyChangeStepId, (world: World, plan: KeyChangePlan) => World>> = {
  reason: (world) => world,
  revoke: (world) => ({ ...world, choices: { ...world.choices, revoked: true } }),
  save: (world) => ({ ...world, saved: [...world.gost, ...world.pki] }),
  'signature-part': (world, plan) => {
    const mends = stepIn(plan, 'signature-part').why.startsWith('unblock-');
    const choices = mends ? choicesAfterPin(world, 'gost') : world.choices;
    const inside = mends ? world : { gost: [], gostPairs: [], full: world.full.filter((part) => part !== 'gost') };
    return { ...world, ...inside, gostPin: 'good', choices };
  },
  qualified: (world, plan) =>
    stepIn(plan, 'qualified').why === 'qualified-requested'
      ? { ...world, gost: [...world.gost, 'newSignature'], gostPairs: world.gostPairs.filter(isStray) }
      : // A request is out, and its pair takes room.
        { ...world, gostPairs: [...world.gostPairs, 'freshPair'], full: ['gost', ...world.full] },
  'access-key-part': (world, plan) => {
    const mends = stepIn(plan, 'access-key-part').why.startsWith('unblock-');
    const choices = mends ? choicesAfterPin(world, 'pki') : world.choices;
    const inside = mends ? world : { pki: [], pkiPairs: [], full: world.full.filter((part) => part !== 'pki') };
    return { ...world, ...inside, pkiPin: 'good', choices };
  },
  'access-key': (world) => ({ ...world, pki: [...world.pki, 'newKey'] }),
  utm: (world) => ({ ...world, utmReads: [world.gost.at(-1) ?? null, world.pki.at(-1) ?? null] }),
  proof: (world) => ({ ...world, utmHealthy: true }),
  'remove-old': (world) => ({ ...world, pki: ['newKey'] }),
};

test('whoever does what comes next gets to the end, and nothing that was settled comes back', () => {
  fc.assert(
    fc.property(firstWorld, (world) => {
      // A part that held nothing and whose PIN was lost shows by nothing that it was prepared; only a sign-in does.
      const lostPins = world.choices.lostPins.filter((part) => part !== 'combined' && world[part].length > 0);
      const first: World = { ...world, answered: null, choices: { ...world.choices, lostPins } };
      let at = first;
      let plan = planIn(first, at);
      for (let taken = 0; !plan.finished; taken += 1) {
        expect(taken).toBeLessThan(13);
        const next = nextOf(plan);
        expect(next?.state).toBe('next');
        at = doing[next?.id ?? 'reason'](at, plan);
        const after = planIn(first, at);
        // A request is followed by its certificate, and a part that was unblocked may be full: the turn is another then.
        const another = nextOf(after);
        if (another?.id === next?.id) expect(another?.why).not.toBe(next?.why);
        else expect(settledIn(after)).toContain(next?.id);
        expect(settledIn(after)).toEqual(expect.arrayContaining(settledIn(plan)));
        plan = after;
      }
    }),
    { numRuns: 400 },
  );
});

describe('single stories of the plan', () => {
  test('a planned change: save, a new signature, a new key, the UTM, the proof, and the old key last', () => {
    const asked: string[] = [];
    let at = blank;
    for (let plan = planIn(blank, at); !plan.finished; plan = planIn(blank, at)) {
      const next = nextOf(plan);
      asked.push(`${next?.id} ${next?.why}`);
      at = doing[next?.id ?? 'reason'](at, plan);
    }
    expect(asked).toEqual([
      'save unsaved',
      'qualified qualified-ends',
      'qualified qualified-requested',
      'access-key key-tied-to-former',
      'utm utm-reads-former',
      'remove-old old-left',
    ]);
  });

  test('a locked ГОСТ part of a JaCarta: it alone dies, and the working access key is named nowhere', () => {
    const plan = planIn(blank, { ...blank, gostPin: 'locked', saved: ['oldSignature', 'oldKey'] });
    expect(nextOf(plan)).toMatchObject({
      id: 'signature-part',
      why: 'prepare-locked',
      part: 'gost',
      dies: [{ kind: 'qualified' }],
    });
    expect(stepIn(plan, 'access-key-part')).toMatchObject({ state: 'not-needed', why: 'part-in-order' });
  });

  test('an administrator’s PIN is tried before anything is prepared anew, unless there is none', () => {
    const locked: World = { ...blank, gostPin: 'locked', canUnblock: true, saved: ['oldSignature', 'oldKey'] };
    expect(nextOf(planIn(blank, locked))).toMatchObject({ why: 'unblock-locked', dies: [] });
    const without: World = { ...locked, choices: { ...locked.choices, blankParts: ['gost'] } };
    expect(nextOf(planIn(blank, without))).toMatchObject({ why: 'prepare-locked' });
  });

  test('a request is out: its pair has taken the room, and nothing that is asked for erases it', () => {
    const requested: World = {
      ...blank,
      gostPairs: ['freshPair'],
      full: ['gost'],
      saved: ['oldSignature', 'oldKey'],
    };
    const ticked: World = { ...requested, choices: { ...blank.choices, blankParts: ['gost'] } };
    for (const world of [requested, ticked]) {
      const plan = planIn(blank, world);
      expect(stepIn(plan, 'signature-part')).toMatchObject({ state: 'not-needed', dies: [] });
      expect(nextOf(plan)).toMatchObject({ id: 'qualified', why: 'qualified-requested' });
      // Nor where the change was begun after the request.
      expect(stepIn(planIn(world, world, ['freshPair']), 'signature-part')).toMatchObject({ dies: [] });
    }
    // Where no request is out, a full part is prepared; a pair from before is nobody's successor.
    const full: World = { ...requested, gostPairs: ['strayPair'] };
    expect(nextOf(planIn(full, full))).toMatchObject({ why: 'prepare-full', dies: [{}, { kind: 'key' }] });
    const lasting: World = { ...full, longLived: true };
    expect(planIn(lasting, lasting)).toMatchObject({ finished: true });
  });

  test('a stolen token: the authority first, in words that promise nothing', () => {
    const stolen: World = { ...blank, choices: { ...blank.choices, reason: 'stolen' } };
    expect(nextOf(planIn(blank, stolen))).toMatchObject({ id: 'revoke', why: 'tell-authority-stolen' });
  });

  test('an access key issued before the new signature does not count', () => {
    const between: World = {
      ...blank,
      gost: ['newSignature'],
      pki: ['keyBetween'],
      saved: ['oldSignature', 'oldKey'],
    };
    expect(nextOf(planIn(blank, between))).toMatchObject({ id: 'access-key', why: 'key-tied-to-former' });
  });

  test('of two access keys the old one goes before the UTM is asked, once the new one has signed', () => {
    const both: World = {
      ...blank,
      gost: ['newSignature'],
      pki: ['oldKey', 'newKey'],
      saved: ['oldSignature', 'oldKey'],
    };
    expect(nextOf(planIn(blank, both))).toMatchObject({ id: 'utm', why: 'utm-reads-former' });
    expect(nextOf(planIn(blank, { ...both, answered: 'newKey' }))).toMatchObject({ id: 'remove-old' });
  });

  test('nothing ends and nothing is wrong: there is nothing to do', () => {
    const young: World = { ...blank, longLived: true, saved: ['oldSignature', 'oldKey'] };
    expect(planIn(young, young)).toMatchObject({ finished: true });
  });
});

describe('what is remembered of changes', () => {
  const device = deviceOf(blank);
  const fresh = changeOf(device, blank.choices, now);

  test('a change begun twice keeps its beginning and takes the new words', () => {
    const later = changeOf(deviceOf({ ...blank, gost: [] }), { ...blank.choices, reason: 'stolen' }, new Date());
    const twice = begun(begun([], fresh), later);
    expect(twice).toEqual([{ ...fresh, choices: { ...fresh.choices, reason: 'stolen' } }]);
    expect(forgotten(twice, device.serial)).toEqual([]);
  });

  describe('a change that nobody closed', () => {
    const closing = certificates.oldSignature;
    const formerYear: KeyChange = {
      ...fresh,
      begunAt: inDays(-350),
      choices: { ...fresh.choices, reason: 'stolen' },
      baseline: { certificates: [], keys: [] },
    };
    const planFrom = (changes: readonly KeyChange[], token: Device) => {
      const change = changeUnderWay(changes, token, now);
      return keyChangePlan({
        device: token,
        change: change ?? changeOf(token, blank.choices, now),
        begun: change !== null,
        saved: new Set([closing.fingerprint, certificates.oldKey.fingerprint]),
        utm: utmOf(blank),
        proof: [],
        answered: null,
        now,
      });
    };

    test('last year stands in nobody’s way this year: its keys end, and are of the new baseline', () => {
      expect(nextOf(planFrom([formerYear], device))).toMatchObject({ id: 'reason', why: 'choose-reason' });
      const changes = begun([formerYear], fresh);
      expect(changes).toEqual([fresh]);
      expect(nextOf(planFrom(changes, device))).toMatchObject({ id: 'qualified', why: 'qualified-ends' });
    });

    test('goes on while it has brought nothing, while what it brought lasts, and while it is young', () => {
      const waiting = { ...formerYear, baseline: fresh.baseline };
      const lasting = deviceOf({ ...blank, gost: ['oldSignature', 'newSignature'], pki: ['newKey'] });
      const young = { ...formerYear, begunAt: inDays(-30) };
      for (const [change, token] of [
        [waiting, device],
        [formerYear, lasting],
        [young, device],
      ] as const) {
        expect(changeUnderWay([change], token, now)).toBe(change);
        const again = changeOf(token, blank.choices, now);
        expect(begun([change], again)).toEqual([{ ...change, choices: again.choices }]);
      }
    });

    test('is over as soon as one of its keys has to be changed again, and not for the sake of another token', () => {
      const keyEnds = deviceOf({ ...blank, gost: ['newSignature'], pki: ['oldKey'] });
      expect(changeUnderWay([formerYear], keyEnds, now)).toBeNull();
      expect(changeUnderWay([formerYear], { ...keyEnds, serial: 'another' }, now)).toBeNull();
      expect(begun([formerYear], changeOf({ ...keyEnds, serial: 'another' }, blank.choices, now))).toHaveLength(2);
    });
  });

  test('a locked part counts as one whose PIN nobody knows, until somebody knows it', () => {
    const locked = deviceOf({ ...blank, gostPin: 'locked' });
    const changes = begun([], changeOf(locked, blank.choices, now));
    expect(changeFor(changes, device.serial)?.choices.lostPins).toEqual(['gost']);
    expect(changeFor(pinsKnown(changes, device.serial, ['pki', 'gost']), device.serial)?.choices.lostPins).toEqual([]);
    expect(pinsKnown(changes, device.serial, ['pki'])).toBe(changes);
    expect(pinsKnown(changes, 'another', ['gost'])).toBe(changes);
  });
});
