import { useCallback, useEffect, useState } from 'react';
import type { DiagnosticsPreview, IdentifierKind } from '../../shared/domain/diagnostics.ts';
import type { Problem } from '../../shared/problems/problem.ts';
import { askQuietly } from '../bridge.ts';

interface Collected {
  /** What was collected last; it stays in sight while something else is being collected. */
  readonly preview: DiagnosticsPreview | null;
  readonly problem: Problem | null;
  /** `preview` is not yet what the ticks say. */
  readonly collecting: boolean;
  again(): void;
}

/** Has diagnostics collected, anew whenever another kind of identifier is to be shown. */
export function useDiagnostics(shown: readonly IdentifierKind[]): Collected {
  const [preview, setPreview] = useState<DiagnosticsPreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [collecting, setCollecting] = useState(true);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt collects anew, though it changes nothing else.
  useEffect(() => {
    let wanted = true;
    setCollecting(true);
    void askQuietly('diagnostics:collect', { shown: [...shown] }).then((reply) => {
      if (!wanted) return;
      setCollecting(false);
      setProblem(reply.ok ? null : reply.problem);
      if (reply.ok) setPreview(reply.value);
    });
    return () => {
      wanted = false;
    };
  }, [shown, attempt]);
  return { preview, problem, collecting, again: useCallback(() => setAttempt((before) => before + 1), []) };
}
