import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import type { UtmWish } from './utm-chapters.ts';
import type { UtmStage } from './utm-frame.tsx';

/** What the page of a chapter is given. */
export interface ChapterProps {
  readonly state: WizardState;
  readonly stage: UtmStage;
  readonly wish: UtmWish;
  /** Opens the settings although nothing asks for them. */
  readonly onSettings: () => void;
  /** They are shown because they were asked for. */
  readonly settingsAsked: boolean;
  /** Closes them again. */
  readonly onSettingsDone: () => void;
}
