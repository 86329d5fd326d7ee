import { SaxesParser } from 'saxes';
import { encodingOf, type XmlEncoding } from './encoding.ts';
import { type XmlLimits, xmlLimits } from './limits.ts';
import { refusal, type XmlRefusal, type XmlRefusalCode } from './refusal.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
}

/** Is told of a document as it is read, in order. Names carry their prefixes. */
export interface XmlVisitor {
  /** The attributes come by name, and in their order for whoever goes through them all. */
  open(name: string, attributes: XmlAttributes, inOrder: readonly XmlAttribute[]): void;
  /** Character data of the element that is open; one text may come in several parts. */
  text(part: string): void;
  close(): void;
}

/** A document read to its end, or the first thing for which it was refused. */
export type XmlReading =
  | {
      readonly ok: true;
      readonly encoding: XmlEncoding;
      /** Whether it begins with an XML declaration. */
      readonly declared: boolean;
    }
  | { readonly ok: false; readonly refusal: XmlRefusal };

/** Leaves the parser, which knows no other way to stop. Never leaves this file. */
class Refused extends Error {
  readonly refusal: XmlRefusal;

  constructor(...parts: Parameters<typeof refusal>) {
    super(parts[0]);
    this.refusal = refusal(...parts);
  }
}

/** The messages of saxes, whose version is pinned, and what they mean to us; any other is `malformed`. */
const meanings: readonly (readonly [message: RegExp, code: XmlRefusalCode])[] = [
  [/doctype/i, 'doctype'],
  [/undefined entity|entity name/, 'entity'],
  [/unclosed tag|unexpected end|must contain a root/, 'unclosed'],
  [/: disallowed character\.|malformed character entity/, 'invalid-character'],
  [/duplicate attribute/, 'duplicate-attribute'],
  [/only one root|outside of root/, 'after-root'],
];

const codeOf = ({ message }: Error): XmlRefusalCode =>
  meanings.find(([pattern]) => pattern.test(message))?.[1] ?? 'malformed';

/** Whether `<!DOCTYPE` stands in the beginning: one that is never closed makes no event of its own. */
const beginsWithDoctype = (bytes: Uint8Array): boolean =>
  /<!DOCTYPE/i.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'));

/** A bare `&`, which opens an entity that no `;` ends: the parser would only say that the document breaks off. */
function bareAmpersand(bytes: Uint8Array): XmlRefusal | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const place = buffer.lastIndexOf('&');
  if (place < 0 || buffer.includes(';', place) || !buffer.includes('<', place)) return null;
  return refusal('entity', { line: buffer.subarray(0, place).toString('latin1').split('\n').length });
}

/** What the parser says last is not always what a person needs to hear. */
function told(found: XmlRefusal, bytes: Uint8Array, sawRoot: boolean): XmlRefusal {
  if (!sawRoot && beginsWithDoctype(bytes)) return { ...found, code: 'doctype' };
  return (found.code === 'unclosed' ? bareAmpersand(bytes) : null) ?? found;
}

/** A parser that enforces the limits and tells the visitor. */
function strictParser(visitor: XmlVisitor, limits: XmlLimits) {
  const parser = new SaxesParser();
  const state = { depth: 0, elements: 0, text: 0 };
  let inOrder: XmlAttribute[] = [];
  const refuse = (code: XmlRefusalCode, limit: number): never => {
    throw new Refused(code, { line: parser.line, limit });
  };

  parser.on('error', (error) => {
    throw new Refused(codeOf(error), { line: parser.line, column: parser.column });
  });
  parser.on('doctype', () => {
    throw new Refused('doctype', { line: parser.line });
  });
  parser.on('attribute', (attribute) => {
    const { name, value } = attribute;
    inOrder.push(attribute);
    if (inOrder.length > limits.attributes) refuse('too-many-attributes', limits.attributes);
    if (name.length > limits.nameLength) refuse('name-too-long', limits.nameLength);
    if (value.length > limits.attributeLength) refuse('attribute-too-long', limits.attributeLength);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name.length > limits.nameLength) refuse('name-too-long', limits.nameLength);
    state.depth += 1;
    state.elements += 1;
    state.text = 0;
    if (state.depth > limits.depth) refuse('too-deep', limits.depth);
    if (state.elements > limits.elements) refuse('too-many-elements', limits.elements);
    visitor.open(name, attributes, inOrder);
    inOrder = [];
  });
  const onText = (part: string) => {
    if (state.depth === 0) return;
    state.text += part.length;
    if (state.text > limits.textLength) refuse('text-too-long', limits.textLength);
    visitor.text(part);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    state.depth -= 1;
    state.text = 0;
    visitor.close();
  });
  return { parser, state };
}

/** So many bytes at a time: the text of the whole document never stands in memory at once. */
const chunkBytes = 64 * 1024;

/**
 * Reads an XML document strictly, telling a visitor of every element. Document types, entities of one's own and every
 * excess over the limits are refused at the place where they are met; comments and processing instructions are passed
 * over. Time is proportional to the size, and memory is the visitor's.
 */
export function readXml(bytes: Uint8Array, visitor: XmlVisitor, limits: XmlLimits = xmlLimits): XmlReading {
  if (bytes.length === 0) return { ok: false, refusal: refusal('empty') };
  if (bytes.length > limits.bytes) return { ok: false, refusal: refusal('too-large', { size: bytes.length }) };
  const verdict = encodingOf(bytes);
  if (!verdict.ok) return verdict;

  const decoder = new TextDecoder(verdict.encoding, { fatal: true });
  const { parser, state } = strictParser(visitor, limits);
  try {
    for (let start = 0; start < bytes.length; start += chunkBytes) {
      parser.write(decoder.decode(bytes.subarray(start, start + chunkBytes), { stream: true }));
    }
    parser.close();
    return verdict;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, refusal: told(error.refusal, bytes, state.elements > 0) };
  }
}
