import type { Breach } from './laws.ts';

/** So many inputs of one parser, one after another. */
export interface Stretch {
  readonly parser: string;
  readonly seed: string;
  /** Number of the first input. */
  readonly from: number;
  readonly count: number;
}

export interface FoundBreach extends Breach {
  readonly parser: string;
  /** Number of the input. */
  readonly index: number;
  /** Base64. */
  readonly input: string;
}

/** What a worker says: that it has begun, so that it can be watched from here on, and how it went. */
export type WorkerMessage =
  | { readonly kind: 'begun' }
  | {
      readonly kind: 'done';
      /** Inputs that were tried, the last one among them; fewer than were asked for when memory ran over. */
      readonly tried: number;
      readonly understood: number;
      readonly breaches: readonly FoundBreach[];
    };

/** Numbers a worker leaves in its file before every run: of the input, and of the beat. */
export const beatBytes = 16;
