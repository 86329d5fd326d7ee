import type { WizardState } from '../../../shared/ipc/wizard-state.ts';

/**
 * Why a list may be empty: the UTM cannot read the signature, it has no link to EGAIS, or the place is not registered,
 * which a licensee settles by the licence register and everybody else in «Контрагенты».
 */
export type EmptyCause = 'signature' | 'link' | 'licence' | 'contractors';

type EmptyState = {
  readonly [part in 'machine' | 'utm']: WizardState[part];
} & {
  readonly subdivisions: Pick<WizardState['subdivisions'], 'source'>;
  readonly role: Pick<WizardState['role'], 'chosen'>;
};

const unreadable: readonly string[] = ['token-unreadable', 'qualified-certificate-invalid', 'wrong-token'];
const aboutLink: readonly string[] = ['network', 'proxy', 'tls-inspection'];

/** What the state says for a cause: it points at it, it speaks against it, or it is silent. */
type Evidence = 'for' | 'against' | 'none';

function signatureEvidence({ utm: { state } }: EmptyState): Evidence {
  if (!state?.info) return 'none';
  return state.info.gost.validity !== 'valid' || unreadable.includes(state.verdict.id) ? 'for' : 'against';
}

function linkEvidence({ machine: { findings } }: EmptyState): Evidence {
  const found = findings.filter(({ id }) => aboutLink.includes(id));
  if (found.length === 0) return 'none';
  return found.some(({ status }) => status === 'bad' || status === 'attention') ? 'for' : 'against';
}

const registrationCauses = ({ role }: EmptyState): readonly EmptyCause[] =>
  role.chosen === 'sole-proprietor' ? ['contractors'] : ['licence', 'contractors'];

export interface EmptyCauses {
  /** The most likely first. */
  readonly causes: readonly EmptyCause[];
  /** Of these, so many are pointed at by what is known, or are all that is left. */
  readonly likely: number;
}

/**
 * The causes of an empty list, in the order in which to look at them. The account answers for itself, so with it only
 * the registration is left.
 */
export function emptyCauses(state: EmptyState): EmptyCauses {
  const registration = registrationCauses(state);
  if (state.subdivisions.source === 'account') return { causes: registration, likely: registration.length };
  const evidence = { signature: signatureEvidence(state), link: linkEvidence(state) } as const;
  const those = (wanted: Evidence) => (['signature', 'link'] as const).filter((cause) => evidence[cause] === wanted);
  const pointed = those('for');
  const others = [...those('none'), ...those('against')];
  const onlyRegistration = those('against').length === 2;
  return {
    causes: [...pointed, ...registration, ...others],
    likely: onlyRegistration ? registration.length : pointed.length,
  };
}
