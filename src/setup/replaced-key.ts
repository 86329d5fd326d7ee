import type { IssueCourseId } from '../shared/domain/access-key.ts';
import { type FoundAccessKey, inForce } from './chosen-token.ts';

/** Courses at whose end the wizard itself deletes the key that was there; elsewhere the UTM writes over it. */
const deletes: ReadonlySet<IssueCourseId> = new Set(['install', 'account']);
/** Courses that write past the UTM, which reads its token once, at its start. */
const pastUtm: ReadonlySet<IssueCourseId> = new Set(['file', 'install', 'account']);
/** A request alone touches nothing that is there. */
const harmless: ReadonlySet<IssueCourseId> = new Set(['file']);

export const writesPastUtm = (course: IssueCourseId): boolean => pastUtm.has(course);

export const deletesReplaced = (course: IssueCourseId): boolean => deletes.has(course);

/**
 * Whether a person has to type the tail of the serial before the keys that are there go: when the wizard deletes them
 * itself, and when one of them is a good key of another place.
 */
export function needsConfirmation(
  course: IssueCourseId,
  keys: readonly FoundAccessKey[],
  fsrarId: string | null,
  at: Date,
): boolean {
  if (keys.length === 0 || harmless.has(course)) return false;
  const ofAnotherPlace = keys.some(({ certificate }) => certificate.fsrarId !== fsrarId && inForce(certificate, at));
  return deletesReplaced(course) || ofAnotherPlace;
}
