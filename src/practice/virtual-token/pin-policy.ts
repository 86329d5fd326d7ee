import type { PinPolicy, PinState } from './device-state.ts';
import { isPin } from './pin.ts';

export type PinPolicyRule = keyof PinPolicy;

const violations: { readonly [rule in PinPolicyRule]: (pin: string, before: PinState | null) => boolean } = {
  noRepeats: (pin) => /(.)\1\1/.test(pin),
  bothCases: (pin) => !/[a-z]/.test(pin) || !/[A-Z]/.test(pin),
  digits: (pin) => !/[0-9]/.test(pin),
  signs: (pin) => !/[^0-9a-zA-Z]/.test(pin),
  history: (pin, before) => before !== null && [before, ...before.history].some((past) => isPin(past, pin)),
};

/** The first rule of the policy that a new PIN breaks. */
export const brokenRule = (policy: PinPolicy, pin: string, before: PinState | null): PinPolicyRule | undefined =>
  (Object.keys(violations) as PinPolicyRule[]).find((rule) => policy[rule] && violations[rule](pin, before));
