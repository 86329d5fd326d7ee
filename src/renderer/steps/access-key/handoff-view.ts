import type { AccessRole } from '../../../shared/domain/access-role.ts';
import { fsrarIdOf, type Subdivision } from '../../../shared/domain/subdivision.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';

export type HandoffStep =
  | 'menu'
  | 'role-sole-proprietor'
  | 'role-person-with-mchd'
  | 'files'
  | 'place-later'
  | 'place-kpp'
  | 'place-address'
  | 'consent'
  | 'generate';

const roleSteps: Readonly<Record<AccessRole, readonly HandoffStep[]>> = {
  organization: [],
  'sole-proprietor': ['role-sole-proprietor'],
  'person-with-mchd': ['role-person-with-mchd', 'files'],
};

/** How the place is found there: a place of a sole proprietor has no КПП, one that is not known yet has nothing. */
function placeStep(place: Subdivision | null): HandoffStep {
  if (!place || fsrarIdOf(place) === null) return 'place-later';
  return place.kpp === null ? 'place-address' : 'place-kpp';
}

/** What to do on the UTM's own page, in its order (docs/sources.md, UTM: instructions to the page). */
export function handoffSteps({
  role,
  subdivisions,
}: Pick<WizardState, 'role' | 'subdivisions'>): readonly HandoffStep[] {
  const asked = role.chosen ?? 'organization';
  return ['menu', ...roleSteps[asked], placeStep(subdivisions.chosen), 'consent', 'generate'];
}
