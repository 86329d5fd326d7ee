/**
 * Words that say what kind of thing an address names. Registers spell them in many ways or leave them out, so they
 * neither find nor hide a place while something else is asked for. Abbreviations written with a hyphen stand here in
 * their parts («пр-кт», «б-р», «р-н»).
 */
const kindWords: ReadonlySet<string> = new Set(
  [
    'рф россия',
    'респ республика обл область край р н рн район ао округ окр',
    'г гор город п пос поселок пгт рп с село д дер деревня х хутор мкр микрорайон тер территория',
    'ул улица пр кт т пркт просп проспект проезд пер переулок ш шоссе б бул бульвар пл наб туп тупик',
    'дом вл влад владение к кор корп корпус стр строение зд здание соор сооружение лит литер литера',
    'пом помещение оф офис кв квартира ком комната эт этаж под подъезд',
  ].flatMap((line) => line.split(' ')),
);

/** Kinds that are the name itself as often («ул. Набережная»): passed over only beside another name. */
const kindsThatAreNames: ReadonlySet<string> = new Set(['набережная', 'площадь', 'аллея', 'тракт', 'линия']);

const isName = (word: string): boolean => !/\d/.test(word) && !kindWords.has(word) && !kindsThatAreNames.has(word);

/** The words of a query or an address that tell one place from another; all of them where nothing else is left. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const named = words.some(isName);
  const telling = words.filter((word) => !kindWords.has(word) && !(named && kindsThatAreNames.has(word)));
  return telling.length > 0 ? telling : words;
}
