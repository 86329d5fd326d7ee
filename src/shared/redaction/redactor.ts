import { withoutContacts } from './contacts.ts';
import { withoutKeyMaterial } from './key-material.ts';
import { mark, markWithTail } from './mark.ts';
import { withoutNames } from './people-names.ts';
import { type RegisteredSecret, registeredScrubber, type SecretKind } from './registered-secret.ts';
import { isSecretField, withoutSecretFields } from './secret-fields.ts';
import { isSerialField, withoutSerialFields } from './serial-fields.ts';
import { withoutSessionTokens } from './session-tokens.ts';
import { withoutStateNumbers } from './state-numbers.ts';
import { withoutUserFolders } from './user-folders.ts';

/** What a person chose to show to support. Secrets and paths are never shown. */
export interface Shown {
  /** ИНН and FSRAR ID. */
  readonly ids: boolean;
  readonly serials: boolean;
  /** Names of certificate holders. */
  readonly names: boolean;
}

export const nothingShown: Shown = { ids: false, serials: false, names: false };

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Takes out of texts and of data what is not for strangers. Doing it twice is doing it once. */
export interface Redactor {
  text(text: string): string;
  value(value: Json): Json;
}

const isShown = (kind: SecretKind, shown: Shown): boolean =>
  ({ home: false, user: false, serial: shown.serials, number: shown.ids, name: shown.names })[kind];

type Scrub = (text: string) => string;

/** What is known by its form. */
function formsOf(registered: readonly RegisteredSecret[], shown: Shown): readonly Scrub[] {
  const serials = registered.filter(({ kind }) => kind === 'serial').map(({ text }) => text);
  const exempt = shown.serials ? serials : [];
  return [
    withoutKeyMaterial,
    withoutSecretFields,
    withoutSessionTokens,
    ...(shown.serials ? [] : [withoutSerialFields]),
    withoutStateNumbers({ keepInnAndFsrarId: shown.ids, exempt }),
    withoutContacts,
    withoutUserFolders,
    ...(shown.names ? [] : [withoutNames]),
  ];
}

/** What is taken out may bare the beginning of something else. Real texts settle at once; a made one shall not hold us. */
const mostRounds = 8;

function settled(text: string, forms: readonly Scrub[]): string {
  let before = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const after = forms.reduce((scrubbed, scrub) => scrub(scrubbed), before);
    if (after === before) break;
    before = after;
  }
  return before;
}

const isScalar = (value: Json): value is string | number => typeof value === 'string' || typeof value === 'number';

/**
 * A redactor for what is registered and what is shown. Data is redacted value by value, before it is written as JSON:
 * so it stays well formed whatever is taken out.
 */
export function createRedactor(registered: readonly RegisteredSecret[], shown: Shown = nothingShown): Redactor {
  const withoutRegistered = registeredScrubber(registered.filter(({ kind }) => !isShown(kind, shown)));
  const forms = formsOf(registered, shown);
  const text = (given: string): string => settled(withoutRegistered(given), forms);
  // A number of JSON is a size or a moment, never an ИНН: only what is registered is looked for in it.
  const number = (given: number): Json => {
    const scrubbed = withoutRegistered(String(given));
    return scrubbed === String(given) ? given : scrubbed;
  };
  const field = (name: string, value: Json): Json => {
    if (isScalar(value) && isSecretField(name)) return mark();
    if (typeof value === 'string' && !shown.serials && isSerialField(name) && /^[\da-z-]+$/i.test(value)) {
      return markWithTail(value);
    }
    return redacted(value);
  };
  function redacted(value: Json): Json {
    if (typeof value === 'string') return text(value);
    if (typeof value === 'number') return number(value);
    if (value === null || typeof value === 'boolean') return value;
    if (Array.isArray(value)) return value.map(redacted);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [text(name), field(name, inner)]));
  }
  return { text, value: redacted };
}
