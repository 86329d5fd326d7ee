import type { AccessRole } from '../../../../shared/domain/access-role.ts';
import type { Holder } from '../../../../shared/domain/certificate.ts';
import type { WizardState } from '../../../../shared/ipc/wizard-state.ts';

/** What somebody in each role has to have, in the order it is shown. */
export const needsOf = {
  organization: ['signature', 'kpp'],
  'sole-proprietor': ['signature', 'no-kpp'],
  'person-with-mchd': ['two-files', 'register', 'same-person'],
} as const satisfies Record<AccessRole, readonly string[]>;

/** The holder of the qualified certificate the wizard works with; `null` while there is none. */
export function qualifiedHolder({ report, qualifiedCertificate }: WizardState['tokens']): Holder | null {
  const certificates = (report?.devices ?? []).flatMap(({ applets }) => applets.flatMap((part) => part.certificates));
  const qualified = certificates.find(({ certificate }) => certificate?.fingerprint === qualifiedCertificate);
  return qualified?.certificate?.holder ?? null;
}

/** Who asks for the key, as the line above the list says it; `null` while the role is not settled. */
export function askingAs(state: Pick<WizardState, 'role' | 'tokens' | 'mchd'>): {
  readonly role: AccessRole;
  /** The holder of the signature. */
  readonly holder: string;
  /** For whom a person with a power of attorney acts. */
  readonly principal: string;
  /** The certificate leaves the role to the person. */
  readonly mayChange: boolean;
} | null {
  const { chosen, options } = state.role;
  if (chosen === null) return null;
  const principals = (state.mchd.report?.principals ?? []).map(({ name }) => name);
  return {
    role: chosen,
    holder: qualifiedHolder(state.tokens)?.name || '—',
    principal: principals.join(', ') || '—',
    mayChange: options.length > 1,
  };
}
