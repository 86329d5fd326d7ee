import type { AccessRole } from '../../shared/domain/access-role.ts';
import { type Contractor, type ContractorStanding, registerDifferences } from '../../shared/domain/contractor.ts';
import { bareNumber, isNumber } from '../../shared/domain/registration-number.ts';

/** Rows out of the licence register, which are only looked at, and rows that somebody entered. */
export const bySource = (rows: readonly Contractor[]) => ({
  licensed: rows.filter(({ licensee }) => licensee),
  entered: rows.filter(({ licensee }) => !licensee),
});

export const toneOf: Readonly<Record<ContractorStanding, 'ok' | 'warn' | 'bad' | 'plain'>> = {
  confirmed: 'ok',
  waiting: 'warn',
  refused: 'bad',
  other: 'plain',
};

/** How a licensee's place stands against the licence register; `null` where nothing is known to compare with. */
export function registerVerdict(contractor: Contractor): 'same' | 'differs' | null {
  if (contractor.register === null) return null;
  return registerDifferences(contractor).length === 0 ? 'same' : 'differs';
}

/** Whether nothing is left to enter: an ИП does it once (instructions of the agency), unless he was refused. */
export const hasEnough = (role: AccessRole | null, rows: readonly Contractor[]): boolean =>
  role === 'sole-proprietor' && bySource(rows).entered.some(({ standing }) => standing !== 'refused');

/** КПП as it is typed, without blanks and in capitals. */
export const typedKpp = (text: string): string => bareNumber(text).toUpperCase();

const KPP_LENGTH = 9;
/** The beginnings of a right КПП. */
const kppBeginning = /^(?:\d{0,4}|\d{4}[0-9A-Z]{1,2}|\d{4}[0-9A-Z]{2}\d{1,3})$/;

/** What can be said of a КПП while it is being typed. */
export type KppRemark =
  | { readonly kind: 'empty' | 'form' | 'long' | 'fits' }
  | { readonly kind: 'left'; readonly count: number }
  /** Another place has it: its address must then be the same. */
  | { readonly kind: 'shared'; readonly address: string };

export function kppRemark(text: string, rows: readonly Pick<Contractor, 'kpp' | 'address'>[]): KppRemark {
  const kpp = typedKpp(text);
  if (kpp === '') return { kind: 'empty' };
  if (kpp.length > KPP_LENGTH) return { kind: 'long' };
  if (!kppBeginning.test(kpp)) return { kind: 'form' };
  if (!isNumber('kpp', kpp)) return { kind: 'left', count: KPP_LENGTH - kpp.length };
  const other = rows.find((row) => row.kpp === kpp);
  return other ? { kind: 'shared', address: other.address } : { kind: 'fits' };
}

/** The same place in other words is the same place: case, blanks and punctuation do not tell addresses apart. */
const bareAddress = (address: string): string =>
  address
    .toLowerCase()
    .replace(/[\s.,]+/g, ' ')
    .trim();

/** The first field of a new place that must be mended, or `null`. */
export function draftTrouble(
  { name, kpp, address }: { readonly name: string; readonly kpp: string | null; readonly address: string },
  rows: readonly Pick<Contractor, 'kpp' | 'address'>[],
): { readonly field: 'name' | 'kpp' | 'address'; readonly trouble: 'missing' | KppRemark } | null {
  if (name.trim() === '') return { field: 'name', trouble: 'missing' };
  if (kpp !== null) {
    const remark = kppRemark(kpp, rows);
    if (remark.kind === 'empty') return { field: 'kpp', trouble: 'missing' };
    if (remark.kind === 'form' || remark.kind === 'long' || remark.kind === 'left') {
      return { field: 'kpp', trouble: remark.kind === 'left' ? { kind: 'form' } : remark };
    }
    if (remark.kind === 'shared' && address.trim() !== '' && bareAddress(address) !== bareAddress(remark.address)) {
      return { field: 'kpp', trouble: remark };
    }
  }
  return address.trim() === '' ? { field: 'address', trouble: 'missing' } : null;
}
