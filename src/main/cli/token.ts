import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportCertificate, exportCertificates, findCertificate } from '../../setup/certificate-export.ts';
import { performTokenTask, setsPin, type TokenTask } from '../../setup/token-tasks.ts';
import type { Workplace } from '../../setup/workplace.ts';
import { type Applet, appletKindSchema, type Device, type PinFacts } from '../../shared/domain/token.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { scanForDevice } from './chosen-device.ts';
import type { Command, CommandContext } from './command.ts';
import { mayRisk, noteKnownPin, readPin, signIn } from './sign-in.ts';

interface Part {
  readonly place: Workplace;
  readonly device: Device;
  readonly applet: Applet;
}

/** The part of the token that `--token` and `--applet` name; a token of one part needs no `--applet`. */
async function findPart({ workplace, options }: CommandContext): Promise<Result<Part>> {
  const wanted = appletKindSchema.nullable().safeParse(options.applet);
  if (!wanted.success) return fail(problem('SETUP_USAGE', { explanation: '--applet gost|pki' }));
  const { workplace: place } = await workplace();
  const found = await scanForDevice(place, options.token);
  if (!found.ok) return found;
  const device = found.value;
  const [only, ...others] = device.applets;
  const applet =
    wanted.data === null && others.length === 0 ? only : device.applets.find(({ kind }) => kind === wanted.data);
  if (!applet)
    return fail(
      problem('SETUP_USAGE', { explanation: `--applet ${device.applets.map(({ kind }) => kind).join('|')}` }),
    );
  return succeed({ place, device, applet });
}

/** The administrator's PIN, unless its tries were spent already and nobody said to go on. */
async function readAdministratorPin(device: Device, applet: Applet, facts: PinFacts, context: CommandContext) {
  const risk = mayRisk(facts, applet, context);
  return risk.ok ? readPin(device, applet, 'so', context) : risk;
}

/** Does the task and answers the part as it is read afterwards. */
async function performAndRead({ place, device, applet }: Part, task: TokenTask, saved: number) {
  const outcome = await performTokenTask(place, device, task, saved);
  if (!outcome.ok) return outcome;
  if (setsPin(task)) await noteKnownPin(place, device, applet);
  const after = await scanForDevice(place, device.serial);
  if (!after.ok) return after;
  const read = after.value.applets.find(({ kind }) => kind === applet.kind) ?? applet;
  return succeed({ serial: device.serial, applet: applet.kind, userPin: read.userPin, initialised: read.initialised });
}

const printed = ({ serial, applet }: { serial: string; applet: string }) => [`✓ ${serial} ${applet}`];
const noFiles = { least: 0, most: 0 };

export const tokenChangePin: Command<'token-change-pin'> = {
  usage: '[--token SERIAL] [--applet gost|pki]',
  summary: { ru: 'Сменить PIN-код', en: 'Change the user PIN' },
  files: noFiles,
  async run(context) {
    const part = await findPart(context);
    if (!part.ok) return part;
    const { device, applet } = part.value;
    const risk = mayRisk(applet.userPin, applet, context);
    if (!risk.ok) return risk;
    const oldPin = await readPin(device, applet, 'user', context);
    if (!oldPin.ok) return oldPin;
    const newPin = await readPin(device, applet, 'new', context);
    if (!newPin.ok) return newPin;
    const pins = { oldPin: oldPin.value, newPin: newPin.value, lastTryConfirmed: false };
    return performAndRead(part.value, { kind: 'change-pin', applet: applet.kind, ...pins }, 0);
  },
  print: printed,
};

export const tokenUnblockPin: Command<'token-unblock-pin'> = {
  usage: '[--token SERIAL] [--applet gost|pki]',
  summary: { ru: 'Снять блокировку PIN-кода', en: 'Unblock the user PIN with the administrator’s' },
  files: noFiles,
  async run(context) {
    const part = await findPart(context);
    if (!part.ok) return part;
    const { device, applet } = part.value;
    if (!applet.soPin || !applet.canUnblock) return fail(problem('TOKEN_OPERATION_UNSUPPORTED'));
    const soPin = await readAdministratorPin(device, applet, applet.soPin, context);
    if (!soPin.ok) return soPin;
    const newPin = await readPin(device, applet, 'new', context);
    if (!newPin.ok) return newPin;
    const pins = { soPin: soPin.value, newPin: newPin.value, lastTryConfirmed: false };
    return performAndRead(part.value, { kind: 'unblock-pin', applet: applet.kind, ...pins }, 0);
  },
  print: printed,
};

