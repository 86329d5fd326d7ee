import { pinsKnown } from '../../setup/key-change/remembered-changes.ts';
import type { Workplace } from '../../setup/workplace.ts';
import type { Applet, Device, PinFacts } from '../../shared/domain/token.ts';
import type { Bilingual } from '../../shared/language.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { CommandContext } from './command.ts';
import { lineName, type PinRole } from './pin-source.ts';

const partNames: Readonly<Record<Applet['kind'], Bilingual<string>>> = {
  gost: { ru: 'PIN-код ГОСТ', en: 'GOST PIN' },
  pki: { ru: 'PIN-код PKI', en: 'PKI PIN' },
  combined: { ru: 'PIN-код токена', en: 'token PIN' },
};

const roleNames: Readonly<Record<PinRole, Bilingual<string>>> = {
  user: { ru: '', en: '' },
  so: { ru: ' администратора', en: ' of the administrator' },
  new: { ru: ', новый', en: ', the new one' },
};

type PinContext = Pick<CommandContext, 'pins' | 'language' | 'options'>;

/** A PIN of one part of a token, from standard input or the terminal. Problem: `SETUP_PIN_NEEDED`. */
export async function readPin(
  device: Device,
  applet: Applet,
  role: PinRole,
  { pins, language }: PinContext,
): Promise<Result<string>> {
  const part = `${partNames[applet.kind][language]}${roleNames[role][language]}`;
  const pin = await pins.read(lineName(applet.kind, role), `${part}, ${device.name} ${device.serial}`);
  if (pin === null) return fail(problem('SETUP_PIN_NEEDED', { part, line: `${lineName(applet.kind, role)}:…` }));
  return succeed(pin);
}

/**
 * Unattended, a PIN whose tries were already spent is left alone unless the person said otherwise; the last try is never
 * taken, because nobody confirms it.
 */
export function mayRisk(facts: PinFacts, applet: Applet, { language, options }: PinContext): Result<null> {
  if (facts.tries !== 'spent' || options.acceptLowPinCount) return succeed(null);
  return fail(problem('SETUP_PIN_TRIES_SPENT', { part: partNames[applet.kind][language] }));
}

/**
 * Somebody knows the PIN of this part: a change of keys does not take it for lost. What could not be remembered of that
 * is no failure of what was asked for.
 */
export async function noteKnownPin(place: Workplace, device: Device, applet: Applet): Promise<void> {
  await place.keyChanges.update((changes) => pinsKnown(changes, device.serial, [applet.kind]));
}

/** One login with the PIN the person gave. */
export async function signIn(
  place: Workplace,
  device: Device,
  applet: Applet,
  context: PinContext,
): Promise<Result<null>> {
  const pin = await readPin(device, applet, 'user', context);
  if (!pin.ok) return pin;
  const risk = mayRisk(applet.userPin, applet, context);
  if (!risk.ok) return risk;
  const request = { device: device.id, applet: applet.kind, pin: pin.value, lastTryConfirmed: false };
  const answer = await place.tokens.signIn(request);
  if (!answer.ok) return answer;
  await noteKnownPin(place, device, applet);
  return succeed(null);
}
