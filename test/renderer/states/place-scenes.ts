import type { AccessRole } from '../../../src/shared/domain/access-role.ts';
import type { Certificate } from '../../../src/shared/domain/certificate.ts';
import type { StepId } from '../../../src/shared/domain/steps.ts';
import type { Subdivision } from '../../../src/shared/domain/subdivision.ts';
import type { WizardState } from '../../../src/shared/ipc/wizard-state.ts';
import { problem } from '../../../src/shared/problems/problem.ts';
import { qualified, soleProprietor } from './certificates.ts';
import { organisationRows, proprietorRows } from './contractors.ts';
import { applet, jacarta } from './devices.ts';
import { checked, goodReport, noFiles, power } from './powers-of-attorney.ts';
import type { Scene } from './scene.ts';
import { places, placesWithoutKpp } from './subdivisions.ts';

type SceneOf = (step: StepId, change?: Partial<WizardState>, rows?: readonly Subdivision[]) => Scene;

const person: Certificate = {
  ...qualified(),
  fingerprint: 'd4'.repeat(32),
  holder: { kind: 'person', name: 'Иванов Иван Иванович', person: 'Иванов Иван Иванович', inn: '165007654394' },
};

const nameless: Certificate = {
  ...person,
  fingerprint: 'd5'.repeat(32),
  holder: { kind: 'unknown', name: 'Тестовая подпись', person: null, inn: null },
};

const manyPowers = Array.from({ length: 9 }, (_, index) =>
  power(`RPNDZ_REPORT_${index + 1}`, `Представление отчётности, раздел ${index + 1}`),
);

/** What comes before the list of places, what stands above it, and «Контрагенты» beside it. */
export function placeScenes(scene: SceneOf): Readonly<Record<string, Scene>> {
  const { tokens, subdivisions, contractors } = scene('subdivision').state;
  const holding = (certificate: Certificate): WizardState['tokens'] => ({
    ...tokens,
    report: {
      devices: [jacarta([applet('gost', [certificate], { signedIn: true }), applet('pki', [], { signedIn: true })])],
      libraries: [],
    },
    qualifiedCertificate: certificate.fingerprint,
  });
  const notListed = { ...subdivisions, phase: 'idle' as const, count: 0, current: null, chosen: null };
  const asked = (certificate: Certificate, options: AccessRole[], chosen: AccessRole | null = null) =>
    scene('subdivision', { tokens: holding(certificate), role: { options, chosen }, subdivisions: notListed });
  const mchd = (state: WizardState['mchd'], facts: Partial<WizardState> = {}) =>
    scene('subdivision', {
      tokens: holding(person),
      role: { options: ['sole-proprietor', 'person-with-mchd'], chosen: 'person-with-mchd' },
      subdivisions: notListed,
      mchd: state,
      ...facts,
    });
  const beside = (state: Partial<WizardState['contractors']>, facts: Partial<WizardState> = {}): Scene => ({
    ...scene('subdivision', { contractors: { ...contractors, configured: true, phase: 'done', ...state }, ...facts }),
    side: { name: 'contractors' },
  });
  const proprietor: Partial<WizardState> = {
    tokens: holding(soleProprietor()),
    role: { options: ['sole-proprietor'], chosen: 'sole-proprietor' },
  };
  const bothSources = {
    ...subdivisions,
    chosen: null,
    source: 'account' as const,
    sources: ['utm', 'account'] as const,
  };
  return {
    'role-person': asked(person, ['sole-proprietor', 'person-with-mchd']),
    'role-unknown': asked(nameless, ['organization', 'sole-proprietor', 'person-with-mchd']),
    'mchd-pick': mchd(noFiles),
    'mchd-one-file': mchd({ ...checked(goodReport), signature: null, phase: 'idle', report: null }),
    'mchd-checking': mchd({ ...checked(goodReport), phase: 'running', report: null }),
    'mchd-clear': mchd(checked(goodReport)),
    'mchd-warned': mchd(
      checked({
        ...goodReport,
        version: '002',
        powers: manyPowers,
        powerCount: 12,
        findings: [{ code: 'form-002-doubtful', severity: 'warning', values: {} }],
      }),
    ),
    'mchd-faults': mchd(
      checked({
        ...goodReport,
        valid: false,
        validUntil: '2026-09-01',
        findings: [
          {
            code: 'expired',
            severity: 'fault',
            values: { issuedOn: '02.03.2026', validUntil: '01.09.2026', today: '25.11.2026' },
          },
          {
            code: 'representative-snils',
            severity: 'fault',
            values: { inDocument: '123-456-789 64', inCertificate: '112-233-445 95' },
          },
        ],
      }),
    ),
    'mchd-unread': mchd({
      ...noFiles,
      document: { name: 'доверенность.pdf', size: 0 },
      phase: 'failed',
      problem: problem('SETUP_UNEXPECTED'),
    }),
    'places-role-chosen': scene(
      'subdivision',
      {
        tokens: holding(person),
        role: { options: ['sole-proprietor', 'person-with-mchd'], chosen: 'sole-proprietor' },
        subdivisions: { ...subdivisions, chosen: null, current: null, count: 3 },
      },
      placesWithoutKpp,
    ),
    'places-two-sources': scene(
      'subdivision',
      { subdivisions: { ...bothSources, sources: [...bothSources.sources] } },
      places,
    ),
    'places-by-mchd': scene(
      'subdivision',
      {
        tokens: holding(person),
        role: { options: ['sole-proprietor', 'person-with-mchd'], chosen: 'person-with-mchd' },
        mchd: checked(goodReport),
        subdivisions: { ...bothSources, sources: [...bothSources.sources], current: null },
      },
      places,
    ),
    contractors: beside(
      { rows: [...organisationRows] },
      { practice: { scenario: 'renewal', plugged: true, event: null } },
    ),
    'contractors-none': beside({ rows: [] }),
    'contractors-proprietor': beside({ rows: [...proprietorRows] }, proprietor),
    'contractors-loading': beside({ phase: 'running' }),
    'contractors-failed': beside({ phase: 'failed', problem: problem('SETUP_SIGN_IN_FIRST') }),
    'contractors-guided': beside({ configured: false, phase: 'idle' }),
    'contractors-guided-proprietor': beside({ configured: false, phase: 'idle' }, proprietor),
  };
}
