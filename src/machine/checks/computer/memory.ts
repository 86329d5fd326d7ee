import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, outcomesOf } from '../../check.ts';
import { gibibyte, inGibibytes } from './size.ts';

export interface MemoryFacts {
  /** Bytes. */
  readonly total: number;
}

// Our own judgement, no requirement of the UTM is published: Windows 10 of 64 bits wants 2 GB for itself. Of nominal
// gigabytes the system sees a little less.
const enough = 1.8 * gibibyte;

const conclude = outcomesOf('memory', { enough: ['ok'], little: ['attention'] });

export const memoryRule = ({ total }: MemoryFacts): Finding =>
  conclude(total >= enough ? 'enough' : 'little', { total }, { gigabytes: inGibibytes(total) });

export const memory = defineCheck({
  id: 'memory',
  probe: async (system): Promise<MemoryFacts> => ({ total: system.totalMemory }),
  rule: memoryRule,
});
