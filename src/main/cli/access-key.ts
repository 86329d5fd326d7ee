import { accessKeyApplet } from '../../setup/chosen-token.ts';
import { issueAccessKey } from '../../setup/issue-access-key.ts';
import { verifyAccessKey } from '../../setup/verify-access-key.ts';
import type { AccessKeyProof } from '../../shared/domain/access-key.ts';
import type { Language } from '../../shared/language.ts';
import { locales } from '../../shared/locales/index.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, succeed } from '../../shared/result.ts';
import { scanForDevice } from './chosen-device.ts';
import type { Command } from './command.ts';
import { signIn } from './sign-in.ts';

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
