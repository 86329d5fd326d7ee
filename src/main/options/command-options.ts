import { z } from 'zod';
import { accessRoleSchema } from '../../shared/domain/access-role.ts';
import { identifierKindSchema } from '../../shared/domain/diagnostics.ts';
import { parameterSetSchema } from '../../shared/domain/gost-parameter-sets.ts';
import { subjectKindSchema } from '../../shared/domain/qualified-subject.ts';
import { scenarioIdSchema } from '../../shared/domain/scenario.ts';
import { choice, choices, flag, type OptionValues, text, texts } from './option.ts';
import { utmOptionTable } from './utm-options.ts';

const deletableSchema = z.enum(['orphan-key', 'orphan-certificate', 'expired-access-key', 'replaced-access-key']);
const formatSchema = z.enum(['der', 'pem', 'p10', 'req', 'csr']);

/** Options of single commands; each command says which of them it takes. */
export const commandOptionTable = {
  ...utmOptionTable,
  token: text('token'),
  subdivision: text('subdivision'),
  role: choice('role', accessRoleSchema),
  kpp: text('kpp'),
  mchd: text('mchd'),
  mchdSignature: text('mchd-signature'),
  requestOut: text('request-out'),
  certificateIn: text('certificate-in'),
  issuer: text('issuer'),
  acceptTerms: flag('accept-terms'),
  acceptLowPinCount: flag('accept-low-pin-count'),
  expect: text('expect'),
  query: text('query'),
  scenario: choice('scenario', scenarioIdSchema),
  trust: texts('trust'),
  signature: text('signature'),
  certificate: text('certificate'),
  powerCodes: texts('power-code'),
  applet: text('applet'),
  confirm: text('confirm'),
  label: text('label'),
  saveCertificates: text('save-certificates'),
  keyId: text('key-id'),
  deleteAs: choice('as', deletableSchema),
  fingerprint: text('fingerprint'),
  format: choice('format', formatSchema),
  kind: choice('kind', subjectKindSchema),
  fromCertificate: flag('from-certificate'),
  subject: text('subject'),
  parameterSet: choice('parameter-set', parameterSetSchema),
  out: text('out'),
  file: text('file'),
  sha256: text('sha256'),
  phone: text('phone'),
  application: text('application'),
  /** A folder to download into. */
  download: text('download'),
  /** Documents of a UTM that does not answer could not be counted, and the person knows it. */
  documentsUnknown: flag('documents-unknown'),
  /** Identifiers that diagnostics show all the same. */
  include: choices('include', identifierKindSchema),
  reason: text('reason'),
  lostPins: texts('lost-pin'),
  blankParts: texts('blank-part'),
  revoked: flag('revoked'),
  /** What is to be forgotten: the serial of a token, the id of a request. */
  forget: text('forget'),
  /** File of a PKCS#10. */
  request: text('request'),
  /** Certification authority by its id. */
  authority: text('authority'),
  /** New file: a sheet to print. */
  sheet: text('sheet'),
  /** New file: entries for a calendar. */
  calendar: text('calendar'),
} as const;

export type CommandOptions = OptionValues<typeof commandOptionTable>;
