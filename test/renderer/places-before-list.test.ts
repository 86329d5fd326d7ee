import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaOf, criterionIds, criterionOf } from '../../src/renderer/steps/subdivision/mchd/mchd-criteria.ts';
import {
  closedBecause,
  findingsByKind,
  mayGoOn,
  mchdView,
} from '../../src/renderer/steps/subdivision/mchd/mchd-view.ts';
import { askingAs, needsOf, qualifiedHolder } from '../../src/renderer/steps/subdivision/role/role-view.ts';
import {
  firstPart,
  type StepThreePart,
  sourcesFor,
  stepThreePart,
} from '../../src/renderer/steps/subdivision/subdivision-view.ts';
import { fileSize } from '../../src/renderer/texts/file-size.ts';
import { accessRoleSchema } from '../../src/shared/domain/access-role.ts';
import type { MchdReport } from '../../src/shared/domain/mchd.ts';
import type { WizardState } from '../../src/shared/ipc/wizard-state.ts';
import { problem } from '../../src/shared/problems/problem.ts';
import { mchdFindingCodeSchema, mchdFindingTexts } from '../../src/shared/texts/mchd-findings.ts';
import { checked, goodReport, noFiles } from './states/powers-of-attorney.ts';
import { scenes } from './states/wizard-states.ts';

const stateOf = (name: string): WizardState => {
  const scene = scenes[name];
  if (!scene) throw new Error(`no scene ${name}`);
  return scene.state;
};

const withFindings = (...codes: MchdReport['findings'][number]['code'][]): MchdReport => {
  const findings = codes.map((code) => ({ code, severity: mchdFindingTexts[code].severity, values: {} }));
  return { ...goodReport, findings, valid: findings.every(({ severity }) => severity !== 'fault') };
};

const statusOf = (report: MchdReport | null, id: (typeof criterionIds)[number]) =>
  criteriaOf(report).find((criterion) => criterion.id === id)?.status;

describe('step 3 before the list', () => {
  const both: WizardState['role']['options'] = ['sole-proprietor', 'person-with-mchd'];
  const idle = { ...stateOf('mchd-pick').subdivisions };
  const listed = { ...idle, phase: 'done' as const, sources: ['utm' as const, 'account' as const] };
  const partOf = (
    role: WizardState['role'],
    wanted: StepThreePart,
    facts: Partial<Pick<WizardState, 'mchd' | 'subdivisions'>> = {},
  ) => stepThreePart({ role, mchd: noFiles, subdivisions: idle, ...facts }, wanted);

  it.each([
    [
      'a certificate that decides: no question',
      { options: ['organization'], chosen: 'organization' },
      'places',
      'places',
    ],
    [
      'a certificate that decides cannot be asked again',
      { options: ['organization'], chosen: 'organization' },
      'role',
      'places',
    ],
    ['a person has to say', { options: both, chosen: null }, 'places', 'role'],
    ['a person may say again', { options: both, chosen: 'sole-proprietor' }, 'role', 'role'],
    ['an ИП goes straight to his list', { options: both, chosen: 'sole-proprietor' }, 'mchd', 'places'],
    ['a power of attorney comes first', { options: both, chosen: 'person-with-mchd' }, 'places', 'mchd'],
  ] as const)('%s', (_, role, wanted, part) => {
    expect(partOf({ options: [...role.options], chosen: role.chosen }, wanted)).toBe(part);
  });

  it('shows no list by a power of attorney that is not in order, nor where nobody lists its places', () => {
    const role: WizardState['role'] = { options: both, chosen: 'person-with-mchd' };
    const good = checked(goodReport);
    expect(partOf(role, 'places', { mchd: good, subdivisions: listed })).toBe('places');
    expect(partOf(role, 'places', { mchd: good, subdivisions: { ...listed, sources: ['utm'] } })).toBe('mchd');
    expect(partOf(role, 'places', { mchd: checked(withFindings('expired')), subdivisions: listed })).toBe('mchd');
    expect(partOf(role, 'places', { mchd: noFiles, subdivisions: listed })).toBe('mchd');
  });

  it('begins with the power of attorney until it has led to a list', () => {
    expect(firstPart(stateOf('mchd-clear'))).toBe('mchd');
    expect(firstPart(stateOf('places-by-mchd'))).toBe('places');
    expect(firstPart(stateOf('role-person'))).toBe('places');
  });

  it('asks the UTM for nobody’s list but the holder’s own', () => {
    expect(sourcesFor('person-with-mchd', ['utm', 'account'])).toEqual(['account']);
    for (const role of ['organization', 'sole-proprietor', null] as const) {
      expect(sourcesFor(role, ['utm', 'account'])).toEqual(['utm', 'account']);
    }
  });
});

