import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { orderStart } from '../../src/practice/utm/service-order.ts';
import { UtmFolder } from '../../src/practice/utm/utm-folder.ts';
import { readDevices } from '../../src/practice/virtual-token/device-folder.ts';
import { stepFacts } from '../../src/setup/journey/journey-facts.ts';
import { permittedSteps, stepIds } from '../../src/shared/domain/steps.ts';
import { wizardStateSchema } from '../../src/shared/ipc/wizard-state.ts';
import { chosen, type PracticeJourney, practiceJourneys, signedIn } from './practice-journey.ts';

const begin = practiceJourneys();

const accessKeyIds = ({ journey }: PracticeJourney) =>
  journey.device?.applets.flatMap(({ certificates }) =>
    certificates.flatMap(({ certificate }) => (certificate?.purpose === 'access-key' ? [certificate.fsrarId] : [])),
  );
const wrongTries = ({ folder }: PracticeJourney) =>
  readDevices(path.join(folder, 'world/tokens')).flatMap(({ applets }) =>
    applets.map(({ userPin }) => userPin?.wrongTries),
  );

describe('a walk', () => {
  it('from nothing to a working UTM', async () => {
    const walk = await begin('new-shop');
    const { journey, recorded } = walk;
    await signedIn(walk);
    expect(journey.state.subdivisions).toMatchObject({ phase: 'done', count: 3, current: null });
    await chosen(walk);
    expect(journey.state.accessKey).toMatchObject({ issuer: 'utm', replaces: null, mayKeep: false });
    expect(await journey.accessKey.issue(true, '')).toEqual({ ok: true, value: null });
    expect(journey.state.accessKey.proof?.checks.map(({ status }) => status)).toEqual(Array(11).fill('passed'));
    await journey.go('utm');
    expect(journey.state).toMatchObject({ step: 'utm', utm: { state: { verdict: { id: 'working' } } } });
    expect(wizardStateSchema.parse(journey.state)).toEqual(journey.state);
    expect(recorded.map(({ event }) => event)).toEqual([
      'sign-in',
      'sign-in',
      'access-key-course-begins',
      'access-key-verified',
      'access-key-issued',
    ]);
  });

  it('asks for nothing without consent', async () => {
    const walk = await begin('new-shop');
    await signedIn(walk);
    await chosen(walk);
    expect(await walk.journey.accessKey.issue(false, '')).toMatchObject({
      problem: { code: 'SETUP_TERMS_NOT_ACCEPTED' },
    });
    expect(accessKeyIds(walk)).toEqual([]);
  });

  it('keeps a key that fits and is in force, and proves it like a new one', async () => {
    const walk = await begin('renewal');
    await signedIn(walk);
    await chosen(walk, walk.journey.state.subdivisions.current ?? '');
    expect(walk.journey.state.accessKey).toMatchObject({ mayKeep: true, issuer: 'utm' });
    await walk.journey.accessKey.keep();
    expect(walk.journey.state.accessKey).toMatchObject({ kept: true, phase: 'done', proof: { proven: true } });
    const { state } = walk.journey;
    expect(permittedSteps(stepFacts(state))).toContain('utm');
    // Whatever the UTM lacks then is told and mended at its own step; another trouble of the computer leads back.
    const beside = (id: 'utm-port' | 'clock') => {
      const findings = state.machine.findings.map((finding) =>
        finding.id === id ? { ...finding, status: 'bad' as const } : finding,
      );
      return permittedSteps(stepFacts({ ...state, machine: { ...state.machine, findings } })).at(-1);
    };
    expect([beside('utm-port'), beside('clock')]).toEqual(['utm', 'machine']);
  });

  it('proves a UTM for one place and one key: nothing of it stands for the next', async () => {
    const walk = await begin('renewal');
    const utm = new UtmFolder(path.join(walk.folder, 'world/utm'));
    utm.write(utm.paths.options, { ...utm.options(), exchangeEveryMs: 300 });
    const keep = async () => {
      await signedIn(walk);
      await chosen(walk, walk.journey.state.subdivisions.current ?? '');
      await walk.journey.accessKey.keep();
      await walk.journey.utm.refresh();
    };
    await keep();
    await walk.journey.utm.start();
    await walk.journey.utm.prove();
    const statuses = () => walk.journey.state.utmSetup.proof.map(({ status }) => status);
    expect(new Set(statuses())).toEqual(new Set(['passed']));

    await walk.journey.startOver();
    expect(statuses()).toEqual([]);
    await keep();
    expect(statuses()).toEqual([]);
    await walk.journey.utm.prove();
    expect(statuses()).not.toEqual([]);
    await walk.journey.utm.start();
    expect(statuses()).toEqual([]);
  }, 120_000);

  it('waits for a UTM no longer than a person wants', async () => {
    const walk = await begin('renewal');
    const utm = new UtmFolder(path.join(walk.folder, 'world/utm'));
    utm.write(utm.paths.options, { ...utm.options(), listensAfterMs: null });
    orderStart(utm);
    await vi.waitFor(async () => {
      await walk.journey.utm.refresh();
      expect(walk.journey.state.utm.state?.reachability).toBe('silent');
    }, 30_000);
    const watching = walk.journey.utm.watch();
    walk.journey.utm.stop();
    await watching;
    expect(walk.journey.state.utmSetup.work).toMatchObject({ kind: 'come-up', phase: 'stopped', problem: null });
  }, 60_000);

  it('does not offer to keep a key that is tied to the former signature, however good its dates are', async () => {
    const walk = await begin('utm-signature-renewed');
    await signedIn(walk);
    await chosen(walk, walk.journey.state.subdivisions.current ?? '');
    expect(walk.journey.state.accessKey).toMatchObject({ mayKeep: false, keepObstacle: 'signature-renewed' });
    expect(await walk.journey.accessKey.keep()).toMatchObject({ problem: { code: 'SETUP_STEP_NOT_READY' } });
    await walk.journey.accessKey.issue(true, '');
    expect(walk.journey.state.accessKey).toMatchObject({ phase: 'done', mayKeep: true, keepObstacle: null });
  });

  it('renews a key: the old one is gone, the new one is proven', async () => {
    const walk = await begin('renewal');
    await signedIn(walk);
    await chosen(walk, walk.journey.state.subdivisions.current ?? '');
    const before = walk.journey.state.accessKey.replaces;
    expect(before).not.toBeNull();
    await walk.journey.accessKey.issue(true, '');
    expect(walk.journey.state.accessKey).toMatchObject({ phase: 'done', proof: { proven: true } });
    expect(walk.journey.state.accessKey.proof?.certificate?.fingerprint).not.toBe(before);
    expect(accessKeyIds(walk)).toHaveLength(1);
  });

  it('shows a refusal of the UTM word for word and leaves the token as it was', async () => {
    const walk = await begin('utm-refuses');
    await signedIn(walk);
    await chosen(walk);
    await walk.journey.accessKey.issue(true, '');
    const { accessKey, step } = walk.journey.state;
    expect(accessKey).toMatchObject({ phase: 'failed', proof: null, problem: { code: 'EGAIS_UTM_REFUSED' } });
    expect(JSON.stringify(accessKey.problem?.details)).toContain('сервис выдачи ключей доступа временно недоступен');
    expect(step).toBe('access-key');
    expect(accessKeyIds(walk)).toEqual([]);
  });

  it('spends one try on a wrong PIN, says so, and goes nowhere', async () => {
    const walk = await begin('new-shop');
    await walk.journey.machine.check(null);
    await walk.journey.go('token');
    await walk.journey.tokens.signIn('gost', '123456', false);
    expect(walk.journey.state.tokens).toMatchObject({
      signingIn: null,
      signInProblem: { applet: 'gost', problem: { code: 'TOKEN_PIN_INCORRECT' } },
      signInNeeded: ['gost', 'pki'],
    });
    expect(wrongTries(walk)).toEqual([1, 0]);
    expect(await walk.journey.go('subdivision')).toMatchObject({ problem: { code: 'SETUP_STEP_NOT_READY' } });
  });

  it('takes the last try only from a person who confirmed it', async () => {
    const walk = await begin('last-try');
    await walk.journey.machine.check(null);
    await walk.journey.go('token');
    await walk.journey.tokens.signIn('gost', '0987654321', false);
    expect(wrongTries(walk)[0]).toBe(2);
    expect(walk.journey.state.tokens.signInProblem?.problem.code).toBe('TOKEN_PIN_LAST_TRY_UNCONFIRMED');
    await walk.journey.tokens.signIn('gost', '0987654321', true);
    expect(walk.journey.state.tokens.signInNeeded).toEqual(['pki']);
    expect(wrongTries(walk)[0]).toBe(0);
  });

  it('never asks a locked part', async () => {
    const walk = await begin('pin-locked');
    await walk.journey.machine.check(null);
    await walk.journey.go('token');
    await walk.journey.tokens.signIn('gost', '0987654321', true);
    expect(walk.journey.state.tokens.signInProblem?.problem.code).toBe('TOKEN_PIN_LOCKED');
    expect(wrongTries(walk)[0]).toBe(3);
  });
});

