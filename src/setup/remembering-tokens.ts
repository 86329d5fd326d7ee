import type { KnownTokens } from '../shared/domain/known-token.ts';
import type { TokenAccess } from '../token/token-access.ts';
import { knownAfterAll } from './known-tokens.ts';
import type { Remembered } from './remembered.ts';
import type { RunRecord } from './run-record.ts';

/** Tokens whose ends are remembered whenever somebody reads them. A memory that fails is said, and hinders no reading. */
export const rememberingTokens = (
  tokens: TokenAccess,
  known: Remembered<KnownTokens>,
  record: RunRecord,
  now: () => Date,
): TokenAccess => ({
  ...tokens,
  async scan() {
    const scan = await tokens.scan();
    if (!scan.ok) return scan;
    const noted = await known.update((before) => knownAfterAll(before, scan.value, now()));
    if (!noted.ok) record.write({ event: 'known-tokens', facts: { outcome: noted.problem.code } });
    return scan;
  },
});
