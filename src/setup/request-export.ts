import type { AccessKeyRequest } from '../shared/domain/access-key.ts';
import type { ExportedFile } from './certificate-export.ts';
import { pemOf } from './pem.ts';

/** `p10` and `csr` are the same bytes under the names different services ask for; `pem` is their text form. */
export type RequestFormat = 'p10' | 'csr' | 'pem';

/** A request as a file. */
export const exportRequest = ({ der, fsrarId }: AccessKeyRequest, format: RequestFormat): ExportedFile => ({
  name: `запрос-${fsrarId}.${format}`,
  bytes:
    format === 'pem'
      ? new TextEncoder().encode(pemOf('CERTIFICATE REQUEST', der))
      : new Uint8Array(Buffer.from(der, 'base64')),
});
