import { keyChangePlan } from '../../setup/key-change/plan.ts';
import { begun, changeFor, changeOf, changeUnderWay, forgotten } from '../../setup/key-change/remembered-changes.ts';
import { saveDeviceCertificates } from '../../setup/key-change/save-certificates.ts';
import type { Workplace } from '../../setup/workplace.ts';
import { type KeyChange, type KeyChangePlan, keyChangeChoicesSchema } from '../../shared/domain/key-change.ts';
import type { Device } from '../../shared/domain/token.ts';
import type { Language } from '../../shared/language.ts';
import { locales } from '../../shared/locales/index.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { fillText } from '../../shared/texts/fill.ts';
import { keyChangeWhyTexts } from '../../shared/texts/key-change.ts';
import { scanForDevice } from './chosen-device.ts';
import type { Command, CommandContext } from './command.ts';

const noFiles = { least: 0, most: 0 };
const choicesUsage =
  '[--reason planned|stolen|compromised|lost-pin|changed-requisites] [--lost-pin PART] [--blank-part PART] [--revoked]';

/** Whether the command line says anything of the change. */
const saysAnything = ({ options }: CommandContext): boolean =>
  options.reason !== null || options.lostPins.length > 0 || options.blankParts.length > 0 || options.revoked;

function choicesOf({ options }: CommandContext) {
  const { lostPins, blankParts, revoked } = options;
  const read = keyChangeChoicesSchema.safeParse({ reason: options.reason ?? 'planned', lostPins, blankParts, revoked });
  return read.success ? succeed(read.data) : fail(problem('SETUP_USAGE', { explanation: choicesUsage }));
}

/** The plan of a change as things stand: tokens, files and the UTM are read anew. */
async function planOf(
  place: Workplace,
  device: Device,
  change: KeyChange,
  isBegun: boolean,
): Promise<Result<KeyChangePlan>> {
  const saved = await place.archive.fingerprints();
  if (!saved.ok) return saved;
  const utm = await place.readUtm(null);
  const facts = {
    device,
    change,
    begun: isBegun,
    saved: saved.value,
    utm,
    proof: [],
    answered: null,
    now: place.now(),
  };
  return succeed(keyChangePlan(facts));
}

/** Keys whose requests are out already. */
const requestedIn = async ({ requests }: Workplace): Promise<ReadonlySet<string>> =>
  new Set((await requests.all()).requests.map(({ keyId }) => keyId));

/** The plan of a change that was begun; one that is over is remembered no longer. */
async function planOfBegun(place: Workplace, device: Device, change: KeyChange): Promise<Result<KeyChangePlan>> {
  const plan = await planOf(place, device, change, true);
  if (!plan.ok || !plan.value.finished) return plan;
  const after = await place.keyChanges.update((changes) => forgotten(changes, device.serial));
  return after.ok ? plan : after;
}

const signs = { done: '✓', next: '→', later: ' ', 'not-needed': '–', blocked: '✗' } as const;

const printPlan = (plan: KeyChangePlan, language: Language): readonly string[] => {
  const { step } = locales[language].keyChange;
  return plan.steps.map(
    (one) =>
      `${signs[one.state]} ${step[one.id]}: ${fillText(keyChangeWhyTexts[one.why][language], one.values, language)}`,
  );
};

export const keyChangePlanCommand: Command<'key-change-plan'> = {
  usage: `[--token SERIAL] ${choicesUsage}`,
  summary: { ru: 'Показать план смены ключей', en: 'Show the plan of a change of keys' },
  files: noFiles,
  async run(context) {
    const choices = choicesOf(context);
    if (!choices.ok) return choices;
    const { workplace: place } = await context.workplace();
    const found = await scanForDevice(place, context.options.token);
    if (!found.ok) return found;
    const device = found.value;
    const changes = await place.keyChanges.read();
    if (!changes.ok) return changes;
    const known = changeUnderWay(changes.value, device, place.now());
    if (known && !saysAnything(context)) return planOfBegun(place, device, known);
    // Words of the command line are tried on what was begun, and not kept.
    const said = changeOf(device, choices.value, place.now(), await requestedIn(place));
    return planOf(place, device, known ? { ...known, choices: said.choices } : said, known !== null);
  },
  print: printPlan,
};

export const keyChangeBegin: Command<'key-change-begin'> = {
  usage: `--reason planned|stolen|compromised|lost-pin|changed-requisites [--token SERIAL] [--lost-pin PART] [--blank-part PART] [--revoked]`,
  summary: {
    ru: 'Начать смену ключей и запомнить, что сейчас на токене',
    en: 'Begin a change of keys and remember what is on the token now',
  },
  files: noFiles,
  async run(context) {
    if (context.options.reason === null) return fail(problem('SETUP_USAGE', { explanation: keyChangeBegin.usage }));
    const choices = choicesOf(context);
    if (!choices.ok) return choices;
    const { workplace: place } = await context.workplace();
    const found = await scanForDevice(place, context.options.token);
    if (!found.ok) return found;
    const fresh = changeOf(found.value, choices.value, place.now(), await requestedIn(place));
    const changes = await place.keyChanges.update((before) => begun(before, fresh));
    if (!changes.ok) return changes;
    place.record.write({
      event: 'key-change-begins',
      facts: { device: fresh.serial, reason: choices.value.reason },
    });
    return planOfBegun(place, found.value, changeFor(changes.value, fresh.serial) ?? fresh);
  },
  print: printPlan,
};

export const keyChangeSave: Command<'key-change-save'> = {
  usage: '[--token SERIAL]',
  summary: { ru: 'Сохранить все сертификаты токена', en: 'Save every certificate of a token' },
  files: noFiles,
  async run(context) {
    const { workplace: place } = await context.workplace();
    const found = await scanForDevice(place, context.options.token);
    if (!found.ok) return found;
    const kept = await saveDeviceCertificates(place.archive, found.value);
    return kept.ok ? succeed({ serial: found.value.serial, files: [...kept.value] }) : kept;
  },
  print: ({ files }) => files,
};

export const keyChangeForget: Command<'key-change-forget'> = {
  usage: '--token SERIAL',
  summary: { ru: 'Забыть начатую смену ключей', en: 'Forget a change of keys that was begun' },
  files: noFiles,
  async run(context) {
    const { token: serial } = context.options;
    if (serial === null) return fail(problem('SETUP_USAGE', { explanation: keyChangeForget.usage }));
    const { workplace: place } = await context.workplace();
    const before = await place.keyChanges.read();
    if (!before.ok) return before;
    // The token itself may be lost: it is not looked for.
    const known = before.value.find((change) => [change.serial, change.printedSerial].includes(serial));
    if (!known) return succeed({ serial, forgotten: false });
    const after = await place.keyChanges.update((changes) => forgotten(changes, known.serial));
    return after.ok ? succeed({ serial: known.serial, forgotten: true }) : after;
  },
  print: ({ serial, forgotten: gone }) => [`${gone ? '✓' : '–'} ${serial}`],
};
