import { few, further, type Mutator, type NonEmpty, onText, pick, type Step } from './mutator.ts';
import { oddTexts } from './text.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);

/** Pieces of JSON text that no program writes into these places, some of them no value in JavaScript either. */
const pieces: NonEmpty<string> = [
  ...(['null', 'true', 'false', '""', '0', '-0', '-1', '1.5', '1e999', '-1e999', '1e-999', '[]', '{}'] as const),
  ...['9007199254740993', '9'.repeat(400), '"\\u0000"', '"\\ud800"', '"\\ufeff"', '"0300000000011"', '"030000000001"'],
  ...['{"__proto__":{"ok":true}}', '{"toString":1,"valueOf":null}', '[null,[],{}]', '{"length":4294967296}'],
  ...[nested(60, '[', ']'), nested(9000, '[', ']'), `${'{"a":'.repeat(4000)}1${'}'.repeat(4000)}`],
  `"${'ё'.repeat(3000)}"`,
  `[${'0,'.repeat(5000)}0]`,
  `{${Array.from({ length: 500 }, (_, index) => `"k${index}":${index}`).join()}}`,
];

/** What stands in a tree where a piece of text shall be. */
const place = '\u0001piece\u0001';

const childrenOf = (json: Json): readonly Json[] =>
  json === null || typeof json !== 'object' ? [] : Array.isArray(json) ? json : Object.values(json);

const countOf = (json: Json): number => childrenOf(json).reduce<number>((sum, child) => sum + countOf(child), 1);

/** The tree with the value at `index`, counted from the outside in, as `edit` makes it; `undefined` leaves it out. */
function edited(json: Json, index: number, edit: (json: Json) => Json | undefined): Json | undefined {
  if (index === 0) return edit(json);
  if (json === null || typeof json !== 'object') return json;
  let left = index - 1;
  const visit = (child: Json): Json | undefined => {
    const size = countOf(child);
    const result = left >= 0 && left < size ? edited(child, left, edit) : child;
    left -= size;
    return result;
  };
  if (Array.isArray(json)) return json.map(visit).filter((child) => child !== undefined);
  const entries = Object.entries(json).map(([name, child]) => [name, visit(child)] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined));
}

function valueAt(json: Json, index: number): Json {
  let found: Json = null;
  edited(json, index, (value) => {
    found = value;
    return value;
  });
  return found;
}

/** Texts that go deeper, or on for longer, are not walked: the mutators are recursive, the parsers need not be. */
const deepest = 200;
const longest = 16_000;

function isShallow(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') depth -= 1;
    if (depth > deepest) return false;
  }
  return text.length <= longest;
}

function jsonOf(text: string): Json | undefined {
  if (!isShallow(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Edits one value; text that is no JSON any more stays as it is. */
const onValue = (edit: (json: Json, step: Step, other: Json) => Json | undefined, piece?: (step: Step) => string) =>
  onText((text, step, [other = 'null']) => {
    const json = jsonOf(text);
    if (json === undefined) return text;
    const index = Math.floor(step.place * countOf(json));
    const result = edited(json, index, (value) => edit(value, step, jsonOf(other) ?? null));
    const written = JSON.stringify(result) ?? '';
    return piece === undefined ? written : written.replace(JSON.stringify(place), () => piece(step));
  });

const otherPiece = onValue(
  () => place,
  ({ choice }) => pick(pieces, choice),
);

const wrap = onValue(
  () => place,
  ({ extent, choice }) =>
    choice < 0.5 ? nested(1 + few(extent, 12_000), '[', ']') : nested(1 + few(extent, 4_000), '[{"a":[', ']}]'),
);

const drop = onValue(() => undefined);

const exchange = onValue((_, { extent }, other) => valueAt(other, Math.floor(further(extent) * countOf(other))));

const oddText = onValue((json, { choice, extent }) => {
  if (typeof json !== 'string') return pick(oddTexts, choice);
  const at = Math.floor(extent * (json.length + 1));
  return json.slice(0, at) + pick(oddTexts, choice) + json.slice(at);
});

const rename = onValue((json, { choice }) => {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return { [pick(oddTexts, choice)]: json };
  const entries = Object.entries(json);
  const renamed = Math.floor(further(choice) * entries.length);
  return Object.fromEntries(
    entries.map(([name, value], index) => [index === renamed ? pick(oddTexts, choice) : name, value]),
  );
});

const more = onValue((json, { extent }) =>
  Array.isArray(json) ? new Array<readonly Json[]>(1 + few(extent, 200)).fill(json).flat() : [json, json],
);

/** A name twice in one object: the last one counts, or so they say. */
const nameTwice = onText((text, { choice }) =>
  text.replace(/\{("[^"]*"):/, (whole, name) => `{${name}:${pick(pieces, choice)},${whole.slice(1)}`),
);

/** For JSON: most of what comes out is JSON still. */
export const jsonMutators: NonEmpty<Mutator> = [
  otherPiece,
  ...[otherPiece, otherPiece, drop, drop, exchange, exchange, oddText, oddText, rename, more, wrap, nameTwice],
];