describe('a token that comes and goes', () => {
  it('is noticed without a click; put back, it finds what was chosen for it', async () => {
    const walk = await begin('new-shop');
    const { journey, open, until } = walk;
    await signedIn(walk);
    await chosen(walk);
    await open.plug?.(false);
    const gone = await until(({ notice }) => notice?.code === 'SETUP_TOKEN_GONE');
    expect(gone.step).toBe('token');
    await open.plug?.(true);
    const back = await until(({ tokens }) => tokens.report?.devices.length === 1);
    expect(back.tokens.signInNeeded).toEqual(['gost', 'pki']);
    expect(back.subdivisions.chosen?.fsrarId).toBe('030000000001');
    await journey.tokens.signIn('gost', '0987654321', false);
    await journey.tokens.signIn('pki', '11111111', false);
    expect(await journey.go('access-key')).toEqual({ ok: true, value: null });
  });

  it('appears in an empty computer without a click', async () => {
    const { journey, open, until } = await begin('no-token');
    await journey.machine.check(null);
    expect(journey.state.machine.findings.find(({ id }) => id === 'token')?.status).toBe('waiting');
    await open.plug?.(true);
    await until(({ machine }) => machine.findings.find(({ id }) => id === 'token')?.status === 'ok');
  });

  it('is chosen by a person where there are two, and the other one’s choices are dropped', async () => {
    const walk = await begin('two-tokens');
    const { journey } = walk;
    await journey.machine.check(null);
    await journey.go('token');
    expect(journey.state.tokens.chosen).toBeNull();
    const [first, second] = journey.state.tokens.report?.devices ?? [];
    await journey.tokens.choose(first?.id ?? '');
    await journey.tokens.signIn('gost', '0987654321', false);
    await journey.tokens.signIn('pki', '11111111', false);
    await journey.go('subdivision');
    await chosen(walk);
    expect(journey.state.subdivisions.chosen).not.toBeNull();
    await journey.tokens.choose(second?.id ?? '');
    expect(journey.state.subdivisions.chosen).toBeNull();
    expect(journey.state.tokens.signInNeeded).toEqual(['combined']);
    expect(permittedSteps(stepFacts(journey.state))).toContain(journey.state.step);
  });
});

