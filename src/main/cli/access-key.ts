import { accessKeyApplet } from '../../setup/chosen-token.ts';
import { issueAccessKey } from '../../setup/issue-access-key.ts';
import { verifyAccessKey } from '../../setup/verify-access-key.ts';
import type { Workplace } from '../../setup/workplace.ts';
import type { AccessKeyProof } from '../../shared/domain/access-key.ts';
import type { Applet, Device } from '../../shared/domain/token.ts';
import type { Bilingual, Language } from '../../shared/language.ts';
import { locales } from '../../shared/locales/index.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { scanForDevice } from './chosen-device.ts';
import type { Command, CommandContext } from './command.ts';
import { pinLineNames } from './pin-source.ts';

const partNames: Readonly<Record<Applet['kind'], Bilingual<string>>> = {
  gost: { ru: 'PIN-код ГОСТ', en: 'GOST PIN' },
  pki: { ru: 'PIN-код PKI', en: 'PKI PIN' },
  combined: { ru: 'PIN-код токена', en: 'token PIN' },
};

type PinContext = Pick<CommandContext, 'pins' | 'language' | 'options'>;

/**
 * One login with the PIN the person gave. Unattended, a token whose tries were already spent is left alone unless the
 * person said otherwise, and the last try is never taken.
 */
async function signIn(place: Workplace, device: Device, applet: Applet, context: PinContext): Promise<Result<null>> {
  const part = partNames[applet.kind][context.language];
  const pin = await context.pins.read(applet.kind, `${part}, ${device.name} ${device.serial}`);
  if (pin === null) return fail(problem('SETUP_PIN_NEEDED', { part, line: `${pinLineNames[applet.kind]}:…` }));
  if (applet.userPin.tries === 'spent' && !context.options.acceptLowPinCount) {
    return fail(problem('SETUP_PIN_TRIES_SPENT', { part }));
  }
  const answer = await place.tokens.signIn({ device: device.id, applet: applet.kind, pin, lastTryConfirmed: false });
  return answer.ok ? succeed(null) : answer;
}

const signs = { passed: '✓', failed: '✗', unknown: '?' } as const;

const printProof = (proof: AccessKeyProof, language: Language): readonly string[] =>
  proof.checks.map(({ id, status }) => `${signs[status]} ${locales[language].accessKey.check[id][status]}`);

export const accessKeyIssue: Command<'access-key-issue'> = {
  usage: '--token SERIAL --subdivision FSRAR_ID --issuer utm --accept-terms [--accept-low-pin-count]',
  summary: { ru: 'Выпустить ключ доступа', en: 'Issue an access key' },
  files: { least: 0, most: 0 },
  async run(context) {
    const { options, language } = context;
    if (options.issuer !== 'utm') {
      return fail(problem('SETUP_USAGE', { explanation: `--issuer: ${options.issuer ?? '—'} (utm)` }));
    }
    if (options.subdivision === null) return fail(problem('SETUP_USAGE', { explanation: '--subdivision FSRAR_ID' }));
    if (!options.acceptTerms) return fail(problem('SETUP_TERMS_NOT_ACCEPTED'));
    const { workplace: place } = await context.workplace();
    const found = await scanForDevice(place, options.token);
    if (!found.ok) return found;
    const rows = await place.issuer.subdivisions();
    if (!rows.ok) return rows;
    const subdivision = rows.value.find(({ fsrarId }) => fsrarId === options.subdivision);
    if (!subdivision) {
      const values = { fsrarId: options.subdivision, count: rows.value.length };
      return fail(problem('SETUP_SUBDIVISION_NOT_FOUND', values));
    }
    const device = found.value;
    const applet = accessKeyApplet(device);
    if (!applet) return fail(problem('SETUP_TOKEN_CANNOT_HOLD_ACCESS_KEY', { name: device.name }));
    const signedIn = await signIn(place, device, applet, context);
    if (!signedIn.ok) return signedIn;
    const order = { device: device.id, subdivision, termsAccepted: options.acceptTerms };
    const outcome = await issueAccessKey(place, order, (stage) =>
      context.progress(locales[language].accessKey.stage[stage].running),
    );
    return outcome.kind === 'proven' ? succeed(outcome.proof) : fail(outcome.problem);
  },
  print: printProof,
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
    return verifyAccessKey(place, device.value, { fsrarId: options.expect, before: null });
  },
  print: printProof,
};
