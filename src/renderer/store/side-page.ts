import { create } from 'zustand';
import type { StepId } from '../../shared/domain/steps.ts';
import type { AppletKind } from '../../shared/domain/token.ts';
import type { HelpCode } from '../../shared/help/codes.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { shownDevice } from '../steps/token/token-view.ts';
import type { UtmWish } from '../steps/utm/utm-chapters.ts';
import { wizardMirror } from './wizard-mirror.ts';

interface OfDevice {
  /** `Device.id`: a page about one token is never shown for another. */
  readonly device: string;
  /** `startedAt` of the last work on a token when the page was opened: what began later belongs to the page. */
  readonly before: string | null;
}

export type AppletPage = OfDevice & {
  readonly name: 'change-pin' | 'unblock' | 'prepare';
  readonly applet: AppletKind;
};

export type TokenSidePage = AppletPage | (OfDevice & { readonly name: 'contents' });

/** The help: on what a problem or a finding says, or a search where there is no `code`. */
type HelpSidePage = { readonly name: 'help'; readonly code: HelpCode | null };

/** The UTM on its way up, before the last step or for an update. */
type UtmSidePage = { readonly name: 'utm'; readonly wish: UtmWish };

/**
 * A page beside the steps: about a token, about the places EGAIS knows, about the UTM, the way to a signature, help, or
 * what support gets. Back leads to where it was opened.
 */
export type SidePage =
  | TokenSidePage
  | HelpSidePage
  | UtmSidePage
  | { readonly name: 'contractors' | 'diagnostics' | 'key-change' | 'qualified-certificate' };

/** The open side pages, the one on top last. */
export const sidePages = create<{ readonly stack: readonly SidePage[] }>()(() => ({ stack: [] }));

const above = (tokens: WizardState['tokens'] | undefined): OfDevice | null => {
  const device = tokens && shownDevice(tokens);
  return device ? { device: device.id, before: tokens.task?.startedAt ?? null } : null;
};

const push = (page: SidePage) => sidePages.setState(({ stack }) => ({ stack: [...stack, page] }));

const isOnTop = (name: SidePage['name']): boolean => sidePages.getState().stack.at(-1)?.name === name;

/** Opens what is on the token that is shown now; does nothing while none is. */
export function openContents(): void {
  const device = above(wizardMirror.getState().state?.tokens);
  if (device && !isOnTop('contents')) push({ name: 'contents', ...device });
}

/** Opens «Контрагенты»: the places as EGAIS has them registered, and how one gets there. */
export function openContractors(): void {
  if (!isOnTop('contractors')) push({ name: 'contractors' });
}

/** Opens the help: the entry of a code, or the search. */
export function openHelp(code: HelpCode | null = null): void {
  if (!isOnTop('help')) push({ name: 'help', code });
}

/** Opens the way of a UTM from its download to its start. */
export function openUtm(wish: UtmWish): void {
  if (!isOnTop('utm')) push({ name: 'utm', wish });
}

/** Opens what is collected for support. */
export function openDiagnostics(): void {
  if (!isOnTop('diagnostics')) push({ name: 'diagnostics' });
}

/** Opens the change of keys: of the token that is there, or those that are remembered. */
export function openKeyChange(): void {
  if (!isOnTop('key-change')) push({ name: 'key-change' });
}

/** Opens the way to a qualified certificate. */
export function openQualifiedCertificate(): void {
  if (!isOnTop('qualified-certificate')) push({ name: 'qualified-certificate' });
}

/** Opens a page about one part of the token that is shown now. */
export function openAppletPage(name: AppletPage['name'], applet: AppletKind): void {
  const device = above(wizardMirror.getState().state?.tokens);
  if (device) push({ name, applet, ...device });
}

/** One page back. */
export const closeSidePage = (): void => sidePages.setState(({ stack }) => ({ stack: stack.slice(0, -1) }));

export const closeSidePages = (): void => sidePages.setState({ stack: [] });

/** Leaves whatever side page is open for a step. */
export function goToStep(step: StepId): void {
  closeSidePages();
  void ask('wizard:go', { step });
}
