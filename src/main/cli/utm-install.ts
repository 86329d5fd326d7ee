import path from 'node:path';
import { installUtm } from '../../setup/install-utm.ts';
import { readUtmInstaller } from '../../setup/read-utm-installer.ts';
import { downloadUtmInstaller } from '../../setup/utm-installer.ts';
import type { InstallSign, InstallSignId } from '../../shared/domain/utm-setup.ts';
import type { Bilingual, Language } from '../../shared/language.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Command, CommandContext } from './command.ts';
import { worded } from './finding-words.ts';
import { percentages } from './utm-installer.ts';

const usage = 'FILE --sha256 HEX | --download FOLDER [--url URL] [--documents-unknown]';

const signWords: Readonly<Record<InstallSignId, Bilingual<string>>> = {
  folder: { ru: 'Папка УТМ появилась', en: 'The UTM’s folder is there' },
  service: { ru: 'Служба УТМ появилась', en: 'The UTM’s service is there' },
  'service-stopped': { ru: 'Прежний УТМ остановлен', en: 'The old UTM has stopped' },
  'service-runs': { ru: 'Новый УТМ запущен', en: 'The new UTM has started' },
  log: { ru: 'УТМ начал вести журнал', en: 'The UTM has begun its log' },
};

const running: Bilingual<string> = {
  ru: 'Пройдите установку до конца в окне установщика',
  en: 'Go through the installation to the end in the installer’s window',
};

/** A line for every sign as it is first seen. */
function signTeller(say: (text: string) => void, language: Language): (signs: readonly InstallSign[]) => void {
  const told = new Set<InstallSignId>();
  return (signs) => {
    for (const { id, seenAt } of signs) {
      if (seenAt === null || told.has(id)) continue;
      told.add(id);
      say(signWords[id][language]);
    }
  };
}

/** The file that is to be run: named together with the digest that was looked at before, or brought just now. */
async function chosenFile({ files, options, workplace, progress }: CommandContext): Promise<Result<string>> {
  const [file] = files;
  if ((file === undefined) === (options.download === null)) {
    return fail(problem('SETUP_USAGE', { explanation: `utm install ${usage}` }));
  }
  if (file !== undefined) return succeed(path.resolve(file));
  const { workplace: place } = await workplace();
  const folder = path.resolve(options.download ?? '');
  const brought = await downloadUtmInstaller(place, folder, options.downloadUrl, {
    onProgress: percentages(progress),
    signal: new AbortController().signal,
  });
  return brought.ok ? succeed(brought.value.installer.file) : brought;
}

export const utmInstall: Command<'utm-install'> = {
  usage,
  summary: {
    ru: 'Установить или обновить УТМ его собственным установщиком; система спросит права администратора',
    en: 'Install or update the UTM by its own installer; the system asks for an administrator’s rights',
  },
  files: { least: 0, most: 1 },
  async run(context) {
    const { options, workplace, language, progress } = context;
    const file = await chosenFile(context);
    if (!file.ok) return file;
    const { workplace: place } = await workplace();
    const installer = await readUtmInstaller(place, file.value);
    if (!installer.ok) return installer;
    const { sha256, signature, build, name } = installer.value;
    const isNamed = options.download === null;
    if (isNamed && options.sha256 === null) {
      return fail(problem('SETUP_USAGE', { explanation: `utm install ${usage}` }));
    }
    if (isNamed && options.sha256?.toLowerCase() !== sha256) return fail(problem('MACHINE_INSTALLER_CHANGED'));
    progress(`${name}  ${build ?? '—'}  ${signature?.publisher ?? '—'} (${signature?.state ?? '—'})`);
    progress(`SHA-256 ${sha256}`);
    const outcome = await installUtm(
      place,
      { file: file.value, sha256, build, documentsUnknown: options.documentsUnknown },
      {
        onBefore: ({ remains }) => {
          const words = remains && worded(remains, language);
          if (words) progress(`${words.title}. ${words.reason}`);
        },
        onBegin: () => progress(running[language]),
        onSigns: signTeller(progress, language),
      },
    );
    if (!outcome.ok) return outcome;
    const { before, build: comparison, restartNeeded } = outcome.value;
    const remains = before.remains && worded(before.remains, language);
    return succeed({ installer: installer.value, before: { ...before, remains }, build: comparison, restartNeeded });
  },
  print: ({ installer, build }) => [
    `${installer.name}  SHA-256 ${installer.sha256}`,
    `${build.expected ?? '—'} → ${build.found ?? '—'}${build.same === false ? '  ≠' : ''}`,
  ],
};
