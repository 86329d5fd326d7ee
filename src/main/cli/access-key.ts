import { writeFile } from 'node:fs/promises';
import type { IssueOutcome } from '../../setup/access-key-course.ts';
import { accessKeyApplet, foundQualified } from '../../setup/chosen-token.ts';
import { installAccessKey } from '../../setup/install-access-key.ts';
import { issueAccessKey } from '../../setup/issue-access-key.ts';
import { exportRequest } from '../../setup/request-export.ts';
import { Rest } from '../../setup/rest.ts';
import { verifyAccessKey } from '../../setup/verify-access-key.ts';
import type { Workplace } from '../../setup/workplace.ts';
import {
  type AccessKeyIssuerId,
  type AccessKeyProof,
  accessKeyIssuerIdSchema,
  type IssueStageId,
} from '../../shared/domain/access-key.ts';
import { isNumber } from '../../shared/domain/registration-number.ts';
import type { Applet, Device } from '../../shared/domain/token.ts';
import type { Language } from '../../shared/language.ts';
import { locales } from '../../shared/locales/index.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { CommandResult } from '../../shared/results.ts';
import { readNamedFile } from '../read-file.ts';
import { orderedMchd, orderedPlace, orderedRole } from './access-key-order.ts';
import { scanForDevice } from './chosen-device.ts';
import type { Command, CommandContext } from './command.ts';
import { signIn } from './sign-in.ts';

type Issued = Result<CommandResult<'access-key-issue'>>;

const signs = { passed: '✓', failed: '✗', unknown: '?' } as const;
const certificateLimit = 5_000_000;

const usage = (explanation: string) => fail(problem('SETUP_USAGE', { explanation }));

const printProof = (proof: AccessKeyProof, language: Language): readonly string[] =>
  proof.checks.map(({ id, status }) => `${signs[status]} ${locales[language].accessKey.check[id][status]}`);

/** Parts of the token an issuer works with: the access key's always, the signature's where the service wants one. */
function partsNeeded(place: Workplace, device: Device, issuer: AccessKeyIssuerId): readonly Applet[] {
  const gost = foundQualified(device, place.now())?.applet;
  const wanted = [issuer === 'account' ? gost : undefined, accessKeyApplet(device)?.kind];
  return device.applets.filter(({ kind }) => wanted.includes(kind));
}

async function signInToAll(place: Workplace, device: Device, parts: readonly Applet[], context: CommandContext) {
  for (const part of parts) {
    const signedIn = await signIn(place, device, part, context);
    if (!signedIn.ok) return signedIn;
  }
  return succeed(null);
}

/** Signs in, and answers the device as it is afterwards. */
async function signedInDevice(context: CommandContext, issuer: AccessKeyIssuerId): Promise<Result<Device>> {
  const { workplace: place } = await context.workplace();
  const found = await scanForDevice(place, context.options.token);
  if (!found.ok) return found;
  const parts = partsNeeded(place, found.value, issuer);
  if (!accessKeyApplet(found.value)) {
    return fail(problem('SETUP_TOKEN_CANNOT_HOLD_ACCESS_KEY', { name: found.value.name }));
  }
  const signedIn = await signInToAll(place, found.value, parts, context);
  return signedIn.ok ? scanForDevice(place, found.value.serial) : signedIn;
}

const stageTeller =
  ({ progress, language }: CommandContext) =>
  (stage: IssueStageId): void =>
    progress(locales[language].accessKey.stage[stage].running);

/** A request goes into the file of `--request-out`, or to nobody: then the document carries it. */
async function handOut(outcome: IssueOutcome, file: string | null): Promise<Issued> {
  if (outcome.kind === 'failed') return fail(outcome.problem);
  if (outcome.kind === 'proven') return succeed(outcome.proof);
  if (file !== null) {
    const format = file.endsWith('.pem') ? 'pem' : 'p10';
    try {
      await writeFile(file, exportRequest(outcome.request.der, outcome.request.fsrarId, format).bytes, { flag: 'wx' });
    } catch (error) {
      return fail(problem('SETUP_FILE_NOT_WRITTEN', { file }, { error: String(error) }));
    }
  }
  return succeed({ requested: true, request: outcome.request, file });
}

