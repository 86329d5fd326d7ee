/** So much of a pasted text is read; a message that says what is wrong never stands deeper. */
const mostCharacters = 20_000;

const latinTwins = 'abcehkmoptxy';
const cyrillicTwins = 'авсенкмортху';
const twins: ReadonlyMap<string, string> = new Map(
  [...latinTwins].map((letter, at) => [letter, cyrillicTwins[at] ?? letter]),
);

const allTwins = new RegExp(`^[${latinTwins}а-я]+$`);

/** «УTM» with two Latin letters is «УТМ»; a word of one alphabet stays. */
const inOneAlphabet = (word: string): string =>
  /[а-я]/.test(word) && /[a-z]/.test(word) && allTwins.test(word)
    ? word.replace(/[a-z]/g, (letter) => twins.get(letter) ?? letter)
    : word;

/** Names that are written in both alphabets, or in several ways, in one. */
const sameWords: ReadonlyMap<string, string> = new Map([
  ['utm', 'утм'],
  ['егаис', 'egais'],
  ['рутокен', 'rutoken'],
  ['джакарта', 'jacarta'],
  ['жакарта', 'jacarta'],
  ['рса', 'rsa'],
  ['гост', 'gost'],
  ['мчд', 'mchd'],
  ['пин', 'pin'],
  ['пинкод', 'pin'],
  ['токен', 'token'],
  ['фсрар', 'fsrar'],
  ['эвотор', 'evotor'],
  ['ид', 'id'],
]);

const endings =
  /(?:иями|ями|ами|ией|ему|ому|ыми|ими|его|ого|ать|ять|ить|еть|ется|ится|тся|ться|лся|лась|лось|лись|ает|яет|ует|ены|ено|ена|ен|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ую|юю|ов|ев|ам|ям|ах|ях|ом|ем|ия|ии|ию|ть|ся|сь|ла|ло|ли|а|я|о|е|ы|и|у|ю|ь|й)$/;

const leastStem = 3;

/** A Russian word without its ending, so that cases and forms of one word are one. */
function stemOf(word: string): string {
  if (!/^[а-я]{5,}$/.test(word)) return word;
  const stem = word.replace(endings, '');
  return stem.length >= leastStem ? stem : word;
}

const mostHex = 0xffff_ffff;
const leastFailure = 0x8000_0000;

/**
 * Numbers as they are compared. Windows writes one code as 0x8010001D, 8010001D, 2148532253 and −2146435043; all are
 * the first. Plain numbers of nine digits and more are identifiers of somebody, never part of a message.
 */
function numbersOf(word: string): readonly string[] {
  const hex = /^(?:0x|0х)0*([0-9a-f]{1,16})$/.exec(word)?.[1] ?? /^(?=.*\d)([89a-f][0-9a-f]{7})$/.exec(word)?.[1];
  if (hex !== undefined) return [`0x${hex}`];
  if (!/^\d{1,20}$/.test(word)) return [];
  const value = Number(word);
  if (value >= leastFailure && value <= mostHex) return [`0x${value.toString(16)}`];
  return word.length < 9 ? [word] : [];
}

const isNumber = (word: string): boolean =>
  /^(?:0[xх][0-9a-f]+|\d+)$/.test(word) || /^(?=.*\d)[89a-f][0-9a-f]{7}$/.test(word);

/** Words that stand in any text and tell nothing, and the parts of addresses and packages that do as little. */
const empty: ReadonlySet<string> = new Set(
  [
    'и в во на что как к ко по с со из за от до у о об для при это то же а но или если его ее их был быть есть',
    'the a an of to in is it on at for and or not be was are by with from as this that',
    'http https www ru com org net java javax lang sun',
  ].flatMap((line) => line.split(' ')),
);

/** `CKR_PIN_LOCKED` is one word and three. */
const partsOf = (word: string): readonly string[] => (word.includes('_') ? [word, ...word.split('_')] : [word]);

function wordsOf(written: string): readonly string[] {
  const word = inOneAlphabet(written.toLowerCase().replaceAll('ё', 'е'));
  if (isNumber(word)) return numbersOf(word);
  return partsOf(word)
    .filter((part) => part !== '' && !empty.has(part))
    .map((part) => stemOf(sameWords.get(part) ?? part))
    .map((stem) => sameWords.get(stem) ?? stem);
}

/** The words of a text as they are compared: lower case, one alphabet, no endings, each once, in order. */
export function comparedWords(text: string): readonly string[] {
  const words = text.slice(0, mostCharacters).match(/[\p{L}\p{N}_]+/gu) ?? [];
  return [...new Set(words.flatMap(wordsOf))];
}

/** A code says by itself what happened: a return code by its name, a failure of the system by its number. */
export const isCode = (word: string): boolean => /^(?:0x[0-9a-f]+|ckr_\w+)$/.test(word);

/** Whether a word is compared letter by letter: a number that is nearly right is another number. */
export const isExact = (word: string): boolean => /^(?:0x[0-9a-f]+|\d+)$/.test(word);
