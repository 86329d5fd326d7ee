import type { Applet, Device } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { type ContentsRow, contentsOf } from '../contents/contents-view.ts';

export interface Dying {
  readonly rows: readonly ContentsRow[];
  readonly containers: readonly string[];
}

/** All that a preparation of this part would erase. */
export const dyingOf = (applet: Applet, now: number): Dying => ({
  rows: contentsOf(applet, now),
  containers: applet.cryptoProContainers,
});

/** Nothing would be lost. */
export const isBlank = (applet: Applet): boolean =>
  applet.certificates.length === 0 && applet.keys.length === 0 && applet.cryptoProContainers.length === 0;

/** What the vendor's program was to make of it: empty, with its user PIN set. */
export const isPrepared = (applet: Applet): boolean =>
  applet.initialised && applet.userPin.initialised && isBlank(applet);

/** Certificates must be in files, every one of them, before they may be erased. */
export const mustSave = (applet: Applet, saved: WizardState['tokens']['saved']): boolean =>
  applet.certificates.length > (saved?.applet === applet.kind ? saved.count : 0);

/** The part whose blankness stands in the way; the only part, if none is told apart. */
export const blankApplet = (device: Device): Applet | undefined =>
  device.applets.find(({ initialised }) => !initialised) ??
  device.applets.find(({ userPin }) => !userPin.initialised) ??
  device.applets[0];

/** A token's name may take so many bytes of UTF-8 (PKCS#11, CK_TOKEN_INFO.label). */
const LABEL_BYTES = 32;

export const labelFits = (label: string): boolean => new TextEncoder().encode(label).length <= LABEL_BYTES;

/** What a token calls itself before anybody named it is no name. */
export const labelToSuggest = (applet: Applet): string => {
  const own = applet.label.trim();
  return own === '' || own.includes('<') ? 'EGAIS' : own;
};

/** A UTM on this computer is at work, most likely with this token. */
export const isUtmAtWork = (state: WizardState): boolean =>
  state.tokens.watchPaused || state.utm.state?.reachability === 'answering';
