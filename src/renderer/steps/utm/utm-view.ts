import type { UtmCertificate, UtmDate, UtmInfo, UtmState, UtmVerdictId } from '../../../shared/domain/utm.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';

type UtmCheckId = 'access-key' | 'qualified' | 'database' | 'contour' | 'sign-in' | 'signing' | 'exchange';

export interface UtmCheck {
  readonly id: UtmCheckId;
  readonly status: 'passed' | 'failed' | 'unknown';
  /** Facts to show under the title; dates are ISO 8601. */
  readonly fsrarId: string | null;
  readonly until: string | null;
  /** The UTM's own words where it put them into a field for something else. */
  readonly said: string | null;
}

const isoOf = (date: UtmDate): string | null => (date.kind === 'date' ? date.iso : null);
const saidIn = (date: UtmDate): string | null => (date.kind === 'text' ? date.text : null);

const certificateStatus = ({ validity }: UtmCertificate): UtmCheck['status'] =>
  validity === 'valid' ? 'passed' : validity === 'unknown' ? 'unknown' : 'failed';

const blank = { fsrarId: null, until: null, said: null };

function accessKeyCheck(info: UtmInfo, verdict: UtmVerdictId): UtmCheck {
  const trouble: readonly UtmVerdictId[] = ['needs-access-key', 'wrong-token', 'token-unreadable'];
  const status = trouble.includes(verdict) ? 'failed' : certificateStatus(info.rsa);
  return {
    id: 'access-key',
    status,
    fsrarId: info.ownerId,
    until: isoOf(info.rsa.notAfter),
    said: status === 'passed' ? null : (info.rsaError ?? saidIn(info.rsa.notAfter)),
  };
}

function databaseCheck({ database, ownerId }: UtmInfo, verdict: UtmVerdictId): UtmCheck {
  const status = () => {
    if (verdict === 'foreign-database') return 'failed';
    if (verdict === 'wrong-token') return 'passed';
    if (database.ownerId === null || ownerId === null) return 'unknown';
    return database.ownerId === ownerId ? 'passed' : 'failed';
  };
  return { ...blank, id: 'database', status: status(), fsrarId: database.ownerId };
}

const signInTroubles: readonly UtmVerdictId[] = ['pin-locked', 'pin-refused', 'pin-missing'];
const signingTroubles: readonly UtmVerdictId[] = ['signature-renewed', 'signing-broken', 'signing-fails'];

/** Whether documents are signed and exchanged, as far as the UTM's own files tell; no line where they tell nothing. */
function workChecks({ computer, verdict }: UtmState): readonly UtmCheck[] {
  const { lastPost = null, log = null } = computer ?? {};
  const signing = signingTroubles.includes(verdict.id) ? 'failed' : lastPost?.status === 200 ? 'passed' : null;
  const exchange = verdict.id === 'exchange-stale' ? 'failed' : log?.exchangedAt && verdict.healthy ? 'passed' : null;
  return [
    ...(signInTroubles.includes(verdict.id) ? [{ ...blank, id: 'sign-in', status: 'failed' } as const] : []),
    ...(signing ? [{ ...blank, id: 'signing', status: signing } as const] : []),
    ...(exchange ? [{ ...blank, id: 'exchange', status: exchange } as const] : []),
  ];
}

/** The last words of trouble in the UTM's log, for whoever helps; none while all is well. */
export const troubleLines = ({ computer, verdict }: UtmState): readonly string[] =>
  verdict.healthy ? [] : (computer?.log?.errors ?? []).map(({ at, text }) => `${at ?? ''} ${text}`.trim());

/** What the UTM confirms, point by point; empty while it tells nothing. */
export function utmChecks(state: WizardState['utm']['state']): readonly UtmCheck[] {
  if (!state?.info) return [];
  const { info, verdict } = state;
  return [
    accessKeyCheck(info, verdict.id),
    {
      ...blank,
      id: 'qualified',
      status: certificateStatus(info.gost),
      until: isoOf(info.gost.notAfter),
      said: saidIn(info.gost.notAfter),
    },
    databaseCheck(info, verdict.id),
    {
      ...blank,
      id: 'contour',
      status: info.contour === null ? 'unknown' : verdict.id === 'wrong-contour' ? 'failed' : 'passed',
    },
    ...workChecks(state),
  ];
}

/** The FSRAR ID to hand over: of the proven key, else of the chosen place, else what the UTM reads. */
export const handoverFsrarId = ({ accessKey, subdivisions, utm }: WizardState): string | null =>
  accessKey.proof?.fsrarId ?? subdivisions.chosen?.fsrarId ?? utm.state?.info?.ownerId ?? null;

export interface NextChange {
  /** ISO 8601; the earlier of the two ends. */
  readonly first: string;
  readonly qualified: string | null;
  readonly accessKey: string | null;
}

/** When keys have to be changed next, as far as the ends of both certificates are known. */
export function nextChange({ tokens, accessKey, utm }: WizardState): NextChange | null {
  const info = utm.state?.info;
  const qualified =
    tokens.report?.devices
      .flatMap(({ applets }) => applets.flatMap(({ certificates }) => certificates))
      .find(({ certificate }) => certificate && certificate.fingerprint === tokens.qualifiedCertificate)?.certificate
      ?.notAfter ?? (info ? isoOf(info.gost.notAfter) : null);
  const key = accessKey.proof?.certificate?.notAfter ?? (info ? isoOf(info.rsa.notAfter) : null);
  const [first] = [qualified, key].filter((end) => end !== null).sort();
  return first === undefined ? null : { first, qualified, accessKey: key };
}
