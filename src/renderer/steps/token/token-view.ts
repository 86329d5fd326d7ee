import type { Certificate } from '../../../shared/domain/certificate.ts';
import type { Applet, AppletKind, Device, PinFacts } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import type { Problem } from '../../../shared/problems/problem.ts';

export type TokenPage = 'looking' | 'insert' | 'choose' | 'device';

/** The device the page is about: the chosen one, or the only one. */
export function shownDevice({ report, chosen }: WizardState['tokens']): Device | null {
  const devices = report?.devices ?? [];
  return devices.find((device) => device.id === chosen) ?? (devices.length === 1 ? (devices[0] ?? null) : null);
}

/** Which page of the step is shown; `choosing` is the person's wish to choose anew. */
export function tokenPage(tokens: WizardState['tokens'], choosing: boolean): TokenPage {
  const devices = tokens.report?.devices ?? [];
  if (!tokens.report && tokens.phase !== 'failed') return 'looking';
  if (devices.length === 0) return 'insert';
  if (devices.length > 1 && choosing) return 'choose';
  return shownDevice(tokens) ? 'device' : 'choose';
}

/** Applets that still ask for a PIN and can take one, in the order of the page. */
function pendingApplets(tokens: WizardState['tokens'], device: Device): readonly Applet[] {
  return tokens.signInNeeded.flatMap((kind) => {
    const applet = device.applets.find((candidate) => candidate.kind === kind);
    return applet && !applet.signedIn ? [applet] : [];
  });
}

export const isLocked = (pin: PinFacts): boolean => pin.tries === 'locked' || pin.left === 0;

/** One more wrong PIN locks it. */
export const isLastTry = (pin: PinFacts): boolean => !isLocked(pin) && (pin.tries === 'last' || pin.left === 1);

const hasFewTries = (pin: PinFacts): boolean => isLastTry(pin) || (pin.left !== null && pin.left <= 2);

export type DeviceOutcome = 'pins' | 'pin' | 'fewTries' | 'locked' | 'obstacle' | 'ready';

/** What the title of a device's page says. */
export function deviceOutcome(tokens: WizardState['tokens'], device: Device): DeviceOutcome {
  const pending = pendingApplets(tokens, device);
  if (tokens.obstacle) return 'obstacle';
  if (pending.some((applet) => isLocked(applet.userPin))) return 'locked';
  if (pending.length === 0) return 'ready';
  if (pending.some((applet) => hasFewTries(applet.userPin))) return 'fewTries';
  return device.applets.length > 1 ? 'pins' : 'pin';
}

/**
 * The applet the footer's button signs in: the one the person is in, else the first that waits. None while a try would
 * be spent for nothing: another part is locked, or something else stands in the way.
 */
export function activeApplet(tokens: WizardState['tokens'], device: Device, entered: AppletKind | null): Applet | null {
  const pending = pendingApplets(tokens, device);
  const useless = tokens.obstacle !== null || pending.some(({ userPin }) => isLocked(userPin) || !userPin.initialised);
  if (useless) return null;
  return pending.find((applet) => applet.kind === entered) ?? pending[0] ?? null;
}

/**
 * The part whose PIN was asked for when a wrong one came and the token has another part with another PIN: people mix
 * the two up. No PIN is ever tried on the other part.
 */
export function mixedUpPart(refusal: Problem, device: Device, asked: AppletKind): 'gost' | 'pki' | null {
  const other = { gost: 'pki', pki: 'gost', combined: null } as const;
  const confusable = device.applets.some(({ kind }) => kind === other[asked]);
  return refusal.code === 'TOKEN_PIN_INCORRECT' && confusable && asked !== 'combined' ? asked : null;
}

export type PinLength = { readonly kind: 'missing' | 'short' | 'long'; readonly count: number };

/** Why a PIN of this length need not be sent at all; lengths are bytes of UTF-8, as a token counts them. */
export function pinLengthTrouble(pin: string, { minLength, maxLength }: PinFacts): PinLength | null {
  const length = new TextEncoder().encode(pin).length;
  if (length === 0) return { kind: 'missing', count: minLength };
  if (length < minLength) return { kind: 'short', count: minLength };
  if (maxLength > 0 && length > maxLength) return { kind: 'long', count: maxLength };
  return null;
}

const certificatesOf = (applet: Applet): readonly Certificate[] =>
  applet.certificates.flatMap((entry) => (entry.certificate ? [entry.certificate] : []));

/** The certificates a card speaks of: the signature the wizard works with, and the newest access key. */
export function cardCertificates(
  applet: Applet,
  qualifiedFingerprint: string | null,
): { readonly qualified: Certificate | null; readonly accessKey: Certificate | null } {
  const latest = (purpose: Certificate['purpose']) =>
    certificatesOf(applet)
      .filter((certificate) => certificate.purpose === purpose)
      .sort((left, right) => right.notAfter.localeCompare(left.notAfter))[0] ?? null;
  const chosen = certificatesOf(applet).find((certificate) => certificate.fingerprint === qualifiedFingerprint);
  return { qualified: chosen ?? latest('qualified'), accessKey: latest('access-key') };
}

/** Who the device speaks for, as far as its certificates say. */
export function deviceHolder(device: Device): string | null {
  const qualified = device.applets.flatMap(certificatesOf).find((certificate) => certificate.purpose === 'qualified');
  return qualified?.holder.name ?? null;
}