async function saveAll(applet: Applet, folder: string): Promise<Result<number>> {
  const files = exportCertificates(applet);
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, bytes } of files) await writeFile(path.join(folder, name), bytes);
    return succeed(files.length);
  } catch (error) {
    return fail(problem('SETUP_FILE_NOT_WRITTEN', { file: folder }, { error: String(error) }));
  }
}

export const tokenInitialise: Command<'token-initialise'> = {
  usage: '--token SERIAL --applet gost|pki --confirm SERIAL_TAIL [--save-certificates FOLDER] [--label NAME]',
  summary: {
    ru: 'Подготовить часть токена заново: всё, что в ней есть, будет стёрто',
    en: 'Prepare a part of a token anew: everything in it is erased',
  },
  files: noFiles,
  async run(context) {
    const { options } = context;
    if (options.confirm === null) return fail(problem('SETUP_USAGE', { explanation: '--confirm SERIAL_TAIL' }));
    const part = await findPart(context);
    if (!part.ok) return part;
    const { device, applet } = part.value;
    const saved = options.saveCertificates === null ? succeed(0) : await saveAll(applet, options.saveCertificates);
    if (!saved.ok) return saved;
    const soPin = applet.soPin ? await readAdministratorPin(device, applet, applet.soPin, context) : succeed(null);
    if (!soPin.ok) return soPin;
    const newPin = await readPin(device, applet, 'new', context);
    if (!newPin.ok) return newPin;
    const task: TokenTask = {
      kind: 'initialise',
      applet: applet.kind,
      soPin: soPin.value,
      newPin: newPin.value,
      label: options.label ?? (applet.label || 'ЕГАИС'),
      confirmation: options.confirm,
      lastTryConfirmed: false,
    };
    return performAndRead(part.value, task, saved.value);
  },
  print: printed,
};

export const tokenDeleteKey: Command<'token-delete-key'> = {
  usage:
    '[--token SERIAL] [--applet gost|pki] --key-id HEX --as orphan-key|orphan-certificate|expired-access-key|replaced-access-key --confirm SERIAL_TAIL',
  summary: { ru: 'Удалить с токена лишнее', en: 'Delete an orphan or an expired access key' },
  files: noFiles,
  async run(context) {
    const { keyId, deleteAs, confirm } = context.options;
    if (keyId === null || deleteAs === null || confirm === null) {
      return fail(problem('SETUP_USAGE', { explanation: tokenDeleteKey.usage }));
    }
    const part = await findPart(context);
    if (!part.ok) return part;
    const signedIn = await signIn(part.value.place, part.value.device, part.value.applet, context);
    if (!signedIn.ok) return signedIn;
    const { kind } = part.value.applet;
    return performAndRead(
      part.value,
      { kind: 'delete-key', applet: kind, keyId, as: deleteAs, confirmation: confirm },
      0,
    );
  },
  print: printed,
};

export const certificatesExport: Command<'certificates-export'> = {
  usage: 'FILE [--token SERIAL] --fingerprint SHA256 [--format der|pem]',
  summary: { ru: 'Сохранить сертификат с токена в файл', en: 'Save a certificate of a token to a file' },
  files: { least: 1, most: 1 },
  async run({ workplace, options, files }) {
    const [file] = files;
    const format = options.format ?? 'der';
    if (file === undefined || options.fingerprint === null || (format !== 'der' && format !== 'pem')) {
      return fail(problem('SETUP_USAGE', { explanation: certificatesExport.usage }));
    }
    const { workplace: place } = await workplace();
    const device = await scanForDevice(place, options.token);
    if (!device.ok) return device;
    const entry = findCertificate(device.value, options.fingerprint);
    if (!entry) return fail(problem('SETUP_CERTIFICATE_NOT_FOUND'));
    try {
      await writeFile(file, exportCertificate(entry, format).bytes, { flag: 'wx' });
    } catch (error) {
      return fail(problem('SETUP_FILE_NOT_WRITTEN', { file }, { error: String(error) }));
    }
    return succeed({ file: path.resolve(file), fingerprint: options.fingerprint });
  },
  print: ({ file }) => [file],
};
