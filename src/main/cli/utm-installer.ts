import path from 'node:path';
import { downloadUtmInstaller, type UtmInstaller, unpackUtmInstaller } from '../../setup/utm-installer.ts';
import type { Bilingual, Language } from '../../shared/language.ts';
import type { Command } from './command.ts';

const signatureWords: Readonly<Record<'unknown' | 'none', Bilingual<string>>> = {
  unknown: { ru: 'подпись не проверена', en: 'signature not checked' },
  none: { ru: 'нет имени издателя', en: 'no publisher named' },
};

function signatureLine({ signature }: UtmInstaller['installer'], language: Language): string {
  if (signature === null) return signatureWords.unknown[language];
  return `${signature.signer ?? signatureWords.none[language]} (${signature.status})`;
}

const lines = ({ archive, installer }: UtmInstaller, language: Language): readonly string[] => [
  installer.file,
  `${installer.build}  ${installer.size}  ${signatureLine(installer, language)}`,
  `SHA-256 ${installer.sha256}`,
  `${path.basename(archive.file)}  ${archive.size}  ${archive.lastModified ?? '—'}`,
  `SHA-256 ${archive.sha256}`,
];

const PROGRESS_STEP_PERCENT = 5;

/** A line for every few percent: a terminal that is kept in a file stays readable. */
export function percentages(say: (text: string) => void): (got: number, length: number) => void {
  let said = -1;
  return (got, length) => {
    const step = Math.floor((got / length) * (100 / PROGRESS_STEP_PERCENT));
    if (step === said) return;
    said = step;
    say(`${step * PROGRESS_STEP_PERCENT} %  ${got} / ${length}`);
  };
}

export const utmDownload: Command<'utm-download'> = {
  usage: 'FOLDER [--url URL]',
  summary: {
    ru: 'Скачать УТМ с сайта ведомства и извлечь установщик',
    en: 'Download the UTM from the agency’s site and take out the installer',
  },
  files: { least: 1, most: 1 },
  async run({ files, options, workplace, progress }) {
    const { workplace: place } = await workplace();
    return downloadUtmInstaller(place, path.resolve(files[0] ?? ''), options.downloadUrl, {
      onProgress: percentages(progress),
      // Ended by Ctrl+C: what came stays on the disk, and the next run goes on from there.
      signal: new AbortController().signal,
    });
  },
  print: lines,
};

export const utmUnpack: Command<'utm-unpack'> = {
  usage: 'FILE FOLDER',
  summary: {
    ru: 'Извлечь установщик УТМ из архива, скачанного браузером',
    en: 'Take the UTM’s installer out of an archive that a browser downloaded',
  },
  files: { least: 2, most: 2 },
  async run({ files, workplace }) {
    const { workplace: place } = await workplace();
    const [file = '', folder = ''] = files;
    return unpackUtmInstaller(place, path.resolve(file), path.resolve(folder));
  },
  print: lines,
};
