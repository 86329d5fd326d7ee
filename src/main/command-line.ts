import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type AccessRole, accessRoleSchema } from '../shared/domain/access-role.ts';
import { type IdentifierKind, identifierKindSchema } from '../shared/domain/diagnostics.ts';
import { type ParameterSet, parameterSetSchema } from '../shared/domain/gost-parameter-sets.ts';
import { type SubjectKind, subjectKindSchema } from '../shared/domain/qualified-subject.ts';
import { type ScenarioId, scenarioIdSchema } from '../shared/domain/scenario.ts';
import { type Language, languageSchema } from '../shared/language.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { DeletableKind } from '../token/token-access.ts';
import { accountUrlSchema } from './account-url.ts';
import { readUtmOptions, type UtmOptions } from './utm-options.ts';

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

/** Options of single commands; each command says which of them it takes. */
export interface CommandOptions extends UtmOptions {
  readonly token: string | null;
  readonly subdivision: string | null;
  readonly role: AccessRole | null;
  readonly kpp: string | null;
  readonly mchd: string | null;
  readonly mchdSignature: string | null;
  readonly requestOut: string | null;
  readonly certificateIn: string | null;
  readonly issuer: string | null;
  readonly acceptTerms: boolean;
  readonly expect: string | null;
  readonly query: string | null;
  readonly scenario: ScenarioId | null;
  readonly trust: readonly string[];
  readonly signature: string | null;
  readonly certificate: string | null;
  readonly powerCodes: readonly string[];
  readonly acceptLowPinCount: boolean;
  readonly applet: string | null;
  readonly confirm: string | null;
  readonly label: string | null;
  readonly saveCertificates: string | null;
  readonly keyId: string | null;
  readonly deleteAs: DeletableKind | null;
  readonly fingerprint: string | null;
  readonly format: FileFormat | null;
  readonly kind: SubjectKind | null;
  readonly fromCertificate: boolean;
  readonly subject: string | null;
  readonly parameterSet: ParameterSet | null;
  readonly out: string | null;
  readonly file: string | null;
  readonly sha256: string | null;
  readonly phone: string | null;
  readonly application: string | null;
  /** A folder to download into. */
  readonly download: string | null;
  /** Documents of a UTM that does not answer could not be counted, and the person knows it. */
  readonly documentsUnknown: boolean;
  /** Identifiers that diagnostics show all the same. */
  readonly include: readonly IdentifierKind[];
  readonly reason: string | null;
  readonly lostPins: readonly string[];
  readonly blankParts: readonly string[];
  readonly revoked: boolean;
  /** Serial of a token that is to be forgotten. */
  readonly forget: string | null;
  /** File of a PKCS#10. */
  readonly request: string | null;
  /** Certification authority by its id. */
  readonly authority: string | null;
  /** New files: a sheet to print, entries for a calendar. */
  readonly sheet: string | null;
  readonly calendar: string | null;
}

export interface CommandLine {
  readonly words: readonly string[];
  readonly global: GlobalOptions;
  readonly command: CommandOptions;
  readonly help: boolean;
  /** Started with the person's session: look, give one notice at most, end. */
  readonly remind: boolean;
}

const DEFAULT_UTM_URL = 'http://127.0.0.1:8080';
const DEFAULT_SCENARIO: ScenarioId = 'new-shop';

