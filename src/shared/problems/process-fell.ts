import type { Problem } from './problem.ts';

/** The token process hung or died under a library: what it knew of sign-ins is gone, and its tokens are out of sight. */
export const processFell = ({ code }: Problem): boolean =>
  code === 'TOKEN_PROCESS_DIED' || code === 'TOKEN_PROCESS_HUNG';
