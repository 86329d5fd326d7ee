import { ContentInfo } from 'pkijs';
import { element, objectIdentifier, sequence } from './der-writer.ts';

const versionOne = element(0x02, Uint8Array.of(1));
const nothing = element(0x31);

/**
 * Certificates in one file (`.p7b`), DER: a SignedData that nobody signed (RFC 5652, 5; RFC 2315, 9).
 * @param certificates DER
 */
export const writeCertificateBundle = (certificates: readonly Uint8Array[]): Uint8Array =>
  sequence(
    objectIdentifier(ContentInfo.SIGNED_DATA),
    element(
      0xa0,
      sequence(
        versionOne,
        nothing,
        sequence(objectIdentifier(ContentInfo.DATA)),
        // DER's order of the members of a SET OF (X.690, 11.6).
        element(0xa0, ...[...certificates].sort(Buffer.compare)),
        nothing,
      ),
    ),
  );
