import type { ProblemCode } from '../problems/problem.ts';
import {
  CKR,
  type ReturnCodeName,
  returnCodeMeanings,
  vendorCodeBase,
  vendorReturnCodes,
} from '../problems/token-return-codes.ts';
import type { LibraryVendor } from '../vendor-libraries.ts';

/** How logs and vendors' programs name the makers whose own numbers are known. */
const makers = { aladdin: 'JaCarta', aktiv: 'Рутокен' } as const satisfies {
  readonly [vendor in LibraryVendor]?: string;
};

const inHex = (number: number): string => `0x${number.toString(16)}`;

const standard = (Object.entries(returnCodeMeanings) as [ReturnCodeName, ProblemCode][]).map(([name, problem]) => ({
  problem,
  message: `CKR_${name} ${inHex(CKR[name])}`,
}));

/** Vendors' numbers overlap, so each stands with the name of its maker. */
const vendors = (Object.entries(makers) as [keyof typeof makers, string][]).flatMap(([vendor, maker]) =>
  [...(vendorReturnCodes[vendor] ?? [])].map(([number, { name, problem }]) => ({
    problem,
    message: `${maker} ${name} ${inHex(vendorCodeBase + number)}`,
  })),
);

/** The raw return codes behind each problem, as a person may read them somewhere. */
export const returnCodeMessages: ReadonlyMap<ProblemCode, readonly string[]> = [...standard, ...vendors].reduce(
  (messages, { problem, message }) => messages.set(problem, [...(messages.get(problem) ?? []), message]),
  new Map<ProblemCode, readonly string[]>(),
);
