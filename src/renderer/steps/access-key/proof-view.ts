import type { AccessKeyProof, ProofCheck } from '../../../shared/domain/access-key.ts';

/** What stands under an answer of the proof. `day` is ISO 8601. */
export type ProofNote =
  | { readonly kind: 'fsrarId' | 'databaseOf' | 'contour' | 'issuer' | 'holder'; readonly value: string }
  | { readonly kind: 'until'; readonly day: string }
  | { readonly kind: 'restart' };

/** The checks write a dash where they have nothing to name. */
const named = (value: string | number | undefined): string | null =>
  value === undefined || value === '' || value === '—' ? null : String(value);

const noted = (
  kind: 'fsrarId' | 'databaseOf' | 'contour' | 'issuer' | 'holder',
  value: string | null,
): ProofNote | null => (value === null ? null : { kind, value });

type Noter = (check: ProofCheck, proof: AccessKeyProof) => ProofNote | null;

const noters: { readonly [id in ProofCheck['id']]?: Noter } = {
  'fsrar-id-matches': (_, { fsrarId }) => noted('fsrarId', fsrarId),
  'holder-matches': ({ values }) => noted('holder', named(values.holder)),
  'issuer-is-egais': (_, { certificate }) =>
    noted('issuer', certificate && (certificate.issuer.commonName ?? certificate.issuer.text)),
  'contour-matches': ({ values }) => noted('contour', named(values.contour)),
  'in-force': (_, { certificate }) => certificate && { kind: 'until', day: certificate.notAfter },
  // A UTM reads its token when it starts: what it sees of another key is then merely old.
  'utm-sees-it': ({ status, values }) =>
    status === 'unknown' && named(values.seen) !== null ? { kind: 'restart' } : null,
  'utm-database-matches': ({ status, values }) =>
    status === 'failed' ? noted('databaseOf', named(values.bound)) : null,
};

/** The fact by which an answer can be compared by eye; `null` where the answer says it all. */
export const proofNote: Noter = (check, proof) => noters[check.id]?.(check, proof) ?? null;
