import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import type { UtmWish } from './utm-chapters.ts';
import type { UtmStage } from './utm-frame.tsx';

/** What the page of a chapter is given. */
export interface ChapterProps {
  readonly state: WizardState;
  readonly stage: UtmStage;
  readonly wish: UtmWish;
  /** Opens a page that nothing asks for by itself. */
  readonly onAsk: (chapter: AskedChapter) => void;
  /** This page is shown because it was asked for. */
  readonly asked: boolean;
  /** Leads back from a page that was asked for. */
  readonly onReturn: () => void;
}

/** Pages that a person asks for, where a UTM is stopped or says how it is. */
export type AskedChapter = 'settings' | 'database';
