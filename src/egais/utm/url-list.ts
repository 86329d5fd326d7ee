import { type XmlLimits, xmlLimits } from '../xml/limits.ts';
import { readXml } from '../xml/read-xml.ts';

/** One `<url>` of a UTM's list or receipt. */
export interface ListedUrl {
  readonly text: string;
  readonly replyId: string | null;
}

const limits: XmlLimits = { ...xmlLimits, depth: 2, elements: 100_000, attributes: 8, textLength: 4_096 };

/** What may stand beside the addresses: the version of the form, and in a receipt the signature. */
const besides = ['ver', 'sign'];

/**
 * Reads the form in which a UTM lists documents and gives receipts, `<A><url replyId="…">…</url><ver>2</ver></A>`
 * (docs/sources.md, UTM). `null` for anything that is not exactly that: a list that was not understood must never pass
 * for an empty one. Never throws.
 */
export function readUrlList(bytes: Uint8Array): readonly ListedUrl[] | null {
  const urls: ListedUrl[] = [];
  const open: string[] = [];
  let clear = true;
  let text = '';
  let replyId: string | null = null;
  const reading = readXml(
    bytes,
    {
      open(name, attributes) {
        const known = open.length === 0 ? name === 'A' : name === 'url' || besides.includes(name);
        if (!known || (open.length > 0 && text.trim() !== '')) clear = false;
        open.push(name);
        text = '';
        if (name === 'url') replyId = attributes.replyId ?? null;
      },
      text(part) {
        text += part;
        // Between the elements there is nothing to say.
        if (open.length === 1 && part.trim() !== '') clear = false;
      },
      close() {
        const address = text.trim();
        if (open.pop() === 'url') {
          if (address === '') clear = false;
          urls.push({ text: address, replyId });
        }
        text = '';
      },
    },
    limits,
  );
  return reading.ok && clear ? urls : null;
}
