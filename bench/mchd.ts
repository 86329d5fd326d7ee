import { SaxesParser } from 'saxes';
import { checkDocument } from '../src/egais/mchd/check-document.ts';
import { readDocument } from '../src/egais/mchd/read-document.ts';
import { MCHD_FILE_LIMIT } from '../src/shared/domain/mchd.ts';
import {
  declaration,
  fileId003,
  granted,
  inForce,
  representative,
  representativeOf,
  utf8,
  windows1251,
} from '../test/egais/mchd/documents.ts';

/**
 * The check of a power of attorney of 15 MB against a bare pass of the same parser over the same bytes, with nobody
 * listening, in the same run. Signatures are not part of it.
 */

/** As much of one part as the limit allows, in a document around it. */
const filled = (one: string, around: (many: string) => string, encode: (text: string) => Uint8Array): Uint8Array => {
  const room = MCHD_FILE_LIMIT - encode(around('')).length;
  return encode(around(one.repeat(Math.floor(room / encode(one).length))));
};

const power =
  '<МашПолн КодПолн="INVENTED_CODE_17" НаимПолн="Представлять интересы организации"><ОгрСвПолн ИдОгр="1" КодОгр="SUM" НаимОгр="Сумма"><ТексЗначОгр>до ста тысяч рублей</ТексЗначОгр></ОгрСвПолн></МашПолн>';
const withPowers = (many: string): string =>
  granted({ powers: `<СвПолн ТипПолн="1" ПрСовмПолн="1">${power}${many}</СвПолн>` });
const withRepresentatives = (many: string): string =>
  granted({ representatives: representativeOf(representative) + many });
const indented = (text: string): string => text.replaceAll('><', '>\n            <');
const in1251 = (text: string): Uint8Array =>
  windows1251(text.replace(declaration('UTF-8'), declaration('windows-1251')));

const documents: readonly (readonly [name: string, make: () => Uint8Array])[] = [
  ['powers', () => filled(power, withPowers, utf8)],
  ['powers, windows-1251', () => filled(power, withPowers, in1251)],
  ['powers, indented', () => filled(indented(power), withPowers, utf8)],
  ['representatives', () => filled(representativeOf(representative), withRepresentatives, utf8)],
];

const chunkBytes = 64 * 1024;

function barePass(bytes: Uint8Array, encoding: string): void {
  const parser = new SaxesParser();
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let start = 0; start < bytes.length; start += chunkBytes)
    parser.write(decoder.decode(bytes.subarray(start, start + chunkBytes), { stream: true }));
  parser.close();
}

function wholeCheck(bytes: Uint8Array): void {
  const fileName = `${fileId003}.xml`;
  const reading = readDocument({ name: fileName, bytes });
  if (!reading.ok) throw new Error(`refused: ${reading.refusal.code}`);
  const { findings } = checkDocument(reading.document, { fileName, certificate: null, powerCodes: [], at: inForce });
  if (findings.some(({ severity }) => severity === 'fault')) throw new Error('a good document was found bad');
}

/** Processor time in milliseconds: other programs of a busy machine do not count. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const rounds = 11;
const medianOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

interface Measured {
  readonly name: string;
  readonly bareMs: number;
  readonly checkMs: number;
  readonly ratio: number;
  /** The ratio that must not be passed. */
  readonly limit: number;
}

function measure(name: string, bytes: Uint8Array): Measured {
  const encoding = name.includes('1251') ? 'windows-1251' : 'utf-8';
  const pairs = Array.from({ length: rounds }, () => ({
    bare: processorTime(() => barePass(bytes, encoding)),
    check: processorTime(() => wholeCheck(bytes)),
  }));
  const [bareMs, checkMs] = [medianOf(pairs.map(({ bare }) => bare)), medianOf(pairs.map(({ check }) => check))];
  return { name: `МЧД, 15 MB, ${name}`, bareMs, checkMs, ratio: checkMs / bareMs, limit: 2 };
}

/** Measures every document; a ratio past its limit is a failure of whoever prints it. */
export async function run(): Promise<readonly Measured[]> {
  return documents.map(([name, make]) => measure(name, make()));
}
