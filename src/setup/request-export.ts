import type { ExportedFile } from './certificate-export.ts';
import { pemOf } from './pem.ts';

/** All but `pem`, the text form, are the same bytes under the names different services ask for. */
export type RequestFormat = 'p10' | 'csr' | 'req' | 'pem';

/**
 * A request as a file.
 * @param der base64
 * @param whose what tells its name from others: an FSRAR ID, an ИНН
 */
export const exportRequest = (der: string, whose: string, format: RequestFormat): ExportedFile => ({
  name: `запрос-${whose}.${format}`,
  bytes:
    format === 'pem'
      ? new TextEncoder().encode(pemOf('CERTIFICATE REQUEST', der))
      : new Uint8Array(Buffer.from(der, 'base64')),
});