const options = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  library: { type: 'string', multiple: true },
  practice: { type: 'string' },
  'profile-dir': { type: 'string' },
  'pin-stdin': { type: 'boolean' },
  'utm-url': { type: 'string' },
  'utm-dir': { type: 'string' },
  'account-url': { type: 'string' },
  'certification-account-url': { type: 'string' },
  token: { type: 'string' },
  subdivision: { type: 'string' },
  role: { type: 'string' },
  kpp: { type: 'string' },
  mchd: { type: 'string' },
  'mchd-signature': { type: 'string' },
  'request-out': { type: 'string' },
  'certificate-in': { type: 'string' },
  issuer: { type: 'string' },
  'accept-terms': { type: 'boolean' },
  'accept-low-pin-count': { type: 'boolean' },
  expect: { type: 'string' },
  query: { type: 'string' },
  scenario: { type: 'string' },
  trust: { type: 'string', multiple: true },
  signature: { type: 'string' },
  certificate: { type: 'string' },
  'power-code': { type: 'string', multiple: true },
  applet: { type: 'string' },
  confirm: { type: 'string' },
  label: { type: 'string' },
  'save-certificates': { type: 'string' },
  'key-id': { type: 'string' },
  as: { type: 'string' },
  fingerprint: { type: 'string' },
  format: { type: 'string' },
  kind: { type: 'string' },
  'from-certificate': { type: 'boolean' },
  subject: { type: 'string' },
  'parameter-set': { type: 'string' },
  out: { type: 'string' },
  file: { type: 'string' },
  sha256: { type: 'string' },
  phone: { type: 'string' },
  application: { type: 'string' },
  download: { type: 'string' },
  'documents-unknown': { type: 'boolean' },
  port: { type: 'string' },
  'gost-library': { type: 'string' },
  'rsa-library': { type: 'string' },
  proxy: { type: 'string' },
  'gost-serial': { type: 'string' },
  timeout: { type: 'string' },
  url: { type: 'string' },
  include: { type: 'string', multiple: true },
  reason: { type: 'string' },
  'lost-pin': { type: 'string', multiple: true },
  'blank-part': { type: 'string', multiple: true },
  revoked: { type: 'boolean' },
  forget: { type: 'string' },
  request: { type: 'string' },
  authority: { type: 'string' },
  sheet: { type: 'string' },
  calendar: { type: 'string' },
  remind: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const deletableSchema = z.enum(['orphan-key', 'orphan-certificate', 'expired-access-key', 'replaced-access-key']);
const formatSchema = z.enum(['der', 'pem', 'p10', 'req', 'csr']);
type FileFormat = z.infer<typeof formatSchema>;

const loopbackUrl = z.url({ protocol: /^http$/ }).refine((text) => {
  const { hostname } = new URL(text);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
});

/** `--practice` may stand alone: then it means the first scenario. */
const withPracticeValue = (args: readonly string[]): string[] =>
  args.map((word, index) => {
    if (word !== '--practice') return word;
    return scenarioIdSchema.safeParse(args[index + 1]).success ? word : `--practice=${DEFAULT_SCENARIO}`;
  });