describe('work that cannot be undone', () => {
  it('is refused unsent without the serial, and without the certificates saved', async () => {
    const walk = await begin('renewal');
    const { journey } = walk;
    await journey.machine.check(null);
    const tail = journey.device?.printedSerial.slice(-4) ?? '';
    const task = {
      kind: 'initialise',
      applet: 'pki',
      soPin: '00000000',
      newPin: '22222222',
      label: 'Магазин',
      lastTryConfirmed: false,
    } as const;
    const files = () => readdirSync(path.join(walk.folder, 'world/tokens')).filter((name) => name.endsWith('.json'));
    const bytes = () => files().map((name) => readFileSync(path.join(walk.folder, 'world/tokens', name), 'utf8'));
    const before = bytes();
    expect(await journey.tokens.perform({ ...task, confirmation: '0000' })).toMatchObject({
      problem: { code: 'SETUP_CONFIRMATION_MISMATCH' },
    });
    expect(await journey.tokens.perform({ ...task, confirmation: tail })).toMatchObject({
      problem: { code: 'SETUP_CERTIFICATES_NOT_SAVED', values: { count: 1 } },
    });
    expect(bytes()).toEqual(before);
    journey.tokens.noteSaved('pki', '/folder', 1);
    expect(await journey.tokens.perform({ ...task, confirmation: tail.toLowerCase() })).toEqual({
      ok: true,
      value: null,
    });
    expect(journey.state.tokens.task).toMatchObject({ kind: 'initialise', phase: 'done' });
    expect(accessKeyIds(walk)).toEqual([]);
    // The signature in the other part was not touched.
    expect(journey.state.tokens.qualifiedCertificate).not.toBeNull();
  });
});

it('whatever a person does in whatever order, they stand at a permitted step', async () => {
  const walk = await begin('new-shop');
  const { journey, open } = walk;
  await journey.machine.check(null);
  const actions: Record<string, () => Promise<unknown> | unknown> = {
    check: () => journey.machine.check(null),
    refresh: () => journey.tokens.refresh(),
    gost: () => journey.tokens.signIn('gost', '0987654321', false),
    pki: () => journey.tokens.signIn('pki', '11111111', false),
    load: () => journey.places.load(null),
    choose: () => journey.places.choose('030000000001', journey.places.rows[0]?.rowId ?? ''),
    keep: () => journey.accessKey.keep(),
    unplug: () => open.plug?.(false),
    plug: () => open.plug?.(true),
    over: () => journey.startOver(),
    ...Object.fromEntries(stepIds.map((step) => [`go ${step}`, () => journey.go(step)])),
  };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(actions)), { maxLength: 8 }), async (names) => {
      for (const name of names) {
        await actions[name]?.();
        expect(permittedSteps(stepFacts(journey.state))).toContain(journey.state.step);
        expect(wizardStateSchema.safeParse(journey.state).success).toBe(true);
      }
    }),
    { numRuns: 12 },
  );
});
