import { generateKeyPairSync, sign as nodeSign, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCertificate } from '../../src/pki/certificate-writer.ts';
import { type RequestSigner, signatureAlgorithmFor } from '../../src/pki/certification-request.ts';
import { verifyDetachedSignature } from '../../src/pki/cms.ts';
import { type CmsOrder, writeSignedData } from '../../src/pki/cms-writer.ts';
import { decodeDer } from '../../src/pki/der.ts';
import { nameOf } from '../../src/pki/distinguished-name.ts';
import { keyUsageExtension } from '../../src/pki/extension-writer.ts';
import { gostSubjectPublicKeyInfo } from '../../src/pki/public-key.ts';
import { signedDataStructureOf } from '../../src/pki/signed-data.ts';
import { streebog256, streebog512 } from '../../src/pki/streebog.ts';
import { generateGostKeyPair, signGostDigest } from '../../src/practice/gost-signature.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { makeKey, makeSelfSigned, parameterSets } from './openssl-authority.ts';

let oracle: GostOracle;
beforeAll(() => {
  oracle = openGostOracle();
});
afterAll(() => oracle?.close());

interface Signer extends Pick<RequestSigner, 'publicKey'> {
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

const gostSigner = (oid: string, bits: 256 | 512): Signer => {
  const { privateKey, publicKey } = generateGostKeyPair(oid);
  const digest = bits === 256 ? streebog256 : streebog512;
  return {
    publicKey: gostSubjectPublicKeyInfo(publicKey, oid),
    sign: (bytes) => signGostDigest(digest(bytes), privateKey, oid),
  };
};

const rsaSigner = (): Signer => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    publicKey: Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' })),
    sign: (bytes) => Uint8Array.from(nodeSign('sha256', bytes, privateKey)),
  };
};

const cryptoProA = '1.2.643.2.2.35.1';
const now = new Date();

const certificateOf = ({ publicKey, sign }: Signer): Uint8Array => {
  const signatureAlgorithm = signatureAlgorithmFor(publicKey);
  if (signatureAlgorithm === undefined) throw new Error('no algorithm');
  const name = nameOf([{ oid: '2.5.4.3', value: 'ООО «Тестовая организация»', type: 'utf8' }]);
  const content = {
    // The first bit is set: a serial number that needs a zero byte before it.
    serialNumber: Uint8Array.of(0x9f, ...randomBytes(15)),
    signatureAlgorithm,
    issuer: name,
    notBefore: new Date(now.getTime() - 86_400_000),
    notAfter: new Date(now.getTime() + 86_400_000),
    subject: name,
    publicKey,
    extensions: [keyUsageExtension(['digitalSignature'])],
  };
  return writeCertificate(content, sign);
};

const content = Buffer.from('Содержимое, которое подписывают', 'utf8');

const orderOf = (signer: Signer, rest: Partial<CmsOrder> = {}): CmsOrder => ({
  content,
  detached: false,
  certificate: certificateOf(signer),
  chain: [],
  signingTime: now,
  sign: async (bytes) => signer.sign(bytes),
  ...rest,
});

const write = async (order: CmsOrder): Promise<Uint8Array> => {
  const outcome = await writeSignedData(order);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.der;
};

const pem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

/** What OpenSSL says of a signature, its signing certificate attribute included. */
const openSslVerifies = (der: Uint8Array, order: CmsOrder): boolean => {
  oracle.write('signed.der', der);
  oracle.write('content.bin', order.content);
  oracle.write('signer.pem', pem(order.certificate));
  const apart = order.detached ? ['-content', 'content.bin'] : [];
  const { status, stdout } = oracle.attempt(
    ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', 'signed.der', ...apart].concat([
      '-CAfile',
      'signer.pem',
      '-purpose',
      'any',
    ]),
  );
  return status === 0 && stdout.equals(Buffer.from(order.content));
};