describe('the role', () => {
  it('is told with its holder, and may be changed only where the certificate leaves a choice', () => {
    expect(askingAs(stateOf('subdivision-choose'))).toMatchObject({
      role: 'organization',
      holder: 'ООО «Ромашка»',
      mayChange: false,
    });
    expect(askingAs(stateOf('places-role-chosen'))).toMatchObject({
      role: 'sole-proprietor',
      holder: 'Иванов Иван Иванович',
      mayChange: true,
    });
    expect(askingAs(stateOf('places-by-mchd'))).toMatchObject({ principal: 'ООО «Ромашка»', mayChange: true });
    expect(askingAs(stateOf('role-person'))).toBeNull();
  });

  it('says for each what it needs; two files only by a power of attorney', () => {
    for (const role of accessRoleSchema.options) {
      expect(needsOf[role].some((need) => need === 'two-files')).toBe(role === 'person-with-mchd');
    }
  });

  it('names nobody while no certificate is known', () => {
    expect(qualifiedHolder(stateOf('token-insert').tokens)).toBeNull();
  });
});

describe('a power of attorney', () => {
  const picked = checked(goodReport);

  it.each([
    ['no file', noFiles, 'pick'],
    ['the document alone', { ...picked, signature: null, report: null }, 'more'],
    ['the document alone, looked at', { ...picked, signature: null }, 'more'],
    ['the signature alone', { ...picked, document: null, report: null }, 'more'],
    ['the check runs', { ...picked, phase: 'running', report: null }, 'checking'],
    [
      'a file that cannot be read',
      { ...picked, phase: 'failed', report: null, problem: problem('SETUP_UNEXPECTED') },
      'unread',
    ],
    ['a fault', checked(withFindings('expired', 'form-002-doubtful')), 'faults'],
    ['a warning', checked(withFindings('form-002-doubtful')), 'warned'],
    ['a note', checked(withFindings('own-check')), 'clear'],
    ['nothing found', checked(withFindings()), 'clear'],
  ] as const)('%s', (_, mchd, view) => {
    expect(mchdView(mchd)).toBe(view);
    expect(mayGoOn(mchd)).toBe(view === 'warned' || view === 'clear');
    expect(closedBecause(view) === null).toBe(mayGoOn(mchd));
  });

  it('lets nobody go on with a fault, whatever else was found, and loses no finding', () => {
    fc.assert(
      fc.property(fc.subarray([...mchdFindingCodeSchema.options]), (codes) => {
        const report = withFindings(...codes);
        const { fault, warning, note } = findingsByKind(report);
        expect(fault.length + warning.length + note.length).toBe(codes.length);
        expect(mayGoOn(checked(report))).toBe(fault.length === 0);
      }),
    );
  });

  it('is never said to be in the register or to have the right powers: nobody here can know', () => {
    fc.assert(
      fc.property(fc.subarray([...mchdFindingCodeSchema.options]), (codes) => {
        const report = withFindings(...codes);
        expect(statusOf(report, 'register')).toBe('look');
        expect(statusOf(report, 'powers')).not.toBe('met');
      }),
    );
  });

  it('has every fault stand beside a criterion, but for those of the signature', () => {
    for (const code of mchdFindingCodeSchema.options) {
      if (mchdFindingTexts[code].severity !== 'fault') continue;
      const criterion = criterionOf(code);
      expect(criterion === null, code).toBe(/^sign/.test(code));
      if (criterion) expect(statusOf(withFindings(code), criterion), code).toBe('unmet');
    }
  });

  it.each([
    ['in-force', ['expired', 'not-yet-in-force', 'dates-reversed', 'retrust-outlives']],
    ['person', ['representative-snils', 'representative-surname', 'representative-not-among']],
    ['powers', ['powers-missing', 'power-absent']],
    ['form', ['form-tax', 'element-missing', 'inn-person-digits', 'not-a-power-of-attorney']],
  ] as const)('fails “%s” by what is said of it', (id, codes) => {
    for (const code of codes) expect(criterionOf(code), code).toBe(id);
  });

  it('meets what the files can tell, and leaves to the person what they cannot', () => {
    expect(criteriaOf(null).every(({ status }) => status === 'ahead')).toBe(true);
    expect(criterionIds.map((id) => statusOf(goodReport, id))).toEqual(['met', 'look', 'met', 'met', 'look']);
    expect(statusOf({ ...goodReport, version: '002' }, 'form')).toBe('look');
    expect(statusOf({ ...goodReport, validUntil: null }, 'in-force')).toBe('look');
    expect(statusOf(withFindings('representative-not-compared'), 'person')).toBe('look');
    expect(statusOf({ ...goodReport, representatives: [] }, 'person')).toBe('look');
  });
});

describe('the size of a file', () => {
  it.each([
    [812, '812'],
    [14_212, '14'],
    [15 * 1024 * 1024, '15'],
    [15 * 1024 * 1024 + 1, '15,1'],
  ])('%i bytes are told as %s', (bytes, told) => {
    expect(fileSize(bytes, 'ru').split(/\s/)[0]).toBe(told);
  });
});
