import { describe, expect, it } from 'vitest';
import { gostParameterSet } from '../../src/pki/gost-parameter-sets.ts';
import { keyUsageNames } from '../../src/pki/object-identifiers.ts';
import { parameterSetOfOid, parameterSetSchema, parameterSets } from '../../src/shared/domain/gost-parameter-sets.ts';
import {
  extendedPurposes,
  identificationKindSchema,
  type QualifiedRequest,
  qualifiedOrderSchema,
  qualifiedRequestSchema,
  requestKeyUsageSchema,
  signToolClasses,
  signToolClassSchema,
  usualOrder,
} from '../../src/shared/domain/qualified-request.ts';
import { qualifiedRequestTexts } from '../../src/shared/texts/qualified-request.ts';
import { subjects } from '../support/qualified-subjects.ts';

describe('a request for a qualified certificate', () => {
  const usual = usualOrder(subjects.person, null);

  it('is by itself the usual one, and keeps the subject it is for', () => {
    expect(qualifiedOrderSchema.parse(usual)).toEqual({ ...usual, ...subjects.person });
    expect(usual.parameterSet).toBe('CryptoPro-XchA');
    expect(usual.extendedKeyUsage).toEqual(Object.values(extendedPurposes));
  });

  it('names purposes by identifiers that can be written, and no more than a request holds', () => {
    for (const wrong of ['', '1', '3.1', '1.02', '1.2.', '1..2', '1.2.643.99999999999']) {
      expect(qualifiedOrderSchema.safeParse({ ...usual, extendedKeyUsage: [wrong] }).success, wrong).toBe(false);
    }
    expect(qualifiedOrderSchema.safeParse({ ...usual, subjectSignTool: 'С'.repeat(201) }).success).toBe(false);
  });

  it('is kept under the digest of its key and nothing else', () => {
    const publicKeySha256 = 'ab'.repeat(32);
    const kept: QualifiedRequest = {
      id: publicKeySha256,
      token: '0123456789',
      keyId: '00',
      ...subjects.person,
      parameterSet: 'tc26-256-A',
      madeAt: '2026-11-27T09:00:00.000Z',
      der: '',
      publicKeySha256,
    };
    expect(qualifiedRequestSchema.parse(kept)).toEqual(kept);
    expect(qualifiedRequestSchema.safeParse({ ...kept, id: '../../etc/passwd' }).success).toBe(false);
  });

  it('knows the parameter sets that the signatures are computed with, by the same names', () => {
    for (const name of parameterSetSchema.options) {
      const { oid, bits } = parameterSets[name];
      expect(gostParameterSet(oid)).toMatchObject({ name, oid, bits });
      expect(parameterSetOfOid(oid)).toBe(name);
    }
    expect(parameterSetOfOid('1.2.643.7.1.2.1.2.0')).toBeNull();
  });

  it('has words for every choice, in both languages', () => {
    for (const texts of Object.values(qualifiedRequestTexts)) {
      for (const kind of identificationKindSchema.values) expect(texts.identificationKind[kind]).not.toBe('');
      for (const usage of requestKeyUsageSchema.options) expect(texts.keyUsage[usage]).not.toBe('');
      for (const { acceptance } of Object.values(parameterSets))
        expect(texts.parameterSet.acceptance[acceptance]).not.toBe('');
    }
    expect(requestKeyUsageSchema.options.every((usage) => keyUsageNames.includes(usage))).toBe(true);
    expect(Object.keys(signToolClasses)).toEqual(signToolClassSchema.options);
  });
});
