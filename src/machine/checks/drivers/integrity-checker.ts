import type { Finding } from '../../../shared/domain/finding.ts';
import type { LibraryReport } from '../../../shared/domain/token.ts';
import { defineCheck, type MachineContext, outcomesOf } from '../../check.ts';
import { findVendorFiles } from '../../questions/vendor-files.ts';
import type { System } from '../../system.ts';

export interface IntegrityCheckerFacts {
  readonly installed: boolean;
  /** What the library of JaCarta said of itself when it was loaded. */
  readonly answer: 'passed' | 'failed' | 'not-loaded' | 'not-asked';
}

/** The library checks itself by `jcverify` (ИКБ) when it starts, and answers with codes of its own when that fails. */
function answerOf(libraries: readonly LibraryReport[] | undefined): IntegrityCheckerFacts['answer'] {
  const library = libraries?.find(({ vendor }) => vendor === 'aladdin');
  if (library === undefined) return 'not-asked';
  if (library.status === 'loaded') return 'passed';
  return library.problem?.code === 'TOKEN_LIBRARY_DAMAGED' ? 'failed' : 'not-loaded';
}

async function probe(system: System, context: MachineContext): Promise<IntegrityCheckerFacts> {
  const files = await findVendorFiles(system, 'aladdin');
  return { installed: files.length > 0, answer: answerOf(context.tokens?.libraries) };
}

const conclude = outcomesOf('integrity-checker', {
  passed: ['ok'],
  'not-needed': ['ok'],
  failed: ['attention', 'open-jacarta-page', 'check-again'],
  'when-loaded': ['ok'],
  unknown: ['info', 'check-again'],
});

/** Where the checker lies on Windows is not published, so its own verdict is taken instead of looking for its file. */
export function integrityCheckerRule({ installed, answer }: IntegrityCheckerFacts): Finding {
  const raw = { installed, answer };
  if (answer === 'passed' || answer === 'failed') return conclude(answer, raw);
  if (!installed) return conclude('not-needed', raw);
  return conclude(answer === 'not-asked' ? 'when-loaded' : 'unknown', raw);
}

export const integrityChecker = defineCheck({ id: 'integrity-checker', probe, rule: integrityCheckerRule });
