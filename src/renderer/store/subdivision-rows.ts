import { useEffect, useState } from 'react';
import type { Subdivision } from '../../shared/domain/subdivision.ts';
import { ask } from '../bridge.ts';

/** The rows of the list, fetched anew whenever `revision` changes; `null` until they first arrive. */
export function useSubdivisionRows(revision: number): readonly Subdivision[] | null {
  const [rows, setRows] = useState<readonly Subdivision[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision is what says that the rows have changed
  useEffect(() => {
    let wanted = true;
    void ask('subdivisions:list', null).then((reply) => {
      if (wanted && reply.ok) setRows(reply.value);
    });
    return () => {
      wanted = false;
    };
  }, [revision]);
  return rows;
}
