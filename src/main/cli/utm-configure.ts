import { configureUtm, type UtmConfiguration, type UtmPins } from '../../setup/configure-utm.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { CommandOptions } from '../options/command-options.ts';
import type { Command, CommandContext } from './command.ts';
import { lineName } from './pin-source.ts';

function settingsOf(options: CommandOptions): UtmConfiguration['settings'] {
  const { port, gostLibrary, rsaLibrary, proxy, gostSerial } = options;
  const host = proxy === 'none' ? '' : proxy?.host;
  const proxyPort = proxy === 'none' ? '' : proxy?.port.toString();
  return {
    ...(port !== null && { port: port.toString() }),
    ...(gostLibrary !== null && { gostLibrary }),
    ...(rsaLibrary !== null && { rsaLibrary }),
    ...(host !== undefined && { proxyHost: host }),
    ...(proxyPort !== undefined && { proxyPort }),
    ...(gostSerial !== null && { gostSerial }),
  };
}

/** The lines `gost:` and `pki:`, or `user:` for a token of one part; `null` where PINs are not to be set. */
async function pinsOf({ global, pins }: CommandContext): Promise<Result<UtmPins | null>> {
  if (!global.pinStdin) return succeed(null);
  const [gost, pki, user] = await Promise.all([
    pins.read(lineName('gost', 'user'), ''),
    pins.read(lineName('pki', 'user'), ''),
    pins.read(lineName('combined', 'user'), ''),
  ]);
  if (user === null) return succeed({ gost, pki });
  if (gost !== null || pki !== null) return fail(problem('SETUP_USAGE', { explanation: 'gost: + pki: | user:' }));
  return succeed({ gost: user, pki: user });
}

export const utmConfigure: Command<'utm-configure'> = {
  usage:
    '--utm-dir FOLDER [--port N] [--gost-library FILE] [--rsa-library FILE] [--proxy HOST:PORT|none] [--gost-serial HEX|none] [--pin-stdin]',
  summary: {
    ru: 'Записать настройки УТМ: порт, PIN-коды, библиотеки, прокси',
    en: 'Set the UTM’s port, PINs, libraries and proxy',
  },
  files: { least: 0, most: 0 },
  async run(context) {
    const { global, options, workplace } = context;
    const settings = settingsOf(options);
    const { utmDir: folder } = global;
    if (folder === null) return fail(problem('SETUP_USAGE', { explanation: '--utm-dir FOLDER' }));
    const pins = await pinsOf(context);
    if (!pins.ok) return pins;
    if (pins.value === null && Object.keys(settings).length === 0) {
      return fail(problem('SETUP_USAGE', { explanation: `utm configure ${utmConfigure.usage}` }));
    }
    const { workplace: place } = await workplace();
    const outcome = await configureUtm(place, place.utmFiles, { folder, settings, pins: pins.value });
    if (!outcome.ok) return outcome;
    const files = outcome.value.map((file) => ({ ...file, changed: [...file.changed] }));
    return succeed({ files, restartNeeded: files.some(({ changed }) => changed.length > 0) });
  },
  print: ({ files }) => files.map(({ file, changed }) => `${file}: ${changed.length === 0 ? '=' : changed.join(', ')}`),
};
