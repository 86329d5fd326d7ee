import { describe, expect, it } from 'vitest';
import {
  chapterOf,
  firstTurns,
  innConflict,
  secondsLeft,
  standingHere,
  type Turns,
  verdictOf,
  wayTo,
} from '../../src/renderer/qualified-certificate/qualified-view.ts';
import {
  commonNameIn,
  type Draft,
  draftFaults,
  fieldGroups,
  fieldRemark,
  fieldsOf,
  firstDraft,
  orderIn,
  subjectIn,
} from '../../src/renderer/qualified-certificate/subject-draft.ts';
import { askedFields, subjectKindSchema } from '../../src/shared/domain/qualified-subject.ts';
import { blankQualified, type QualifiedState } from '../../src/shared/ipc/qualified-state.ts';
import { problem } from '../../src/shared/problems/problem.ts';
import { qualified } from './states/certificates.ts';
import { applet, jacarta, pin } from './states/devices.ts';
import { application, openRequest } from './states/qualified-scenes.ts';
import { scenes } from './states/wizard-states.ts';

const tokens = (devices = [jacarta([applet('gost', [qualified()]), applet('pki', [])])]) => {
  const scene = scenes['token-pins'];
  if (!scene) throw new Error('no scene');
  return { ...scene.state.tokens, report: { devices, libraries: [] } };
};
const chapter = (change: Partial<QualifiedState>, turns: Partial<Turns> = {}, devices = tokens()) =>
  chapterOf({ tokens: devices, qualified: { ...blankQualified(true), ...change } }, { ...firstTurns, ...turns }).name;
const waits = { authority: 'forus', open: [openRequest], request: openRequest.keyId } as const;
const account = (change: Partial<QualifiedState['account']>) => ({
  ...waits,
  open: [openRequest],
  account: { ...blankQualified(true).account, ...change },
});
const running = { phase: 'running', startedAt: null, problem: null } as const;

describe('the chapters of the way to a signature', () => {
  it('begin with who issues it, and follow the facts from there', () => {
    expect(chapter({})).toBe('authority');
    expect(chapter({ authority: 'fns' })).toBe('visit');
    expect(chapter({ authority: 'other' })).toBe('form');
    expect(chapter({ authority: 'other' }, { formDone: true })).toBe('summary');
    expect(chapter({ ...waits, open: [openRequest], authority: 'other' })).toBe('request');
    expect(chapter({ ...waits, open: [openRequest] })).toBe('sign-in');
    expect(chapter({ ...waits, open: [openRequest] }, { way: 'file' })).toBe('request');
  });

  it('go from the list of applications to the certificate by the state of the chosen one', () => {
    const rows = (change: Parameters<typeof application>[0]) => {
      const one = application(change);
      return chapter(account({ signedIn: true, applications: [one], chosen: one.id }));
    };
    expect(chapter(account({ signedIn: true }))).toBe('applications');
    expect(rows({})).toBe('application');
    expect(rows({ issue: { state: 'ordered', retryAfterSeconds: 5 } })).toBe('waiting');
    expect(rows({ issue: { state: 'issuing', retryAfterSeconds: 5 } })).toBe('waiting');
    expect(rows({ issue: { state: 'ready' } })).toBe('application');
    const ended = account({ signedIn: false, applications: [application()], chosen: application().id });
    expect(chapter(ended)).toBe('sign-in');
  });

  it('show what the token is doing before anything else, and wait for a token that is away', () => {
    const away = tokens([]);
    expect(chapter({ making: { ...running, orphans: [], subject: null } }, {}, away)).toBe('making');
    expect(chapter({ installing: { ...running, installed: null } }, {}, away)).toBe('installing');
    expect(chapter({ ...waits, open: [openRequest] }, {}, away)).toBe('absent');
  });

  it('let a new request be made while one waits, and never skip its summary', () => {
    expect(chapter({ ...waits, open: [openRequest] }, { anew: true })).toBe('form');
    expect(chapter({ ...waits, open: [openRequest] }, { anew: true, formDone: true })).toBe('summary');
  });

  it('say at once when this token takes no signature', () => {
    const with_ = (gost: ReturnType<typeof applet>) => tokens([jacarta([gost, applet('pki', [])])]);
    expect(chapter({}, {}, tokens([jacarta([applet('pki', [])])]))).toBe('unfit');
    expect(chapter({}, {}, with_(applet('gost', [], { canGenerate: { rsa: false, gost: false } })))).toBe('unfit');
    expect(chapter({}, {}, with_(applet('gost', [], { userPin: pin({ tries: 'locked' }) })))).toBe('unfit');
  });
});

describe('a way to an authority', () => {
  it('is an account only where one is configured and the authority has one', () => {
    const without = blankQualified(false);
    expect(wayTo(blankQualified(true), 'forus', null)).toBe('account');
    expect(wayTo(without, 'forus', null)).toBe('file');
    expect(wayTo(without, 'forus', 'account')).toBe('file');
    expect(wayTo(blankQualified(true), 'other', null)).toBe('file');
    expect(wayTo(blankQualified(true), 'other', 'account')).toBe('account');
    expect(wayTo(blankQualified(true), 'fns', 'account')).toBe('visit');
  });
});

