import { few, further, largestInput, type Mutator, type NonEmpty, otherOf, pick, replaced } from './mutator.ts';

/** Edges of numbers, of ASCII, of UTF-8 and of DER's tags and lengths. */
const oddBytes: NonEmpty<number> = [
  ...([0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0a, 0x0d, 0x17, 0x18, 0x1e, 0x20, 0x22, 0x24, 0x30, 0x31] as const),
  ...[0x3c, 0x7f, 0x80, 0x81, 0x82, 0x84, 0x88, 0xa0, 0xa1, 0xa3, 0xbf, 0xc0, 0xed, 0xef, 0xf4, 0xfe, 0xff],
];

const placeIn = (input: Uint8Array, unit: number): number => Math.floor(unit * (input.length + 1));

const setByte: Mutator = (input, { place, choice }) =>
  replaced(input, placeIn(input, place), 1, Uint8Array.of(Math.floor(choice * 256)));

const setOddByte: Mutator = (input, { place, choice }) =>
  replaced(input, placeIn(input, place), 1, Uint8Array.of(pick(oddBytes, choice)));

const flipBit: Mutator = (input, { place, choice }) => {
  const at = Math.min(placeIn(input, place), input.length - 1);
  const byte = input[at];
  return byte === undefined ? input : replaced(input, at, 1, Uint8Array.of(byte ^ (1 << Math.floor(choice * 8))));
};

const insert: Mutator = (input, { place, extent, choice }) =>
  replaced(input, placeIn(input, place), 0, new Uint8Array(1 + few(extent, 300)).fill(pick(oddBytes, choice)));

const remove: Mutator = (input, { place, extent }) =>
  replaced(input, placeIn(input, place), 1 + few(extent, input.length), new Uint8Array(0));

const cut: Mutator = (input, { place }) => input.subarray(0, placeIn(input, place));

const behead: Mutator = (input, { place }) => input.subarray(placeIn(input, place));

const repeat: Mutator = (input, { place, extent, choice }) => {
  const from = placeIn(input, place);
  const chunk = input.subarray(from, from + 1 + few(extent, 400));
  const times = 1 + few(choice, 64);
  return replaced(input, from, 0, Buffer.concat(new Array<Uint8Array>(times).fill(chunk)));
};

/** The head of one input with the tail of another. */
const splice: Mutator = (input, { place, extent, choice }, others) => {
  const other = otherOf(others, choice, input);
  return Buffer.concat([input.subarray(0, placeIn(input, place)), other.subarray(placeIn(other, extent))]);
};

/** A piece of another input laid over this one. */
const graft: Mutator = (input, { place, extent, choice }, others) => {
  const other = otherOf(others, choice, input);
  const piece = other.subarray(placeIn(other, further(place))).subarray(0, 1 + few(extent, 200));
  return replaced(input, placeIn(input, place), piece.length, piece);
};

/** Swells one short piece until the input is as long as an input may be: what costs more than its length shows here. */
const swell: Mutator = (input, { place, extent, choice }) => {
  const from = placeIn(input, place);
  const chunk = input.subarray(from, from + 1 + few(choice, 80));
  const room = Math.floor(extent * largestInput) - input.length;
  if (chunk.length === 0 || room <= 0) return input;
  return replaced(input, from, 0, Buffer.alloc(room, chunk));
};

/** For any input. Those that come more than once come more often. */
export const byteMutators: NonEmpty<Mutator> = [
  ...([setByte, setOddByte, setOddByte, flipBit, flipBit, insert, remove, remove, repeat] as const),
  ...[graft, graft, splice, cut, behead],
];

/** Dear, so drawn seldom. */
export const swellingMutator: Mutator = swell;
