import type { MchdReport } from '../../shared/domain/mchd.ts';
import type { MchdFindingCode } from '../../shared/texts/mchd-findings.ts';
import type { XmlAttributes } from '../xml/read-xml.ts';

/** A form the product reads, or the reason why it does not read the one at hand. */
export type FormVerdict =
  | { readonly form: NonNullable<MchdReport['version']> }
  | { readonly form: null; readonly code: MchdFindingCode };

interface FormMark {
  readonly verdict: FormVerdict;
  readonly marks: (document: { readonly root: string; readonly version: string; readonly fileId: string }) => boolean;
}

/** How the forms are told apart: first the version a document claims, then the beginning of its file's name. */
const marks: readonly FormMark[] = [
  { verdict: { form: '003' }, marks: ({ root, version }) => root === 'Доверенность' && version === 'EMCHD_1' },
  { verdict: { form: null, code: 'form-tax' }, marks: ({ fileId }) => fileId.startsWith('ON_DOVEL_') },
  { verdict: { form: null, code: 'form-bank' }, marks: ({ fileId }) => fileId.startsWith('DOVER_CBR_') },
  { verdict: { form: null, code: 'form-001' }, marks: ({ version }) => version === '001' },
  {
    verdict: { form: '002' },
    marks: ({ root, version, fileId }) =>
      root === 'Доверенность' && (version === '002' || (version === '' && fileId.startsWith('ON_DOVBB_'))),
  },
  { verdict: { form: null, code: 'form-unknown' }, marks: ({ root }) => root === 'Доверенность' },
];

/**
 * Which form of power of attorney a document is in.
 * @param fileName counts where the document does not name itself
 */
export function formOf(root: string, attributes: XmlAttributes, fileName: string): FormVerdict {
  const version = attributes.ВерсФорм?.trim() ?? '';
  const fileId = attributes.ИдФайл?.trim() || fileName;
  return (
    marks.find((mark) => mark.marks({ root, version, fileId }))?.verdict ?? {
      form: null,
      code: 'not-a-power-of-attorney',
    }
  );
}
