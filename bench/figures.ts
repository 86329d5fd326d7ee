/** What was measured of one thing, in milliseconds. */
export interface Figures {
  readonly name: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  /** The p95 that is aimed at; `null` where nothing is. */
  readonly goal: number | null;
  /** The least that could be, measured in the same run; `null` where there is no such thing. */
  readonly floor: { readonly name: string; readonly p95: number } | null;
}

/** The value that a share of all values does not exceed. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const figuresOf = (
  name: string,
  values: readonly number[],
  rest: { readonly goal?: number; readonly floor?: Figures['floor'] } = {},
): Figures => ({
  name,
  count: values.length,
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  goal: rest.goal ?? null,
  floor: rest.floor ?? null,
});
