import type { ActionId } from '../shared/actions.ts';
import type { CheckId, Finding } from '../shared/domain/finding.ts';
import type { TokenReport } from '../shared/domain/token.ts';
import type { UtmState } from '../shared/domain/utm.ts';
import type { FindingVariant } from '../shared/texts/finding-texts.ts';
import type { System } from './system.ts';

/** What the other floors know by the time the computer is checked. `null`: not asked yet. */
export interface MachineContext {
  readonly tokens: TokenReport | null;
  readonly utm: UtmState | null;
  readonly utmUrl: string;
  /** Libraries given by hand; they take the place of the discovered ones. */
  readonly libraryOverrides: readonly string[];
  /** Servers beside the agency's that this installation was told to use; none is assumed. */
  readonly configuredAddresses?: readonly string[];
}

/** Whether a library sees a token: then much that would hinder it is no hindrance. */
export const tokenSeen = ({ tokens }: MachineContext): boolean => (tokens?.devices.length ?? 0) > 0;

export interface Check {
  readonly id: CheckId;
  run(system: System, context: MachineContext): Promise<Finding>;
}

/** A check is a probe, which asks the computer, and a rule, which judges the facts and asks nothing. */
export const defineCheck = <Facts>(definition: {
  readonly id: CheckId;
  readonly probe: (system: System, context: MachineContext) => Promise<Facts>;
  readonly rule: (facts: Facts) => Finding;
}): Check => ({
  id: definition.id,
  run: async (system, context) => definition.rule(await definition.probe(system, context)),
});

type Outcome = readonly [status: Finding['status'], ...actions: ActionId[]];

/**
 * Ties every variant a check may come to with its status and its actions; the compiler sees that each variant has its
 * texts and each text its variant. `more.actions` stand before those of the table.
 */
export const outcomesOf =
  <Id extends CheckId>(id: Id, outcomes: Record<FindingVariant<Id>, Outcome>) =>
  (
    variant: FindingVariant<Id>,
    facts: Finding['facts'],
    values: Finding['values'] = {},
    moreActions: readonly ActionId[] = [],
  ): Finding => {
    const [status, ...actions] = outcomes[variant];
    return { id, status, variant, values, actions: [...moreActions, ...actions], facts };
  };
