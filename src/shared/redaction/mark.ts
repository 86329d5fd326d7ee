/**
 * What stands where something was taken out. Its brackets occur in nothing that is registered: so nothing taken out can
 * come about anew out of a mark and its neighbours, and what is redacted once stays as it is.
 */
export const mark = (tail = ''): string => `‹…${tail}›`;

/** The characters of a mark. */
export const markCharacters = '‹…›';

const tailLength = 3;
const longEnoughForTail = 8;

/** The mark of an identifier keeps its last characters, so that support can tell two of them apart; a short one has none. */
export function markWithTail(identifier: string): string {
  const characters = [...identifier];
  return mark(characters.length < longEnoughForTail ? '' : characters.slice(-tailLength).join(''));
}
