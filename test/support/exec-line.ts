// A reader of its own for the key Exec of a desktop file, by the words of the Desktop Entry Specification. It refuses what
// the specification leaves undefined: what it reads, every desktop reads alike.

/** “The escape sequences \s, \n, \t, \r, and \\ are supported.” */
function unescapedValue(value: string): string {
  const meant: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  let text = '';
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] !== '\\') text += value[at];
    else {
      at += 1;
      const sign = meant[value[at] ?? ''];
      if (sign === undefined) throw new Error(`undefined escape in ${value}`);
      text += sign;
    }
  }
  return text;
}

/** One argument of an Exec line from `at`: its text, and where it ends. */
function argumentAt(line: string, at: number): readonly [string, number] {
  let word = '';
  if (line[at] === '"') {
    let here = at + 1;
    for (; line[here] !== '"'; here += 1) {
      if (here >= line.length) throw new Error('a quote that nothing closes');
      const sign = line[here] ?? '';
      if (sign === '\\') {
        here += 1;
        if (!'"`$\\'.includes(line[here] ?? ' ')) throw new Error('a backslash before nothing that needs one');
        word += line[here];
      } else if (sign === '`' || sign === '$') throw new Error('not escaped in quotes');
      else word += sign;
    }
    if (line[here + 1] !== undefined && line[here + 1] !== ' ') throw new Error('quoted not in whole');
    return [word, here + 1];
  }
  let here = at;
  for (; here < line.length && line[here] !== ' '; here += 1) {
    if (' \t\n"\'\\><~|&;$*?#()`'.includes(line[here] ?? '')) throw new Error(`reserved outside quotes: ${line[here]}`);
    word += line[here];
  }
  return [word, here];
}

/** “Literal percentage characters must be escaped as %%.” */
function withoutCodes(word: string): string {
  if (/(?<!%)(?:%%)*%(?!%)/.test(word)) throw new Error(`a field code: ${word}`);
  return word.replaceAll('%%', '%');
}

/** The words that a desktop starts a program with. */
export function argvOfExec(value: string): readonly string[] {
  const line = unescapedValue(value);
  const words: string[] = [];
  for (let at = 0; at < line.length; ) {
    const [word, end] = argumentAt(line, at);
    words.push(withoutCodes(word));
    at = end + 1;
  }
  return words;
}
