import type { UtmState } from '../../shared/domain/utm.ts';

/** What a UTM answers at its address. */
export type UtmAnswers = Pick<UtmState, 'url' | 'reachability' | 'build' | 'info' | 'subjects'>;

/** All that a verdict looks at. */
export interface UtmFacts extends UtmAnswers, Pick<UtmState, 'computer'> {
  /** FSRAR ID of the place the person chose, `null` when none is chosen yet. */
  readonly expectedFsrarId: string | null;
  /** Ms since 1970, by the clock of the UTM's computer. */
  readonly now: number;
}
