/** No answer of the contract is nested deeper than five. */
const deepest = 16;

const opens = new Set(['{', '[']);
const closes = new Set(['}', ']']);

/** Brackets are counted outside of strings; whether the text is JSON at all is left to the parser. */
function isShallow(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (inString && character === '\\') at += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && opens.has(character)) depth += 1;
    else if (!inString && closes.has(character)) depth -= 1;
    if (depth > deepest) return false;
  }
  return true;
}

/** The value of a JSON text, `undefined` when it is none or is nested deeper than any honest answer. Never throws. */
export function boundedJson(text: string): unknown {
  if (!isShallow(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
