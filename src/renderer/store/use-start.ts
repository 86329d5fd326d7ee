import { useEffect } from 'react';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { askQuietly } from '../bridge.ts';

const starts = {
  machine: () => askQuietly('machine:check', { only: null }),
  tokens: () => askQuietly('tokens:refresh', null),
  subdivisions: () => askQuietly('subdivisions:load', { source: null }),
  contractors: () => askQuietly('contractors:load', null),
  utm: () => askQuietly('utm:refresh', null),
} as const;

/** A page whose facts nobody has looked at yet asks for them by itself. */
export function useStart(part: keyof typeof starts, phase: WizardState['machine']['phase']): void {
  useEffect(() => {
    if (phase === 'idle') void starts[part]();
  }, [part, phase]);
}
