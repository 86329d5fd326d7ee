import { type DownloadSource, utmDownload } from '../../egais/utm/installer/download-source.ts';
import { archivePath } from './site.ts';

/** The practice site in the place of the agency's; only here is a download not protected. */
export const practiceDownload = (port: number): DownloadSource => ({
  ...utmDownload,
  url: `http://127.0.0.1:${port}${archivePath}`,
  hosts: ['127.0.0.1'],
});
