import { describe, expect, it } from 'vitest';
import { helpById, helpOf } from '../../../src/shared/help/registry.ts';
import { findHelp } from '../../../src/shared/help/search.ts';
import { type ProblemCode, problemCodeSchema } from '../../../src/shared/problems/problem.ts';
import { problemOfFailure } from '../../../src/token/return-codes.ts';
import { accountFailures, standardCodes, utmFailures, vendorCodes } from './known-failures.ts';

const libraries = {
  aladdin: { file: 'C:\\Windows\\System32\\jcPKCS11-2.dll', maker: 'JaCarta' },
  aktiv: { file: '/usr/lib/librtpkcs11ecp.so', maker: 'Рутокен' },
} as const;

const refused = (code: number) => Object.assign(new Error('refused'), { code });
const found = (text: string) => findHelp(text)[0]?.entry.id;
const helpOfProblem = (code: ProblemCode) => helpOf(`problem:${code}`)?.id;

describe('every failure that is known of has its entry in the help', () => {
  it('all of them are here', () => {
    expect([utmFailures.length, accountFailures.length]).toEqual([48, 17]);
  });

  it.each([...utmFailures, ...accountFailures])('%s', (text, entry) => {
    expect(helpById(entry)?.id).toBe(entry);
    expect(found(text)).toBe(entry);
  });

  it.each(standardCodes)('CKR_%s is told by its name and by its number', (name, number, expected) => {
    const problem = problemCodeSchema.parse(expected);
    expect(problemOfFailure(refused(number), '/usr/lib/libany.so')).toMatchObject({
      code: problem,
      details: { code: `CKR_${name}` },
    });
    expect(found(`CKR_${name}`)).toBe(helpOfProblem(problem));
    expect(found(`rv = 0x${number.toString(16).padStart(8, '0').toUpperCase()}`)).toBe(helpOfProblem(problem));
  });

  it.each(
    (['aladdin', 'aktiv'] as const).flatMap((vendor) =>
      vendorCodes[vendor].map(([number, expected]) => [vendor, 0x80000000 + number, expected] as const),
    ),
  )('%s: %i is told by that maker’s table', (vendor, code, expected) => {
    const { file, maker } = libraries[vendor];
    const problem = problemCodeSchema.parse(expected);
    expect(problemOfFailure(refused(code), file).code).toBe(problem);
    expect(found(`${maker}: код 0x${code.toString(16)}`)).toBe(helpOfProblem(problem));
  });
});
