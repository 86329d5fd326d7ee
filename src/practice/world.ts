import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type OutsideEvent, type ScenarioId, scenarioIdSchema } from '../shared/domain/scenario.ts';
import type { Cryptoki } from '../token/cryptoki.ts';
import { practiceScheme } from '../token/library-discovery.ts';
import { CKM } from '../token/pkcs11-numbers.ts';
import { AccountFolder } from './account/account-folder.ts';
import { refusedExamples } from './account/refused-examples.ts';
import { applicationsFor } from './certification-account/applications.ts';
import { CertificationFolder, type SmsMessage } from './certification-account/certification-folder.ts';
import {
  createQualifiedAuthority,
  issueQualifiedCertificate,
  type PracticeAuthority,
} from './certification-authority.ts';
import { ComputerFile } from './computers/computer-file.ts';
import { follow } from './computers/follow.ts';
import { nextOutsideEvent, outsideEvents } from './computers/outside-events.ts';
import { computers, utmComesUp } from './computers/records.ts';
import { writeJsonFile } from './json-file.ts';
import { writeMchd } from './mchd.ts';
import type { MendHelperPlace } from './mend-helper-arguments.ts';
import { factoryPins, type PracticeToken, type Scenario, scenarios } from './scenarios.ts';
import { TokenPart } from './token-part.ts';
import { issueByAgency } from './utm/agency.ts';
import { DocumentStore } from './utm/document-store.ts';
import { orderStop } from './utm/service-order.ts';
import { prepareUtm, type UtmFolder, writeUtmFiles } from './utm/utm-folder.ts';
import { createVirtualDevice, type DevicePreparation, plugDevice } from './virtual-token/device.ts';
import { changeDevice, readDevices } from './virtual-token/device-folder.ts';
import { openVirtualCryptoki } from './virtual-token/virtual-cryptoki.ts';

/** The world of one scenario: tokens and a UTM's folder, on disk and ready to be opened by programs. */
export interface PracticeWorld {
  /** `practice:<folder of virtual tokens>`. */
  readonly libraryPath: string;
  readonly utmFolder: string;
  /** Where the stand-in account keeps its state, and the certificate (DER) of the authority whose signatures it believes. */
  readonly account: { readonly folder: string; readonly trustedCertificate: string };
  /** Where the stand-in account of the practice authority keeps its state, and the file with that authority's key. */
  readonly certification: { readonly folder: string; readonly authorityFile: string };
  /** What the practice phone has received, the latest last. */
  messages(now: Date): readonly SmsMessage[];
  readonly computer: ComputerFile;
  /** What the helper that mends this computer is told of it. */
  readonly mending: MendHelperPlace;
  /** What a person could do beside the wizard now, `null` when nothing is amiss. */
  outsideEvent(): OutsideEvent | null;
  /** Lets it happen. */
  happen(event: OutsideEvent): Promise<void>;
  /** Readers of the tokens that are plugged in now. */
  readers(): readonly string[];
  /** Plugs in or pulls out the token of this serial, without one every token. */
  plug(plugged: boolean, serial?: string): Promise<void>;
  /** What a hand does: takes the first token out, or puts all of them in. Answers whether one is in then. */
  plugByHand(plugged: boolean): Promise<boolean>;
}

const dayMs = 24 * 60 * 60 * 1000;
const daysFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * dayMs);
/** Certificates of a scenario are so and so old; a world that stood longer tells another story than its name. */
const freshDays = 7;
/** As long as a token takes: the person sees that something is going on. */
const generationMs = 2_500;
/** Fifteen months. */
const signatureDays = 455;
const wrongPin = '135790';

const markSchema = z.object({ scenario: scenarioIdSchema, builtAt: z.iso.datetime() });

interface WorldPaths {
  readonly tokens: string;
  readonly utm: string;
  readonly account: string;
  readonly authority: string;
  readonly authorityKey: string;
  readonly certification: string;
  readonly mchd: string;
  readonly computer: string;
  readonly mark: string;
}

const pathsIn = (folder: string): WorldPaths => ({
  tokens: join(folder, 'tokens'),
  utm: join(folder, 'utm'),
  account: join(folder, 'account'),
  authority: join(folder, 'qualified-authority.cer'),
  authorityKey: join(folder, 'qualified-authority.json'),
  certification: join(folder, 'certification'),
  mchd: join(folder, 'mchd'),
  computer: join(folder, 'computer.json'),
  mark: join(folder, 'world.json'),
});

/** Whether the folder holds this scenario, whole and young enough to go on with. */
function stands({ mark: markFile, authority, authorityKey }: WorldPaths, scenario: ScenarioId, now: Date): boolean {
  if (!existsSync(markFile) || !existsSync(authority) || !existsSync(authorityKey)) return false;
  try {
    const mark = markSchema.parse(JSON.parse(readFileSync(markFile, 'utf8')));
    return mark.scenario === scenario && now.getTime() - Date.parse(mark.builtAt) < freshDays * dayMs;
  } catch {
    return false;
  }
}

/** The part of a device that makes keys by this mechanism. The device must be plugged in. */
function partFor(cryptoki: Cryptoki, reader: string, mechanism: number): TokenPart {
  const slot = cryptoki
    .C_GetSlotList(true)
    .filter((candidate) => cryptoki.C_GetSlotInfo(candidate).slotDescription.trimEnd() === reader)
    .find((candidate) => cryptoki.C_GetMechanismList(candidate).includes(mechanism));
  if (slot === undefined) throw new Error(`No slot of ${reader} makes keys by mechanism ${mechanism}`);
  return new TokenPart(cryptoki, slot);
}

function spendTries(part: TokenPart, times: number): void {
  for (let spent = 0; spent < times; spent += 1) {
    try {
      part.signIn(wrongPin);
    } catch {
      // The refusal is what is wanted.
    }
  }
}

interface Makers {
  readonly folder: string;
  readonly world: Scenario;
  readonly utm: UtmFolder;
  readonly authority: PracticeAuthority;
  readonly now: Date;
}

async function writeQualifiedCertificate(part: TokenPart, token: PracticeToken, { authority, now }: Makers) {
  const [keyId, label] = [randomBytes(16), 'Квалифицированная подпись'];
  part.signIn(factoryPins[token.kind].gost);
  const order = {
    holder: token.holder.certificate,
    publicKey: await part.generateGost(keyId, label),
    notBefore: daysFrom(now, token.signatureDaysLeft - signatureDays),
    notAfter: daysFrom(now, token.signatureDaysLeft),
  };
  part.writeCertificate(keyId, label, issueQualifiedCertificate(authority, order));
  part.close();
}

async function writeAccessKey(part: TokenPart, token: PracticeToken, { world, utm, now }: Makers) {
  const place = world.places.find(({ INN }) => INN === token.holder.inn);
  if (token.accessKeyDaysLeft === null || place === undefined) return;
  // The agency's keys last a calendar year.
  const issuedAt = daysFrom(now, token.accessKeyDaysLeft);
  issuedAt.setUTCFullYear(issuedAt.getUTCFullYear() - 1);
  const [keyId, label] = [randomBytes(16), `FSRAR-RSA-${place.Owner_ID}_E`];
  part.signIn(factoryPins[token.kind].pki);
  const publicKey = await part.generateRsa(keyId, label);
  part.writeCertificate(keyId, label, await issueByAgency(utm, place, publicKey, issuedAt));
  part.close();
}

async function writeOrphanKey(part: TokenPart, token: PracticeToken): Promise<void> {
  if (!token.orphanKey) return;
  part.signIn(factoryPins[token.kind].pki);
  await part.generateRsa(randomBytes(16), 'Незаконченный ключ');
  part.close();
}

const outOfTheBox: DevicePreparation = {
  generationMs,
  dropMs: 3_000,
  applets: { combined: { initialised: false }, pki: { initialised: false } },
};

async function makeToken(token: PracticeToken, makers: Makers): Promise<void> {
  const { folder } = makers;
  if (token.blank) {
    createVirtualDevice(folder, token.kind, outOfTheBox);
    return;
  }
  const { serial, reader } = createVirtualDevice(folder, token.kind);
  const cryptoki = openVirtualCryptoki(folder);
  cryptoki.C_Initialize();
  const gost = partFor(cryptoki, reader, CKM.gostR3410KeyPairGen);
  if (token.certified) await writeQualifiedCertificate(gost, token, makers);
  await writeAccessKey(partFor(cryptoki, reader, CKM.rsaPkcsKeyPairGen), token, makers);
  await writeOrphanKey(partFor(cryptoki, reader, CKM.rsaPkcsKeyPairGen), token);
  spendTries(gost, token.wrongTries);
  cryptoki.C_Finalize();
  changeDevice(folder, serial, (device) => {
    device.generationMs = generationMs;
  });
  if (!token.plugged) plugDevice(folder, serial, false);
}

/** Two files in a folder of their own, as the principal would send them. */
async function writePowerOfAttorney(folder: string, { world, authority, now }: Makers): Promise<void> {
  const { principal, places, tokens } = world;
  if (principal === null) return;
  const order = {
    principal,
    representative: tokens[0].holder,
    kpp: places[0]?.KPP ?? '',
    authority,
    issuedAt: daysFrom(now, -30),
    validUntil: daysFrom(now, 335),
  };
  mkdirSync(folder);
  for (const { name, bytes } of await writeMchd(order)) writeFileSync(join(folder, name), bytes);
}

async function build(paths: WorldPaths, world: Scenario, now: Date): Promise<void> {
  for (const path of Object.values(paths)) rmSync(path, { recursive: true, force: true });
  const { options, pins, databaseOwner, unsent } = world.utm;
  const createDate = daysFrom(now, -400).toISOString().replace('T', ' ').replace('Z', '');
  const database = databaseOwner === null ? null : { createDate, ownerId: databaseOwner };
  const utm = prepareUtm(paths.utm, { options, places: world.places });
  const computer = computers[world.computer];
  if (computer.utmInstalled) writeUtmFiles(utm, { pins, database });
  if (!utmComesUp(computer)) orderStop(utm);
  const documents = new DocumentStore(utm.paths.transportDb);
  const at = daysFrom(now, -1).toISOString();
  for (const docType of unsent) {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><Documents><${docType}/></Documents>`;
    documents.add('in', { uuid: randomUUID(), docType, at, sent: false, replyId: null, xml });
  }
  const authority = createQualifiedAuthority(daysFrom(now, -1_000));
  const makers = { folder: paths.tokens, world, utm, authority, now };
  for (const token of world.tokens) await makeToken(token, makers);
  new ComputerFile(paths.computer).write(computer);
  await writePowerOfAttorney(paths.mchd, makers);
  writeFileSync(paths.authority, Buffer.from(authority.certificate, 'base64'));
  writeJsonFile(paths.authorityKey, authority);
  const holders = world.tokens.map(({ holder }) => holder);
  new CertificationFolder(paths.certification).writeApplications(applicationsFor(holders, now));
  new AccountFolder(paths.account).writeEntered(refusedExamples(world.tokens, now));
}

/**
 * Builds the world of a scenario in a folder, or goes on with the one that stands there. Keys and certificates are
 * real: ГОСТ pairs made on the virtual tokens and certified by a practice authority.
 */
export async function createPracticeWorld({
  folder,
  scenario,
  now,
}: {
  readonly folder: string;
  readonly scenario: ScenarioId;
  readonly now: Date;
}): Promise<PracticeWorld> {
  const paths = pathsIn(folder);
  if (!stands(paths, scenario, now)) {
    mkdirSync(folder, { recursive: true });
    await build(paths, scenarios[scenario], now);
    writeFileSync(paths.mark, JSON.stringify({ scenario, builtAt: now.toISOString() }));
  }
  const computer = new ComputerFile(paths.computer);
  const pluggedIn = () => readDevices(paths.tokens).filter(({ plugged }) => plugged);
  const plug = (plugged: boolean, serial?: string): void => {
    for (const device of readDevices(paths.tokens)) {
      if (serial === undefined || device.serial === serial) plugDevice(paths.tokens, device.serial, plugged);
    }
  };
  return {
    libraryPath: `${practiceScheme}${paths.tokens}`,
    utmFolder: paths.utm,
    account: { folder: paths.account, trustedCertificate: paths.authority },
    certification: { folder: paths.certification, authorityFile: paths.authorityKey },
    messages: (at) => new CertificationFolder(paths.certification).messages(at),
    computer,
    mending: { computer: paths.computer, tokens: paths.tokens, utmFolder: paths.utm },
    outsideEvent: () => nextOutsideEvent(computer.read()),
    async happen(event) {
      const before = computer.read();
      const after = outsideEvents[event].after(before);
      computer.write(after);
      follow(before, after, { tokens: paths.tokens, utmFolder: paths.utm });
    },
    readers: () => pluggedIn().map(({ reader }) => reader),
    plug: async (plugged, serial) => plug(plugged, serial),
    async plugByHand(plugged) {
      plug(plugged, plugged ? undefined : pluggedIn()[0]?.serial);
      return pluggedIn().length > 0;
    },
  };
}