function readWords(args: readonly string[], strict: boolean) {
  try {
    return parseArgs({ args: withPracticeValue(args), options, allowPositionals: true, strict });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const usage = (explanation: string) => fail(problem('SETUP_USAGE', { explanation }));

/**
 * Reads a command line. `strict` refuses unknown options; the window is not strict, because Electron's own switches
 * stand among its arguments.
 */
export function parseCommandLine(args: readonly string[], strict: boolean): Result<CommandLine> {
  const parsed = readWords(args, strict);
  if (parsed instanceof Error) return usage(parsed.message);
  // Without strictness Node types nothing: a value option given bare is `true`, which is as good as absent.
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const texts = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  const { values, positionals } = parsed;

  const language = languageSchema.nullable().safeParse(text(values.lang));
  if (!language.success) return usage(`--lang: ${values.lang} (ru, en)`);
  const practice = scenarioIdSchema.nullable().safeParse(text(values.practice));
  if (!practice.success) return usage(`--practice: ${values.practice} (${scenarioIdSchema.options.join(', ')})`);
  const scenario = scenarioIdSchema.nullable().safeParse(text(values.scenario));
  if (!scenario.success) return usage(`--scenario: ${values.scenario} (${scenarioIdSchema.options.join(', ')})`);
  const deleteAs = deletableSchema.nullable().safeParse(text(values.as));
  if (!deleteAs.success) return usage(`--as: ${values.as} (${deletableSchema.options.join(', ')})`);
  const role = accessRoleSchema.nullable().safeParse(text(values.role));
  if (!role.success) return usage(`--role: ${values.role} (${accessRoleSchema.options.join(', ')})`);
  const format = formatSchema.nullable().safeParse(text(values.format));
  if (!format.success) return usage(`--format: ${values.format} (${formatSchema.options.join(', ')})`);
  const kind = subjectKindSchema.nullable().safeParse(text(values.kind));
  if (!kind.success) return usage(`--kind: ${values.kind} (${subjectKindSchema.options.join(', ')})`);
  const parameterSet = parameterSetSchema.nullable().safeParse(text(values['parameter-set']));
  if (!parameterSet.success)
    return usage(`--parameter-set: ${values['parameter-set']} (${parameterSetSchema.options.join(', ')})`);
  const include = z.array(identifierKindSchema).safeParse(texts(values.include));
  if (!include.success) return usage(`--include: ${values.include} (${identifierKindSchema.options.join(', ')})`);
  const utmUrl = loopbackUrl.safeParse(text(values['utm-url']) ?? DEFAULT_UTM_URL);
  if (!utmUrl.success) return usage(`--utm-url: ${values['utm-url']} (http://127.0.0.1:PORT)`);

  const accountUrl = accountUrlSchema.nullable().safeParse(text(values['account-url']));
  if (!accountUrl.success) return usage(`--account-url: ${values['account-url']} (https://…)`);

  const certificationAccountUrl = accountUrlSchema.nullable().safeParse(text(values['certification-account-url']));
  if (!certificationAccountUrl.success) {
    return usage(`--certification-account-url: ${values['certification-account-url']} (https://…)`);
  }

  const utmOptions = readUtmOptions((name) => text(values[name]));
  if (!utmOptions.ok) return utmOptions;
  const utmDir = text(values['utm-dir']);

  return succeed({
    words: positionals,
    help: values.help === true,
    remind: values.remind === true,
    global: {
      language: language.data,
      libraries: texts(values.library).map((file) => path.resolve(file)),
      practice: practice.data,
      profileDir: text(values['profile-dir']),
      utmUrl: utmUrl.data.replace(/\/$/, ''),
      // A practice computer has paths of its own, whatever this one runs.
      utmDir: utmDir && (practice.data === null ? path.resolve(utmDir) : utmDir),
      accountUrl: accountUrl.data,
      certificationAccountUrl: certificationAccountUrl.data,
      json: values.json === true,
      pinStdin: values['pin-stdin'] === true,
    },
    command: {
      token: text(values.token),
      subdivision: text(values.subdivision),
      role: role.data,
      kpp: text(values.kpp),
      mchd: text(values.mchd),
      mchdSignature: text(values['mchd-signature']),
      requestOut: text(values['request-out']),
      certificateIn: text(values['certificate-in']),
      issuer: text(values.issuer),
      acceptTerms: values['accept-terms'] === true,
      expect: text(values.expect),
      query: text(values.query),
      scenario: scenario.data,
      trust: texts(values.trust),
      signature: text(values.signature),
      certificate: text(values.certificate),
      powerCodes: texts(values['power-code']),
      acceptLowPinCount: values['accept-low-pin-count'] === true,
      applet: text(values.applet),
      confirm: text(values.confirm),
      label: text(values.label),
      saveCertificates: text(values['save-certificates']),
      keyId: text(values['key-id']),
      deleteAs: deleteAs.data,
      fingerprint: text(values.fingerprint),
      format: format.data,
      kind: kind.data,
      fromCertificate: values['from-certificate'] === true,
      subject: text(values.subject),
      parameterSet: parameterSet.data,
      out: text(values.out),
      file: text(values.file),
      sha256: text(values.sha256),
      phone: text(values.phone),
      application: text(values.application),
      download: text(values.download),
      documentsUnknown: values['documents-unknown'] === true,
      ...utmOptions.value,
      include: include.data,
      reason: text(values.reason),
      lostPins: texts(values['lost-pin']),
      blankParts: texts(values['blank-part']),
      revoked: values.revoked === true,
      forget: text(values.forget),
      request: text(values.request),
      authority: text(values.authority),
      sheet: text(values.sheet),
      calendar: text(values.calendar),
    },
  });
}
