import type { SidePage } from '../../../src/renderer/store/side-page.ts';
import type { Subdivision } from '../../../src/shared/domain/subdivision.ts';
import type { WizardState } from '../../../src/shared/ipc/wizard-state.ts';

/** One page of the window: its state, and the rows it would fetch. */
export interface Scene {
  readonly state: WizardState;
  readonly rows?: readonly Subdivision[];
  /** The page beside the steps that the person opened. */
  readonly side?: SidePage;
}
