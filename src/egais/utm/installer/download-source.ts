/** Where an archive of the UTM is brought from. */
export interface DownloadSource {
  readonly url: string;
  /** Redirects to any other host are not followed. */
  readonly hosts: readonly string[];
  readonly userAgent: string;
  /** The name that the archive gets on this computer. */
  readonly fileName: string;
}

/**
 * Where the UTM comes from: the one place to change when the agency moves (docs/sources.md, UTM). Nothing of the UTM
 * is bundled with the wizard.
 */
export const utmDownload: DownloadSource = {
  /** The same address holds newer builds as they come out. */
  url: `https://fsrar.gov.ru/opendata/dist/${encodeURIComponent('установщик_транспортного_модуля_версия_4.2.0_для_Windows.zip')}`,
  hosts: ['fsrar.gov.ru', 'www.fsrar.gov.ru'],
  /** The site answers 403 to programs that do not look like a browser. */
  userAgent:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
  fileName: 'utm-4.2.0-windows.zip',
};
