import type { ActionId } from '../actions.ts';
import type { Bilingual } from '../language.ts';
import type { HelpCode } from './codes.ts';

/**
 * How sure it is what an entry says. `confirmed`: a vendor's document, or several independent reports; `one-source`:
 * one report; `inferred`: our conclusion from what is known; `undescribed`: nobody has described it openly.
 */
export type HelpConfidence = 'confirmed' | 'one-source' | 'inferred' | 'undescribed';

interface HelpText {
  readonly title: string;
  readonly reason: string;
  /** What to do, in this order; empty where the reason says it all. */
  readonly steps: readonly string[];
}

/** One page of the help: what a person may meet, why it is so, and what to do. */
export interface HelpEntry {
  /** Stable: `utm/silent`, or the code itself for an entry that only repeats the words of a code. */
  readonly id: string;
  /** What of the product's own says this; each code is explained by one entry. */
  readonly codes: readonly HelpCode[];
  /** What stands on a screen, in a log or in another program, letter by letter. Never a word of ours. */
  readonly messages: readonly string[];
  /** How people ask about it in their own words; found by, never shown. */
  readonly asked?: readonly string[];
  readonly actions: readonly ActionId[];
  readonly confidence: HelpConfidence;
  /** Where it is known from; `null`: from what the product itself does. */
  readonly source: string | null;
  readonly texts: Bilingual<HelpText>;
}
