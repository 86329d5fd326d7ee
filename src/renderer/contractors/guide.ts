import type { AccessRole } from '../../shared/domain/access-role.ts';

export const guideKinds = ['licensee', 'non-licensee', 'sole-proprietor'] as const;
export type GuideKind = (typeof guideKinds)[number];

const toTheAccount = ['enter', 'conditions', 'pin'] as const;
const untilConfirmed = ['wait', 'appears'] as const;

/** What is done by hand in the personal account, in order. Source: instructions of the agency, parts 2 and 3. */
export const guideSteps = {
  licensee: [...toTheAccount, 'look'],
  'non-licensee': [...toTheAccount, 'enter-places', ...untilConfirmed],
  'sole-proprietor': [...toTheAccount, 'enter-one', ...untilConfirmed],
} as const satisfies Record<GuideKind, readonly string[]>;

/** Whose steps are shown first. Whether an organisation has a licence is not known here. */
export const firstKind = (role: AccessRole | null): GuideKind =>
  role === 'sole-proprietor' ? 'sole-proprietor' : 'licensee';

/** Whether the tax service checks what was entered, so that there is something to wait for. */
export const mustWait = (kind: GuideKind): boolean => kind !== 'licensee';
