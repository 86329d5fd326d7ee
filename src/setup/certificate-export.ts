import type { Applet, Device, TokenCertificate } from '../shared/domain/token.ts';
import { pemOf } from './pem.ts';

/** A file to be written, wherever the caller writes it. */
export interface ExportedFile {
  /** A name that every system takes: letters, digits, dashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type CertificateFormat = 'der' | 'pem';

const bytesOf = (entry: TokenCertificate): Uint8Array => new Uint8Array(Buffer.from(entry.der, 'base64'));

const forbidden = /[^\p{L}\p{N}._-]+/gu;
const slug = (text: string): string =>
  text
    .replace(forbidden, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);

/** `ООО-Ромашка-2027-12-23`; the end of the fingerprint keeps two alike apart. */
function nameOf(entry: TokenCertificate): string {
  const { certificate } = entry;
  if (!certificate) return `сертификат-${entry.keyId.slice(0, 16)}`;
  const who = certificate.fsrarId ?? certificate.holder.name;
  return [slug(who) || 'сертификат', certificate.notAfter.slice(0, 10), certificate.fingerprint.slice(-6)].join('-');
}

/** One certificate as a file. */
export const exportCertificate = (entry: TokenCertificate, format: CertificateFormat): ExportedFile => ({
  name: `${nameOf(entry)}.${format === 'pem' ? 'pem' : 'cer'}`,
  bytes: format === 'pem' ? new TextEncoder().encode(pemOf('CERTIFICATE', entry.der)) : bytesOf(entry),
});

/** Every certificate of an applet, byte for byte as it stands on the token. */
export const exportCertificates = (applet: Applet): readonly ExportedFile[] =>
  applet.certificates.map((entry) => exportCertificate(entry, 'der'));

/** A certificate of a device by its fingerprint. */
export const findCertificate = (device: Device, fingerprint: string): TokenCertificate | null =>
  device.applets
    .flatMap((applet) => applet.certificates)
    .find((entry) => entry.certificate?.fingerprint === fingerprint) ?? null;
