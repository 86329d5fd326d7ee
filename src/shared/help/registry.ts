import type { ProblemCode } from '../problems/problem.ts';
import { accessKeyHelp } from './access-key/access-key.ts';
import { placesHelp } from './access-key/places.ts';
import { oldAccountHelp } from './account/old-account.ts';
import { type CodeInWords, codesInWords, type HelpCode } from './codes.ts';
import type { HelpEntry } from './entry.ts';
import { clockHelp } from './machine/clock.ts';
import { networkHelp } from './machine/network.ts';
import { smartCardServiceHelp } from './machine/smart-card-service.ts';
import { mchdHelp } from './mchd/mchd.ts';
import { returnCodeMessages } from './return-code-messages.ts';
import { sameMeaning } from './same-meaning.ts';
import { tokenDriverHelp } from './token/driver.ts';
import { tokenPinHelp } from './token/pin.ts';
import { tokenReaderHelp } from './token/reader.ts';
import { utmCertificateHelp } from './utm/certificates.ts';
import { utmDatabaseHelp } from './utm/database.ts';
import { utmExchangeHelp } from './utm/exchange.ts';
import { utmInstallationHelp } from './utm/installation.ts';
import { utmServiceHelp } from './utm/service.ts';

/** Entries that say more than the words of a code, or that no code of ours leads to. */
const written: readonly HelpEntry[] = [
  ...utmServiceHelp,
  ...utmDatabaseHelp,
  ...utmCertificateHelp,
  ...utmExchangeHelp,
  ...utmInstallationHelp,
  ...tokenPinHelp,
  ...tokenReaderHelp,
  ...tokenDriverHelp,
  ...smartCardServiceHelp,
  ...clockHelp,
  ...networkHelp,
  ...accessKeyHelp,
  ...placesHelp,
  ...oldAccountHelp,
  ...mchdHelp,
];

const messagesOf = (code: HelpCode): readonly string[] =>
  code.startsWith('problem:') ? (returnCodeMessages.get(code.slice('problem:'.length) as ProblemCode) ?? []) : [];

const withReturnCodes = (entry: HelpEntry): HelpEntry => ({
  ...entry,
  messages: [...entry.messages, ...entry.codes.flatMap(messagesOf)],
});

const wordsOfCodes = (codes: readonly HelpCode[], { texts, actions }: CodeInWords): HelpEntry => ({
  id: codes[0] ?? '',
  codes,
  messages: [],
  actions,
  confidence: 'confirmed',
  source: null,
  texts: { ru: { ...texts.ru, steps: [] }, en: { ...texts.en, steps: [] } },
});

const explained = new Set(written.flatMap(({ codes }) => codes));

/** Codes that are explained where another one is. */
const followers = new Set(sameMeaning.flatMap(([, ...others]) => others));

const groupOf = (code: HelpCode): readonly HelpCode[] => sameMeaning.find(([first]) => first === code) ?? [code];

/** A code that no written entry explains has an entry of its own, made of its own words. */
const derived = [...codesInWords]
  .filter(([code]) => !explained.has(code) && !followers.has(code))
  .map(([code, words]) => wordsOfCodes(groupOf(code), words));

/** The whole help. */
export const helpEntries: readonly HelpEntry[] = [...written, ...derived].map(withReturnCodes);

const byId: ReadonlyMap<string, HelpEntry> = new Map(helpEntries.map((entry) => [entry.id, entry]));

const byCode: ReadonlyMap<HelpCode, HelpEntry> = new Map(
  helpEntries.flatMap((entry) => entry.codes.map((code) => [code, entry] as const)),
);

export const helpById = (id: string): HelpEntry | null => byId.get(id) ?? null;

/** The entry that explains a code; every code has one. */
export const helpOf = (code: HelpCode): HelpEntry | null => byCode.get(code) ?? null;
