import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStreebog, streebog256, streebog512 } from '../../src/pki/streebog.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

// RFC 6986, section 10. The RFC prints numbers, most significant byte first; programs take and give bytes reversed.
const message1 = Buffer.from('012345678901234567890123456789012345678901234567890123456789012', 'latin1');
const message2 = Buffer.from(
  'd1e520e2e5f2f0e82c20d1f2f0e8e1eee6e820e2edf3f6e82c20e2e5fef2fa20f120eceef0ff20f1f2f0e5ebe0ece820ede020f5f0e0e1f0fbff20efebfaeafb20c8e3eef0e5e2fb',
  'hex',
);

describe('Streebog gives the digests of RFC 6986', () => {
  test.each([
    [
      'example 1, 512 bit',
      streebog512(message1),
      '1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48',
    ],
    ['example 1, 256 bit', streebog256(message1), '9d151eefd8590b89daa6ba6cb74af9275dd051026bb149a452fd84e5e57b5500'],
    [
      'example 2, 512 bit',
      streebog512(message2),
      '1e88e62226bfca6f9994f1f2d51569e0daf8475a3b0fe61a5300eee46d961376035fe83549ada2b8620fcd7c496ce5b33f0cb9dddc2b6460143b03dabac9fb28',
    ],
    ['example 2, 256 bit', streebog256(message2), '9dd2fe4e90409e5da87f53976d7405b0c0cac628fc669a741d50063c557e8f50'],
  ])('%s', (_, digest, expected) => {
    expect(hex(digest)).toBe(expected);
  });
});

describe('Streebog agrees with OpenSSL', () => {
  let oracle: GostOracle;
  beforeAll(() => {
    oracle = openGostOracle();
  });
  afterAll(() => oracle?.close());

  test.each([
    ['md_gost12_256', streebog256],
    ['md_gost12_512', streebog512],
  ] as const)('%s, messages of any content and length', (name, digest) => {
    const sizes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ minLength: 60, maxLength: 68 }),
      fc.uint8Array({ minLength: 4000, maxLength: 5000 }),
      // Carries run through the sum of all blocks only when its words overflow.
      fc.integer({ min: 1, max: 1000 }).map((length) => new Uint8Array(length).fill(0xff)),
    );
    const messages = fc.sample(sizes, { numRuns: 150, seed: 20260101 });
    messages.forEach((message, index) => {
      oracle.write(`m${index}`, message);
    });
    const lines = oracle.run(['dgst', `-${name}`, '-r', ...messages.map((_, index) => `m${index}`)]);
    const expected = lines
      .toString('latin1')
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(messages.map((message) => hex(digest(message)))).toEqual(expected);
  });
});

test('a message may come in pieces of any size', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 12 }),
      fc.constantFrom(256, 512),
      (pieces, size) => {
        const running = createStreebog(size as 256 | 512);
        for (const piece of pieces) running.update(piece);
        const whole = createStreebog(size as 256 | 512).update(Buffer.concat(pieces));
        expect(hex(running.digest())).toBe(hex(whole.digest()));
      },
    ),
    { numRuns: 100 },
  );
});
