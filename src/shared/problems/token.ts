import type { ProblemEntry } from './entry.ts';
import { tokenDeviceProblems } from './token-device.ts';
import { tokenLibraryProblems } from './token-library.ts';
import { tokenObjectProblems } from './token-objects.ts';
import { tokenPinProblems } from './token-pin.ts';

/** Failures of tokens, their drivers and the process that talks to them. */
export const tokenProblems = {
  ...tokenLibraryProblems,
  ...tokenDeviceProblems,
  ...tokenPinProblems,
  ...tokenObjectProblems,
} as const satisfies Record<string, ProblemEntry>;