describe('an application', () => {
  it('may be asked for a certificate only once it was accepted', () => {
    expect(standingHere(application())).toBe('accepted');
    expect(standingHere(application({ standing: 'unknown' }))).toBe('early');
    expect(standingHere(application({ issue: { state: 'refused', reason: '' } }))).toBe('refused');
  });

  it('is compared with the request by either ИНН', () => {
    expect(innConflict(application(), openRequest.request)).toBeNull();
    expect(innConflict(application({ inn: '500100732259' }), openRequest.request)).toBeNull();
    expect(innConflict(application({ inn: '9900000024' }), openRequest.request)?.application).toBe('9900000024');
    expect(innConflict(application({ inn: null }), openRequest.request)).toBeNull();
  });
});

describe('a certificate that came', () => {
  const received = {
    file: 'a.cer',
    checked: true,
    certificate: qualified(),
    chain: [],
    findings: [],
    authority: null,
    problem: null,
  };
  it('is bad with any fault, and never good with a warning', () => {
    const finding = (severity: 'fault' | 'warning' | 'note') => ({
      ...received,
      findings: [{ severity, code: 'issuer-unknown' as const, values: {} }],
    });
    expect(verdictOf(received)).toBe('good');
    expect(verdictOf(finding('note'))).toBe('good');
    expect(verdictOf(finding('warning'))).toBe('warned');
    expect(verdictOf(finding('fault'))).toBe('bad');
    expect(verdictOf({ ...received, checked: false })).toBe('unchecked');
    expect(verdictOf({ ...received, problem: problem('SETUP_NO_TOKEN') })).toBe('bad');
  });
});

describe('the form of a subject', () => {
  const filled: Draft = {
    ...firstDraft(null),
    values: {
      organization: ' ООО «Ромашка» ',
      innLegalEntity: '99 0000 0017',
      ogrn: '1299900000025',
      surname: 'Иванова',
      givenName: 'Мария Петровна',
      title: 'Директор',
      inn: '500100732259',
      snils: '112-233-445 95',
      region: '77 г. Москва',
      locality: 'г. Москва',
      street: 'ул. Тверская, д. 12',
    },
  };

  it.each(subjectKindSchema.options)('asks %s for every field once', (kind) => {
    const shown = fieldGroups.flatMap((group) => fieldsOf(group, kind));
    expect([...shown].sort()).toEqual([...askedFields(kind)].sort());
  });

  it('is empty of faults when it is full, and writes what was meant', () => {
    expect(draftFaults(filled)).toEqual([]);
    expect(subjectIn(filled).values).toMatchObject({
      organization: 'ООО «Ромашка»',
      commonName: 'ООО «Ромашка»',
      innLegalEntity: '9900000017',
      snils: '11223344595',
    });
    expect(orderIn(filled, null)).toMatchObject({ kind: 'organization', parameterSet: 'CryptoPro-XchA' });
    expect(orderIn({ ...filled, advanced: { policies: ['KC2'] } }, null).policies).toEqual(['KC2']);
  });

  it('composes the common name until somebody writes one, and blames its parts rather than it', () => {
    expect(commonNameIn({ ...filled, kind: 'person' })).toBe('Иванова Мария Петровна');
    expect(commonNameIn({ ...filled, ownCommonName: true, values: { commonName: 'Ромашка' } })).toBe('Ромашка');
    expect(draftFaults(firstDraft(null)).some(({ field }) => field === 'commonName')).toBe(false);
  });

  it('keeps what another kind has when the kind is changed, and does not write it', () => {
    const person: Draft = { ...filled, kind: 'person' };
    expect(person.values.ogrn).toBe('1299900000025');
    expect(subjectIn(person).values.ogrn).toBeUndefined();
  });

  it('says of a number how much is missing, that it fits, or that its check digits do not', () => {
    const remark = (value: string) => fieldRemark('innLegalEntity', { ...filled, values: { innLegalEntity: value } });
    expect(remark('')).toEqual({ kind: 'nothing' });
    expect(remark('99000')).toEqual({ kind: 'left', count: 5 });
    expect(remark('99 0000 0017')).toEqual({ kind: 'fits' });
    expect(remark('9900000018')).toMatchObject({ kind: 'fault', fault: { fault: 'wrong-check-digits' } });
    expect(remark('99000000171')).toMatchObject({ kind: 'fault' });
  });

  it('tells what was read off the former signature, as long as it stands so', () => {
    const draft: Draft = { ...filled, prefilled: { surname: 'Иванова' } };
    expect(fieldRemark('surname', draft)).toEqual({ kind: 'prefilled' });
    expect(fieldRemark('surname', { ...draft, values: { surname: 'Петрова' } })).toEqual({ kind: 'nothing' });
  });
});

it('seconds left are never negative', () => {
  const since = '2026-11-27T10:00:00.000Z';
  expect(secondsLeft(since, 60, Date.parse(since) + 15_000)).toBe(45);
  expect(secondsLeft(since, 60, Date.parse(since) + 90_000)).toBe(0);
});
