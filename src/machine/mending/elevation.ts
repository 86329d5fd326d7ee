import type { MendOrder, MendOutcome } from '../../shared/domain/mending.ts';

/**
 * Has an order carried out with an administrator's rights, for which the system asks the person. One order is one
 * question and one short life of whatever has the rights. Never throws.
 */
export interface Elevation {
  perform(order: MendOrder): Promise<MendOutcome>;
}
