import { z } from 'zod';
import { type ScenarioId, scenarioIdSchema } from '../../shared/domain/scenario.ts';
import { type Language, languageSchema } from '../../shared/language.ts';
import { accountUrlSchema } from '../account-url.ts';
import { choice, flag, parsed, text, texts } from './option.ts';

/** What the window and every command understand alike. */
export interface GlobalOptions {
  readonly language: Language | null;
  readonly libraries: readonly string[];
  readonly practice: ScenarioId | null;
  readonly profileDir: string | null;
  readonly utmUrl: string;
  /** The UTM's folder by hand, absolute; `null`: it is looked for. */
  readonly utmDir: string | null;
  /** Address of an account service; `null`: as the settings say. */
  readonly accountUrl: string | null;
  /** Address of the account of a certification authority; `null`: as the settings say. */
  readonly certificationAccountUrl: string | null;
  readonly json: boolean;
  readonly pinStdin: boolean;
}

const loopbackUrl = z.url({ protocol: /^http$/ }).refine((address) => {
  // A rule is asked even where the one before it has said no.
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
});

export const globalOptionTable = {
  language: choice('lang', languageSchema),
  libraries: texts('library'),
  practice: choice('practice', scenarioIdSchema),
  profileDir: text('profile-dir'),
  utmUrl: parsed('utm-url', loopbackUrl, 'http://127.0.0.1:PORT'),
  utmDir: text('utm-dir'),
  accountUrl: parsed('account-url', accountUrlSchema, 'https://…'),
  certificationAccountUrl: parsed('certification-account-url', accountUrlSchema, 'https://…'),
  json: flag('json'),
  pinStdin: flag('pin-stdin'),
  help: flag('help', 'h'),
  remind: flag('remind'),
} as const;
