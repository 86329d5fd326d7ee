import { few, further, type Mutator, type NonEmpty, otherOf, pick } from './mutator.ts';

/** One element as far as it can be told; what stands in strings is looked into as well, as hostile input would. */
interface Node {
  readonly tag: number;
  /** Bytes between the header and the elements inside: the count of unused bits of a BIT STRING. */
  readonly lead: Uint8Array;
  readonly children: readonly Node[];
  /** The content where no elements are inside. */
  readonly content: Uint8Array;
}

const deepest = 24;
const nothing = new Uint8Array(0);

const lengthBytes = (length: number): readonly number[] => {
  if (length < 0x80) return [length];
  return length < 0x10000
    ? [0x82, length >> 8, length & 0xff]
    : [0x83, length >> 16, (length >> 8) & 0xff, length & 0xff];
};

/** Written here and not by the product's own writer, which costs more and would share its mistakes. */
function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents);
  return Buffer.concat([Uint8Array.of(tag, ...lengthBytes(content.length)), content]);
}

/** Header and content of the element at the start, by definite lengths of up to three bytes; `null` for any other. */
function headOf(bytes: Uint8Array): { readonly tag: number; readonly from: number; readonly to: number } | null {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
  const size = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || size > 3 || bytes.length < 2 + size) return null;
  const length = size === 0 ? first : Buffer.from(bytes).readUIntBE(2, size);
  const from = 2 + size;
  return from + length > bytes.length ? null : { tag, from, to: from + length };
}

function nodesIn(bytes: Uint8Array, depth: number): readonly Node[] | null {
  const nodes: Node[] = [];
  for (let rest = bytes; rest.length > 0; ) {
    const head = headOf(rest);
    if (head === null) return null;
    nodes.push(nodeOf(head.tag, rest.subarray(head.from, head.to), depth));
    rest = rest.subarray(head.to);
  }
  return nodes;
}

function nodeOf(tag: number, content: Uint8Array, depth: number): Node {
  const leaf: Node = { tag, lead: nothing, children: [], content };
  const holds = (tag & 0x20) !== 0 || tag === 0x04 || tag === 0x03;
  if (!holds || depth === deepest) return leaf;
  const lead = tag === 0x03 ? content.subarray(0, 1) : nothing;
  const children = nodesIn(content.subarray(lead.length), depth + 1);
  return children === null || children.length === 0 ? leaf : { tag, lead, children, content: nothing };
}

const written = (node: Node): Uint8Array =>
  node.children.length === 0
    ? element(node.tag, node.content)
    : element(node.tag, node.lead, ...node.children.map(written));

const countOf = (node: Node): number => node.children.reduce((sum, child) => sum + countOf(child), 1);

/** The element at a place of the whole tree, counted from the outside in. */
function nodeAt(node: Node, index: number): Node {
  let left = index - 1;
  for (const child of node.children) {
    const size = countOf(child);
    if (left < size && left >= 0) return nodeAt(child, left);
    left -= size;
  }
  return node;
}

/** The tree written anew with one element given as `edit` makes it; the lengths around it are right again. */
function writtenWith(node: Node, index: number, edit: (node: Node) => Uint8Array): Uint8Array {
  if (index === 0) return edit(node);
  let left = index - 1;
  const children = node.children.map((child) => {
    const size = countOf(child);
    const bytes = left >= 0 && left < size ? writtenWith(child, left, edit) : written(child);
    left -= size;
    return bytes;
  });
  return element(node.tag, node.lead, ...children);
}

const treeOf = (bytes: Uint8Array): Node | null => {
  const head = headOf(bytes);
  return head === null || head.to !== bytes.length ? null : nodeOf(head.tag, bytes.subarray(head.from, head.to), 0);
};

type Edit = (node: Node, step: Parameters<Mutator>[1], others: readonly Uint8Array[]) => Uint8Array;

/** Edits one element; input that is no tree any more stays as it is. */
const onElement =
  (edit: Edit): Mutator =>
  (input, step, others) => {
    const tree = treeOf(input);
    if (tree === null) return input;
    return writtenWith(tree, Math.floor(step.place * countOf(tree)), (node) => edit(node, step, others));
  };

