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
