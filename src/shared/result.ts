import type { Problem } from './problems/problem.ts';

/** The outcome of anything that can fail in a way a person may meet: a value, or a problem from the catalogue. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem });
