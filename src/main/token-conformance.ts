import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { openVirtualCryptoki } from '../practice/virtual-token/virtual-cryptoki.ts';
import type { Applet, Device } from '../shared/domain/token.ts';
import type { Language } from '../shared/language.ts';
import { describeProblem } from '../shared/problems/described.ts';
import type { Problem } from '../shared/problems/problem.ts';
import { type ConformanceCheck, type DeviceReport, examineTokens, serialTail, tryToken } from '../token/conformance.ts';
import { practiceScheme } from '../token/library-discovery.ts';
import { listMechanisms } from '../token/mechanism-listing.ts';
import { loadPkcs11Library } from '../token/pkcs11js-loader.ts';
import type { TokenAccess } from '../token/token-access.ts';
import { createTokenAccess } from '../token/token-client.ts';
import { childStarters } from './child-starters.ts';
import { lineName, pinsFromStdin, pinsFromTerminal } from './cli/pin-source.ts';

// `npm run token:conformance`: holds a plugged-in token to what the product takes for granted, and writes a report that
// can be sent. Beside the command line of the product, not in it: it is for a token nobody here has held.

const options = {
  library: { type: 'string', multiple: true, default: [] as string[] },
  report: { type: 'string' },
  destructive: { type: 'boolean', default: false },
  serial: { type: 'string' },
  confirm: { type: 'string' },
  'pin-stdin': { type: 'boolean', default: false },
  lang: { type: 'string', default: 'ru' },
} as const;

const words = {
  ru: {
    none: 'Токен не найден. Вставьте его и запустите команду ещё раз.',
    serial: 'Для полной проверки назовите токен: --serial СЕРИЙНЫЙ_НОМЕР (целиком, как в списке токенов).',
    unsuited: 'Полная проверка создаёт ключ RSA, а у этого токена нет такой части.',
    spent: 'У этого токена уже потрачены попытки ввода PIN-кода. Полная проверка не начата.',
    confirm: 'На токене будет создана и удалена пробная пара ключей. Введите последние четыре знака серийного номера',
    refused: 'Номер не совпал. Ничего не сделано.',
    pin: 'PIN-код',
    written: 'Отчёт записан',
  },
  en: {
    none: 'No token was found. Plug it in and run the command again.',
    serial: 'The full trial needs the token named: --serial SERIAL (whole, as in the list of tokens).',
    unsuited: 'The full trial makes an RSA key, and this token has no part for one.',
    spent: 'PIN tries of this token were already spent. The full trial was not begun.',
    confirm: 'A trial key pair will be made on the token and deleted. Type the last four characters of the serial',
    refused: 'The number is another. Nothing was done.',
    pin: 'PIN',
    written: 'The report is in',
  },
} as const;

type Words = (typeof words)[Language];

/** A sentence for the person, and the end of the run. */
class Stop extends Error {}

const { values: given } = parseArgs({ options });
const language: Language = given.lang === 'en' ? 'en' : 'ru';
const say: Words = words[language];
const tell = (text: string) => process.stderr.write(`${text}\n`);

function stopFor(found: Problem): never {
  const { title, reason, code } = describeProblem(found, language);
  throw new Stop(`${title}. ${reason} [${code}]`);
}

const openLibrary = (library: string) =>
  library.startsWith(practiceScheme)
    ? openVirtualCryptoki(library.slice(practiceScheme.length))
    : loadPkcs11Library(library);

async function confirmed(device: Device): Promise<boolean> {
  if (given.confirm !== undefined) return given.confirm === serialTail(device);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(`${say.confirm}: `)).trim() === serialTail(device);
  } finally {
    terminal.close();
  }
}

async function fullTrial(access: TokenAccess): Promise<readonly ConformanceCheck[]> {
  const scan = await access.scan();
  if (!scan.ok) return stopFor(scan.problem);
  const device = scan.value.devices.find(({ serial }) => serial === given.serial);
  if (!device) throw new Stop(say.serial);
  const applet: Applet | undefined = device.applets.find(({ canGenerate }) => canGenerate.rsa);
  if (!applet) throw new Stop(say.unsuited);
  if (applet.userPin.tries !== 'untouched') throw new Stop(say.spent);
  if (!(await confirmed(device))) throw new Stop(say.refused);
  const pins = given['pin-stdin'] ? pinsFromStdin(process.stdin) : pinsFromTerminal(process.stdin, process.stderr);
  const pin = await pins.read(lineName(applet.kind, 'user'), `${say.pin}, ${device.name}`);
  if (pin === null) throw new Stop(say.refused);
  return tryToken(access, device, applet.kind, pin);
}

const marks = { passed: '+', failed: '!', noted: ' ' } as const;
const line = ({ id, outcome, details }: ConformanceCheck) => `${marks[outcome]} ${id}${details ? `: ${details}` : ''}`;

function asText(devices: readonly DeviceReport[], trial: readonly ConformanceCheck[]): string {
  const parts = devices.map((device) =>
    [
      `${device.name} (${device.profile}), …${device.serialTail}`,
      `${device.library} ${device.libraryVersion ?? ''}`,
      ...device.applets.map(
        ({ kind, model, manufacturer, firmware }) => `${kind}: ${model}, ${manufacturer}, ${firmware}`,
      ),
      ...device.checks.map(line),
    ].join('\n'),
  );
  return [...parts, ...(trial.length > 0 ? [trial.map(line).join('\n')] : [])].join('\n\n');
}

async function run(): Promise<boolean> {
  if (given.destructive && given.serial === undefined) throw new Stop(say.serial);
  const starters = childStarters(import.meta.dirname);
  const practises = given.library.some((library) => library.startsWith(practiceScheme));
  const access = createTokenAccess({
    launch: practises ? starters.practiceTokenProcess : starters.tokenProcess,
    libraries: given.library,
    discoverVendors: given.library.length === 0,
  });
  try {
    const outcome = await examineTokens(access, (library, applet) => listMechanisms(openLibrary(library), applet));
    if (!outcome.ok) return stopFor(outcome.problem);
    const { devices, libraries } = outcome.value;
    for (const { problem } of libraries) if (problem) tell(describeProblem(problem, language).title);
    if (devices.length === 0) throw new Stop(say.none);
    const trial = given.destructive ? await fullTrial(access) : [];
    const text = asText(devices, trial);
    process.stdout.write(`${text}\n`);
    const takenAt = new Date().toISOString();
    const file = path.resolve(given.report ?? `token-conformance-${takenAt.slice(0, 10)}`);
    writeFileSync(`${file}.txt`, `${text}\n`);
    writeFileSync(`${file}.json`, `${JSON.stringify({ version: 1, takenAt, devices, trial }, null, 2)}\n`);
    tell(`${say.written}: ${file}.txt, ${file}.json`);
    return [...devices.flatMap(({ checks }) => checks), ...trial].every(({ outcome: held }) => held !== 'failed');
  } finally {
    await access.close();
  }
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  tell(error.message);
  process.exitCode = 2;
}
