import type { InstalledUtm } from '../../../src/shared/domain/installed-utm.ts';
import type { UtmState, UtmVerdictId } from '../../../src/shared/domain/utm.ts';
import { utmProofStageIdSchema } from '../../../src/shared/domain/utm-proof.ts';
import type { BeforeInstall, ReadyUtmInstaller } from '../../../src/shared/domain/utm-setup.ts';
import type { WizardState } from '../../../src/shared/ipc/wizard-state.ts';
import { problem } from '../../../src/shared/problems/problem.ts';
import { inDays } from './certificates.ts';
import type { Scene } from './scene.ts';

type UtmSetup = WizardState['utmSetup'];

export const blankUtmSetup: UtmSetup = {
  mayInstall: true,
  utms: [],
  work: null,
  received: null,
  installer: null,
  before: null,
  signs: [],
  installed: null,
  settings: null,
  configured: 'no',
  database: null,
  renewed: null,
  proof: [],
};

export const utmOnComputer = (id: UtmVerdictId, facts: Partial<NonNullable<UtmState['computer']>> = {}): UtmState => ({
  url: 'http://127.0.0.1:8080',
  reachability: 'silent',
  build: null,
  info: null,
  subjects: { rsa: 'unknown', gost: 'unknown' },
  computer: {
    installed: id !== 'not-installed',
    service: id === 'not-installed' ? { state: 'absent', start: 'unknown' } : { state: 'running', start: 'automatic' },
    folder: id === 'not-installed' ? null : 'C:\\UTM\\transporter',
    log: null,
    lastPost: null,
    ...facts,
  },
  verdict: {
    id,
    healthy: false,
    values: { url: 'http://127.0.0.1:8080', step: 3, steps: 6 },
    actions: ['check-again'],
  },
});

const installer: ReadyUtmInstaller = {
  name: 'silent-setup-4.2.0-b2698.exe',
  size: 150_300_000,
  sha256: '9f2c4e6a8b0d1f3357799bbddff1133557799bbddff11335577aabbccddeeff0',
  signature: { state: 'valid', publisher: 'АО «Учебный издатель»' },
  build: '4.2.0-b2698',
};

const clean: BeforeInstall = { update: false, documents: { kind: 'none-installed' }, remains: null };

const running = (kind: NonNullable<UtmSetup['work']>['kind']): UtmSetup['work'] => ({
  kind,
  phase: 'running',
  startedAt: inDays(0),
  problem: null,
});

const failed = (kind: NonNullable<UtmSetup['work']>['kind'], cause: ReturnType<typeof problem>): UtmSetup['work'] => ({
  kind,
  phase: 'failed',
  startedAt: inDays(0),
  problem: cause,
});

const installedUtm = (service: string, port: number): InstalledUtm => ({
  service,
  state: 'running',
  start: 'automatic',
  folder: `C:\\${service}\\transporter`,
  port,
  profile: 'prod',
  url: `http://127.0.0.1:${port}`,
  reachability: 'answering',
  build: '4.2.0b002698',
  contour: 'prod',
  fsrarId: '030000000001',
});

/** A shop of two legal entities; nobody answers for the second. */
export const twoUtms: readonly InstalledUtm[] = [
  installedUtm('Transport', 8080),
  { ...installedUtm('Transport2', 8082), reachability: 'silent', build: null, contour: null, fsrarId: null },
];

