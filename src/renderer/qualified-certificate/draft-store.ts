import { create } from 'zustand';
import { firstTurns, type Turns } from './qualified-view.ts';
import type { Draft } from './subject-draft.ts';

interface Kept {
  /** `Device.id`: what was typed for one token is not shown for another. */
  readonly device: string | null;
  /** `null` until something was typed. */
  readonly draft: Draft | null;
  readonly turns: Turns;
}

const blank: Kept = { device: null, draft: null, turns: firstTurns };

/** What a person typed and where he turned, kept while he looks at the help or the token is away. Nothing of it is secret. */
const kept = create<Kept>()(() => blank);

export const forgetDraft = (): void => kept.setState(blank);

/** What is kept for the token that is here; while none is, what was kept last. */
export function useDraft(device: string | null) {
  const state = kept();
  const { draft, turns } = device === null || state.device === device ? state : blank;
  return {
    draft,
    turns,
    type: (typed: Draft) => kept.setState({ device, turns, draft: typed }),
    turn: (change: Partial<Turns>) => kept.setState({ device, draft, turns: { ...turns, ...change } }),
  };
}
