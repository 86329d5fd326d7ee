import { z } from 'zod';
import { type AccessKeyIssuerId, accessKeyIssuerIdSchema } from './access-key.ts';
import type { AccessRole } from './access-role.ts';

/**
 * How sure it is that a way works for a case. `confirmed`: it was publicly seen to work; `unconfirmed`: it may well
 * work, and nobody has said so in public; `own-contract`: it works with a service that speaks our published contract.
 */
const issuerCertaintySchema = z.enum(['confirmed', 'unconfirmed', 'own-contract']);

/** Why a way is closed just now. */
const issuerObstacleSchema = z.enum([
  'utm-not-answering',
  'mchd-upload-not-public',
  'account-not-configured',
  'place-not-known',
]);

/** One way to an access key for the chosen place, as it stands for this person today. */
export const issuerWaySchema = z.object({
  issuer: accessKeyIssuerIdSchema,
  certainty: issuerCertaintySchema,
  /** The way the wizard takes unless the person says otherwise; never one that is unconfirmed or closed. */
  recommended: z.boolean(),
  obstacle: issuerObstacleSchema.nullable(),
});
export type IssuerWay = z.infer<typeof issuerWaySchema>;

/** What the choice of a way looks at. */
export interface IssuerFacts {
  readonly role: AccessRole;
  /** КПП of the chosen place; `null` for an ИП. */
  readonly kpp: string | null;
  /** FSRAR ID of the chosen place, and of the access key that is on the token (`null`: none). */
  readonly fsrarId: string;
  readonly currentFsrarId: string | null;
  /** `false`: the place will be chosen on the issuer's own page. */
  readonly placeKnown: boolean;
  readonly utmAnswers: boolean;
  readonly accountConfigured: boolean;
}

type Rule = (facts: IssuerFacts) => Pick<IssuerWay, 'certainty' | 'obstacle'>;

const open = null;

/**
 * The direct request to the UTM was seen to work in one production script: for the renewal of a legal entity's current
 * place. How a МЧД is handed to the UTM other than on its page is not public (docs/sources.md, UTM).
 */
const rules: Readonly<Record<AccessKeyIssuerId, Rule>> = {
  utm: ({ role, kpp, fsrarId, currentFsrarId, utmAnswers }) => ({
    certainty: role === 'organization' && kpp && fsrarId === currentFsrarId ? 'confirmed' : 'unconfirmed',
    obstacle: role === 'person-with-mchd' ? 'mchd-upload-not-public' : utmAnswers ? open : 'utm-not-answering',
  }),
  handoff: ({ utmAnswers }) => ({ certainty: 'confirmed', obstacle: utmAnswers ? open : 'utm-not-answering' }),
  account: ({ accountConfigured, placeKnown }) => ({
    certainty: 'own-contract',
    obstacle: accountConfigured ? (placeKnown ? open : 'place-not-known') : 'account-not-configured',
  }),
  file: ({ placeKnown }) => ({ certainty: 'unconfirmed', obstacle: placeKnown ? open : 'place-not-known' }),
};

/** In the order in which one of them is recommended. */
const preference: readonly AccessKeyIssuerId[] = ['utm', 'handoff', 'account', 'file'];

const mayRecommend = ({ certainty, obstacle }: Pick<IssuerWay, 'certainty' | 'obstacle'>): boolean =>
  obstacle === null && certainty !== 'unconfirmed';

/** Every way to an access key, open or closed; at most one is recommended. A pure function of the facts. */
export function issuerWays(facts: IssuerFacts): readonly IssuerWay[] {
  const ways = preference.map((issuer) => ({ issuer, ...rules[issuer](facts) }));
  const best = ways.find(mayRecommend);
  return ways.map((way) => ({ ...way, recommended: way === best }));
}

/** The way to take: the person's wish while it is open, else the recommended one, else the first that is open. */
export function chosenWay(ways: readonly IssuerWay[], wish: AccessKeyIssuerId | null): AccessKeyIssuerId {
  const isOpen = ways.filter(({ obstacle }) => obstacle === null);
  const wished = isOpen.find(({ issuer }) => issuer === wish);
  return (wished ?? ways.find(({ recommended }) => recommended) ?? isOpen[0])?.issuer ?? 'file';
}