async function issueBy(issuer: AccessKeyIssuerId, fsrarId: string, context: CommandContext): Promise<Issued> {
  const { options } = context;
  const { workplace: place } = await context.workplace();
  const signedIn = await signedInDevice(context, issuer);
  if (!signedIn.ok) return signedIn;
  const device = signedIn.value;
  const role = orderedRole(place, device, context);
  if (!role.ok) return role;
  const mchd = await orderedMchd(place, device, role.value, context);
  if (!mchd.ok) return mchd;
  const subdivision = await orderedPlace(place, device, issuer, fsrarId, context);
  if (!subdivision.ok) return subdivision;
  const rest = new Rest();
  const giveUp = () => rest.stop();
  process.once('SIGINT', giveUp);
  const outcome = await issueAccessKey(
    place,
    {
      device: device.id,
      subdivision: subdivision.value,
      issuer,
      role: role.value,
      mchd: mchd.value,
      termsAccepted: options.acceptTerms,
      confirmation: options.confirm ?? '',
    },
    {
      onStage: stageTeller(context),
      signal: rest.signal,
      rest: (ms) => rest.rest(ms),
      showPage: (url) => url !== null && context.progress(url),
    },
  );
  process.removeListener('SIGINT', giveUp);
  return handOut(outcome, options.requestOut);
}

/** The certificate of an earlier request came back as a file. */
async function install(file: string, fsrarId: string, context: CommandContext): Promise<Issued> {
  const read = await readNamedFile(file, certificateLimit);
  if (!read.ok) return read;
  const { workplace: place } = await context.workplace();
  const device = await signedInDevice(context, 'file');
  if (!device.ok) return device;
  const subdivision = await orderedPlace(place, device.value, 'file', fsrarId, context);
  if (!subdivision.ok) return subdivision;
  const { inn } = subdivision.value;
  const confirmation = context.options.confirm ?? '';
  const order = { device: device.value.id, fsrarId, inn, file: read.value, confirmation };
  return handOut(await installAccessKey(place, order, stageTeller(context)), null);
}

export const accessKeyIssue: Command<'access-key-issue'> = {
  usage:
    '--token SERIAL --subdivision FSRAR_ID --issuer utm|handoff|file|account --accept-terms [--role ROLE] [--mchd FILE.xml --mchd-signature FILE.sig] [--request-out FILE] [--certificate-in FILE] [--confirm SERIAL_TAIL] [--kpp KPP] [--accept-low-pin-count]',
  summary: { ru: 'Выпустить ключ доступа', en: 'Issue an access key' },
  files: { least: 0, most: 0 },
  async run(context) {
    const { options } = context;
    const issuer = accessKeyIssuerIdSchema.safeParse(options.issuer);
    if (!issuer.success) {
      return usage(`--issuer: ${options.issuer ?? '—'} (${accessKeyIssuerIdSchema.options.join(', ')})`);
    }
    const { subdivision, requestOut, certificateIn } = options;
    if (subdivision === null || !isNumber('fsrar-id', subdivision)) return usage('--subdivision FSRAR_ID');
    if ((requestOut !== null || certificateIn !== null) && issuer.data !== 'file') return usage('--issuer file');
    if (requestOut !== null && certificateIn !== null) return usage('--request-out | --certificate-in');
    if (!options.acceptTerms) return fail(problem('SETUP_TERMS_NOT_ACCEPTED'));
    return certificateIn === null
      ? issueBy(issuer.data, subdivision, context)
      : install(certificateIn, subdivision, context);
  },
  print: (result, language) =>
    'requested' in result
      ? [result.file ?? '', result.request.publicKeySha256].filter(Boolean)
      : printProof(result, language),
};

export const accessKeyVerify: Command<'access-key-verify'> = {
  usage: '[--token SERIAL] [--expect FSRAR_ID]',
  summary: { ru: 'Проверить ключ доступа на токене', en: 'Prove the access key on a token' },
  files: { least: 0, most: 0 },
  async run(context) {
    const { options } = context;
    const { workplace: place } = await context.workplace();
    const found = await scanForDevice(place, options.token);
    if (!found.ok) return found;
    const applet = accessKeyApplet(found.value);
    // A PIN is welcome, not demanded: without one the private key is not asked, and the proof says so.
    const withPin = context.global.pinStdin || process.stdin.isTTY;
    if (applet && withPin) {
      const signedIn = await signIn(place, found.value, applet, context);
      if (!signedIn.ok) return signedIn;
    }
    const device = await scanForDevice(place, found.value.serial);
    if (!device.ok) return device;
    return verifyAccessKey(place, device.value, { fsrarId: options.expect, inn: null, before: null, pastUtm: false });
  },
  print: printProof,
};
