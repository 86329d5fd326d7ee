import { runChecks } from '../machine/checks.ts';
import type { CheckId, Finding } from '../shared/domain/finding.ts';
import type { TokenReport } from '../shared/domain/token.ts';
import type { UtmState } from '../shared/domain/utm.ts';
import type { Result } from '../shared/result.ts';
import type { Workplace } from './workplace.ts';

export interface MachineCheck {
  readonly findings: readonly Finding[];
  readonly tokens: Result<TokenReport>;
  readonly utm: UtmState;
}

/** What was read before and need not be read again, and the FSRAR ID of the place that was chosen. */
export type KnownOfMachine = Partial<Pick<MachineCheck, 'tokens' | 'utm'>> & { readonly fsrarId?: string | null };

/**
 * Checks the computer: reads tokens and the UTM side by side, then runs the checks, each reported as it ends.
 * Changes nothing anywhere. `only`: these checks alone; `known`: what is not read anew.
 */
export async function checkMachine(
  workplace: Workplace,
  only: readonly CheckId[] | null,
  onFinding: (finding: Finding) => void,
  known: KnownOfMachine = {},
): Promise<MachineCheck> {
  const [tokens, utm] = await Promise.all([
    known.tokens ?? workplace.tokens.scan(),
    known.utm ?? workplace.readUtm(known.fsrarId ?? null),
  ]);
  const findings = await runChecks(
    workplace.system,
    {
      tokens: tokens.ok ? tokens.value : null,
      utm,
      utmUrl: workplace.utmUrl,
      libraryOverrides: workplace.libraryOverrides,
    },
    { only, onFinding },
  );
  return { findings, tokens, utm };
}

/** Checks of what the UTM needs of the computer. */
export const aboutUtm: readonly CheckId[] = ['utm', 'utm-port', 'utm-service-ports', 'utm-remains'];

/** Whether the way on is open: nothing found is `bad`, `besides` some checks that do not count. */
export const machineReady = (findings: readonly Finding[], besides: readonly CheckId[] = []): boolean =>
  findings.length > 0 && findings.every(({ id, status }) => status !== 'bad' || besides.includes(id));
