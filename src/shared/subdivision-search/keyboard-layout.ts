/** The letters of one key in both layouts stand at one place: the Windows layouts «США» and «Русская». */
const latinKeys = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?';
const cyrillicKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,';

const keysTo = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map([...from].map((key, index) => [key, to[index] ?? key]));

/** What was typed in one layout, as the other would have given it; words without a letter of the first stay. */
const retype = (keys: ReadonlyMap<string, string>, letter: RegExp) => (query: string) =>
  query.replace(/\S+/g, (word) =>
    letter.test(word) ? Array.from(word, (character) => keys.get(character) ?? character).join('') : word,
  );

const retypings = [
  retype(keysTo(latinKeys, cyrillicKeys), /[a-z]/i),
  retype(keysTo(cyrillicKeys, latinKeys), /[а-яё]/i),
] as const;

/** The query as it reads with the keyboard in the other layout; what does not change is left out. */
export const inOtherLayout = (query: string): readonly string[] =>
  retypings.map((retyped) => retyped(query)).filter((retyped) => retyped !== query);