describe('OpenSSL accepts what is written here, and refuses it once changed', () => {
  const signers = [
    ...parameterSets.map(([, oid, name, bits]) => [name, () => gostSigner(oid, bits)] as const),
    ['RSA-2048', rsaSigner] as const,
  ];

  test.each(signers.flatMap(([name, make]) => [true, false].map((detached) => [name, detached, make] as const)))(
    '%s, detached: %s',
    async (_, detached, makeSigner) => {
      const order = orderOf(makeSigner(), { detached });
      const der = await write(order);
      expect(openSslVerifies(der, order)).toBe(true);
      expect(verifyDetachedSignature(der, content)).toMatchObject({
        ok: true,
        signers: [{ verdict: 'good', signingTime: new Date(Math.floor(now.getTime() / 1000) * 1000).toISOString() }],
      });
      const changed = Uint8Array.from(der);
      changed[der.length - 5] = (changed[der.length - 5] ?? 0) ^ 0x10;
      expect(openSslVerifies(changed, order)).toBe(false);
      expect(openSslVerifies(der, { ...order, content: Buffer.from('other') })).toBe(false);
    },
  );
});

test('the content travels inside or apart, as asked', async () => {
  const signer = gostSigner(cryptoProA, 256);
  const inside = signedDataStructureOf(await write(orderOf(signer)));
  const apart = signedDataStructureOf(await write(orderOf(signer, { detached: true })));
  expect(inside.content && Buffer.from(inside.content)).toEqual(content);
  expect(apart.content).toBeNull();
});

test('further certificates travel with the signer’s, and what stands in a set is in order', async () => {
  const chain = [certificateOf(rsaSigner()), certificateOf(gostSigner(cryptoProA, 256))];
  const order = orderOf(rsaSigner(), { chain });
  const der = await write(order);
  const { certificates, signers } = signedDataStructureOf(der);
  const expected = [order.certificate, ...chain].sort(Buffer.compare).map((one) => Buffer.from(one));
  expect(certificates.map((one) => Buffer.from(one))).toEqual(expected);
  const [signer] = signers;
  const set = signer?.signedAttributes && decodeDer(signer.signedAttributes);
  expect(set?.idBlock.tagNumber).toBe(17);
  expect(signer?.attributes.size).toBe(4);
  expect(openSslVerifies(der, order)).toBe(true);
});

test('whatever is signed comes out as it went in', async () => {
  const signer = rsaSigner();
  const certificate = certificateOf(signer);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
      const structure = signedDataStructureOf(await write(orderOf(signer, { content: bytes, certificate })));
      expect(structure.content && Buffer.from(structure.content)).toEqual(Buffer.from(bytes));
    }),
    { numRuns: 40 },
  );
});

describe('nothing unsound leaves', () => {
  test('a signature with its halves the wrong way round', async () => {
    const signer = gostSigner(cryptoProA, 256);
    const swapped = async (bytes: Uint8Array) => {
      const signature = signer.sign(bytes);
      return Uint8Array.from([...signature.subarray(32), ...signature.subarray(0, 32)]);
    };
    expect(await writeSignedData(orderOf(signer, { sign: swapped }))).toEqual({
      ok: false,
      reason: 'self-check-failed',
    });
  });

  test('a signature by another key than the certificate’s', async () => {
    const order = orderOf(rsaSigner(), { certificate: certificateOf(rsaSigner()) });
    expect(await writeSignedData(order)).toEqual({ ok: false, reason: 'self-check-failed' });
  });

  test('a certificate of a kind of key the product does not sign with', async () => {
    makeKey(oracle, 'ec', { kind: 'ec' });
    const certificate = makeSelfSigned(oracle, 'ec', { kind: 'ec' });
    const order = orderOf(rsaSigner(), { certificate });
    expect(await writeSignedData(order)).toEqual({ ok: false, reason: 'key-unsupported' });
  });

  test('bytes that are no certificate, and the signer is not asked', async () => {
    const sign = async (): Promise<Uint8Array> => {
      throw new Error('asked');
    };
    const order = orderOf(rsaSigner(), { certificate: Buffer.from('no certificate'), sign });
    expect(await writeSignedData(order)).toEqual({ ok: false, reason: 'not-a-certificate' });
  });

  test('what the signer throws passes through', async () => {
    const sign = async (): Promise<Uint8Array> => {
      throw new Error('the token is gone');
    };
    await expect(writeSignedData(orderOf(rsaSigner(), { sign }))).rejects.toThrow('the token is gone');
  });
});
