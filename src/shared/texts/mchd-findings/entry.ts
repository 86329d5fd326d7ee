import type { FindingText } from '../finding-text.ts';

/** `fault`: it will not be accepted; `warning`: it may not be, or could not be told; `note`: for the person to know. */
export interface MchdFindingText {
  readonly severity: 'fault' | 'warning' | 'note';
  readonly texts: FindingText;
}
