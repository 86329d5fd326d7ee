import { MCHD_FILE_LIMIT } from '../../shared/domain/mchd.ts';
import { findingIf, type MchdFinding } from './finding.ts';
import type { MchdFile } from './read-document.ts';

const mebibyte = 1024 * 1024;

/** What the UTM takes: `.XML`, and `.SIG` or `.P7S`, 15 MB each at most. A larger document is not read at all. */
export const fileFindings = (document: MchdFile, signature: MchdFile | null): readonly MchdFinding[] => [
  ...findingIf(!/\.xml$/i.test(document.name), 'document-extension', { file: document.name }),
  ...(signature === null
    ? []
    : [
        ...findingIf(!/\.(sig|p7s)$/i.test(signature.name), 'signature-extension', { file: signature.name }),
        ...findingIf(signature.bytes.length > MCHD_FILE_LIMIT, 'signature-too-large', {
          file: signature.name,
          size: Math.ceil(signature.bytes.length / mebibyte),
        }),
      ]),
];
