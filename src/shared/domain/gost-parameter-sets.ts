import { z } from 'zod';

/**
 * Names of the parameter sets of GOST R 34.10-2012 (RFC 4357, 11.4; RFC 7836, appendix A). The exchange sets repeat the
 * CryptoPro curves A and C; tc26-256-B, C, D repeat A, B, C.
 */
export const parameterSetSchema = z.enum([
  'CryptoPro-A',
  'CryptoPro-B',
  'CryptoPro-C',
  'CryptoPro-XchA',
  'CryptoPro-XchB',
  'tc26-256-A',
  'tc26-256-B',
  'tc26-256-C',
  'tc26-256-D',
  'tc26-512-A',
  'tc26-512-B',
  'tc26-512-C',
]);
export type ParameterSet = z.infer<typeof parameterSetSchema>;

/**
 * Whether authorities certify keys of a set. `seen`: in a certificate that an authority published; `seen-in-tests`: in
 * the published chain of a vendor's test authority; `unknown`: nothing is public, ask the authority.
 */
type ParameterSetAcceptance = 'seen' | 'seen-in-tests' | 'unknown';

interface ParameterSetFacts {
  readonly oid: string;
  readonly bits: 256 | 512;
  readonly acceptance: ParameterSetAcceptance;
}

const cryptoPro = (tail: string, acceptance: ParameterSetAcceptance): ParameterSetFacts => ({
  oid: `1.2.643.2.2.${tail}`,
  bits: 256,
  acceptance,
});
const tc26 = (bits: 256 | 512, tail: number, acceptance: ParameterSetAcceptance): ParameterSetFacts => ({
  oid: `1.2.643.7.1.2.1.${bits / 256}.${tail}`,
  bits,
  acceptance,
});

/** Sources of what was seen: docs/sources.md, "Qualified certificates". */
export const parameterSets: Readonly<Record<ParameterSet, ParameterSetFacts>> = {
  'CryptoPro-A': cryptoPro('35.1', 'unknown'),
  'CryptoPro-B': cryptoPro('35.2', 'unknown'),
  'CryptoPro-C': cryptoPro('35.3', 'unknown'),
  'CryptoPro-XchA': cryptoPro('36.0', 'seen'),
  'CryptoPro-XchB': cryptoPro('36.1', 'unknown'),
  'tc26-256-A': tc26(256, 1, 'seen-in-tests'),
  'tc26-256-B': tc26(256, 2, 'unknown'),
  'tc26-256-C': tc26(256, 3, 'unknown'),
  'tc26-256-D': tc26(256, 4, 'unknown'),
  'tc26-512-A': tc26(512, 1, 'unknown'),
  'tc26-512-B': tc26(512, 2, 'unknown'),
  'tc26-512-C': tc26(512, 3, 'unknown'),
};

/** CKM_GOSTR3410_KEY_PAIR_GEN, and the one of TC26 for 512 bits, by which a token tells which keys it makes. */
export const gostKeyPairMechanisms = { 256: 0x1200, 512: 0xd4321005 } as const;

/** The sets of which a part of a token may make keys, by the mechanisms it lists; which of them it really has, it tells
 * only when it is asked for a key. */
export const offeredParameterSets = (mechanisms: readonly number[]): readonly ParameterSet[] =>
  parameterSetSchema.options.filter((name) => mechanisms.includes(gostKeyPairMechanisms[parameterSets[name].bits]));

/** The set of an OID, `null` for one that is not known here. */
export const parameterSetOfOid = (oid: string): ParameterSet | null =>
  parameterSetSchema.options.find((name) => parameterSets[name].oid === oid) ?? null;