const falseLengths: NonEmpty<readonly number[]> = [
  [0x80],
  [0x00],
  [0x81, 0x00],
  [0x82, 0x00, 0x01],
  [0x83, 0xff, 0xff, 0xff],
  [0x84, 0x7f, 0xff, 0xff, 0xff],
  [0x84, 0xff, 0xff, 0xff, 0xff],
  [0x88, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0xff],
];

const contentOf = (node: Node): Uint8Array =>
  node.children.length === 0 ? node.content : Buffer.concat([node.lead, ...node.children.map(written)]);

const falseLength: Edit = (node, { choice }) =>
  Buffer.concat([Uint8Array.of(node.tag), Uint8Array.from(pick(falseLengths, choice)), contentOf(node)]);

/** A length that is off by a little. */
const wrongLength: Edit = (node, { extent, choice }) => {
  const content = contentOf(node);
  const claimed = Math.max(0, content.length + Math.round((choice - 0.5) * 8 * (1 + extent)));
  return Buffer.concat([Uint8Array.of(node.tag, 0x82, claimed >> 8, claimed & 0xff), content]);
};

/** The same element in BER's indefinite form. */
const endless: Edit = (node) =>
  Buffer.concat([Uint8Array.of(node.tag | 0x20, 0x80), contentOf(node), Uint8Array.of(0, 0)]);

const tags: NonEmpty<number> = [
  ...([0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x09, 0x0a, 0x0c, 0x12, 0x13, 0x14, 0x16, 0x17, 0x18, 0x1a] as const),
  ...[0x1c, 0x1e, 0x24, 0x23, 0x30, 0x31, 0x80, 0x81, 0x86, 0xa0, 0xa1, 0xa2, 0xa3, 0x5f, 0x1f, 0xbf],
];

const otherTag: Edit = (node, { choice }) => element(pick(tags, choice), contentOf(node));

const contents: NonEmpty<Uint8Array> = [
  nothing,
  Uint8Array.of(0),
  Uint8Array.of(0x80),
  Uint8Array.of(0xff),
  new Uint8Array(33),
  new Uint8Array(2000).fill(0xff),
  new Uint8Array(600).fill(0x81),
  Buffer.from('991332256161Z'),
  Buffer.from('20260230000000Z'),
  Buffer.from('+00000000000000Z'),
  Buffer.from('\u0000\u202e\ufeffё\u{1f37a}"<&,+='),
  Buffer.from('d0', 'hex'),
  Buffer.from('eda080edb080', 'hex'),
  Buffer.from('2a85030203018103', 'hex'),
  Buffer.from('06092a864886f70d010702', 'hex'),
];

const otherContent: Edit = (node, { choice }) => element(node.tag, pick(contents, choice));

const drop: Edit = () => nothing;

const double: Edit = (node, { extent }) => {
  const bytes = written(node);
  return Buffer.concat(new Array<Uint8Array>(2 + few(extent, 60)).fill(bytes));
};

/** Deep, but never so deep that building the input costs more than reading it. */
const nest: Edit = (node, { extent, choice }) => {
  let bytes = written(node);
  for (let depth = few(extent, 200); depth >= 0; depth -= 1) bytes = element(choice < 0.7 ? 0x30 : node.tag, bytes);
  return bytes;
};

/** Two elements of one parent change places, or as far as this goes: the last becomes the first. */
const turn: Edit = (node) => {
  const [first, ...rest] = node.children;
  return first === undefined ? written(node) : element(node.tag, node.lead, ...[...rest, first].map(written));
};

/** An element out of another input in the place of this one. */
const exchange: Edit = (_, { extent, choice }, others) => {
  const tree = treeOf(otherOf(others, choice, nothing));
  return tree === null ? nothing : written(nodeAt(tree, Math.floor(further(extent) * countOf(tree))));
};

/** For DER: the tree stays sound but for one element. */
export const derMutators: NonEmpty<Mutator> = [
  onElement(otherContent),
  ...[falseLength, falseLength, wrongLength, endless, otherTag, otherTag, otherContent].map(onElement),
  ...[drop, drop, double, nest, turn, exchange, exchange].map(onElement),
];