/** The pages of a UTM on its way, made on the state of a step. */
export function utmScenes(base: (step: 'machine' | 'utm') => WizardState): Readonly<Record<string, Scene>> {
  const at = (state: UtmState, setup: Partial<UtmSetup> = {}, rest: Partial<WizardState> = {}): Scene => ({
    state: {
      ...base('utm'),
      utm: { phase: 'done', state, problem: null },
      utmSetup: { ...blankUtmSetup, ...setup },
      ...rest,
    },
  });
  const absent = utmOnComputer('not-installed');
  const stopped = utmOnComputer('stopped', { service: { state: 'stopped', start: 'automatic' } });
  const foreign = utmOnComputer('foreign-database');
  const installed = {
    restartNeeded: false,
    update: false,
    build: { expected: '4.2.0-b2698', found: null, same: null },
  };
  const settings = {
    port: 8080,
    libraries: { gost: 'C:\\Windows\\SysWOW64\\jcPKCS11-2.dll', rsa: 'C:\\Windows\\SysWOW64\\jcPKCS11-2.dll' },
    proxy: 'proxy.shop:3128',
  };
  const ready = { installer, before: clean };
  return {
    'utm-get': at(absent),
    'utm-get-beside': {
      ...at(absent),
      state: { ...at(absent).state, ...base('machine'), utm: at(absent).state.utm },
      side: { name: 'utm', wish: 'bring-up' },
    },
    'utm-get-elsewhere': at(absent, { mayInstall: false }),
    'utm-get-broken': at(absent, {
      received: { bytes: 70_000_000, of: 150_000_000 },
      work: failed('download', problem('EGAIS_DOWNLOAD_BROKEN', { got: 70_000_000, length: 150_000_000 })),
    }),
    'utm-getting': at(absent, { work: running('download'), received: { bytes: 67_500_000, of: 150_000_000 } }),
    'utm-connecting': at(absent, { work: running('download') }),
    'utm-unpacking': at(absent, { work: running('unpack') }),
    'utm-installer': at(absent, ready),
    'utm-installer-unsigned': at(absent, {
      installer: { ...installer, signature: { state: 'absent', publisher: null }, build: null },
      before: clean,
    }),
    'utm-installer-unsent': at(stopped, {
      installer,
      before: { ...clean, update: true, documents: { kind: 'counted', count: 3 } },
    }),
    'utm-installer-cheques': at(stopped, {
      installer,
      before: { ...clean, update: true, documents: { kind: 'cheques', since: '2026-09-01 10:00:00' } },
    }),
    'utm-installer-uncounted': at(stopped, {
      installer,
      before: {
        update: true,
        documents: { kind: 'unknown' },
        remains: {
          id: 'utm-remains',
          status: 'attention',
          variant: 'files',
          values: { folder: 'C:\\UTM' },
          actions: ['check-again'],
          facts: {},
        },
      },
    }),
    'utm-installer-refused': at(absent, { ...ready, work: failed('install', problem('MACHINE_MEND_REFUSED')) }),
    'utm-installing': at(absent, {
      ...ready,
      work: running('install'),
      signs: [
        { id: 'folder', seenAt: inDays(0) },
        { id: 'service', seenAt: null },
        { id: 'log', seenAt: null },
      ],
    }),
    'utm-settings': at(stopped, { installed, settings }),
    'utm-settings-one-field-wrong': at(stopped, {
      installed,
      settings: { ...settings, libraries: null, proxy: null },
      work: failed(
        'configure',
        problem('EGAIS_UTM_SETTINGS_HELD', { file: 'C:\\UTM\\transporter\\conf\\transport.properties' }),
      ),
    }),
    'utm-start': at(stopped, { installed, configured: 'start-due' }),
    'utm-start-asked': at(stopped, { work: running('start') }),
    'utm-coming-up': at(
      utmOnComputer('coming-up', {
        log: {
          version: '4.2.0b002698',
          since: inDays(0),
          startedAt: inDays(0),
          mark: 'cheques',
          ended: false,
          exchangedAt: null,
          exchangeRefusedAt: null,
          failure: null,
          errors: [],
        },
      }),
      { work: running('come-up') },
    ),
    'utm-database': at(foreign, {
      work: running('renew'),
      database: {
        facts: { databaseFsrarId: '030000000777', fsrarId: '030000000001', createdAt: null },
        problem: null,
      },
    }),
    'utm-database-unsent': at(foreign, {
      work: running('renew'),
      database: { facts: null, problem: problem('EGAIS_UTM_DATABASE_UNSENT', { count: 2, cheques: '—' }) },
    }),
    'utm-proof': at(stopped, {
      work: running('prove'),
      proof: utmProofStageIdSchema.options.map((id, index) => ({
        id,
        status: index < 5 ? ('passed' as const) : index === 5 ? ('running' as const) : ('waiting' as const),
        values: {},
        startedAt: index <= 5 ? inDays(0) : null,
        finishedAt: index < 5 ? inDays(0) : null,
      })),
    }),
    'utm-other-build': at(stopped, {
      installed: {
        restartNeeded: true,
        update: true,
        build: { expected: '4.2.0-b2698', found: '4.2.0b002689', same: false },
      },
    }),
  };
}
