import type { PaperNeed } from '../../shared/domain/certification-authority.ts';
import type { KeptApplication } from './certification-folder.ts';

interface Paper {
  readonly id: string;
  readonly name: string;
  readonly need: PaperNeed;
  /** In ASCII: the simplest PDF has no Cyrillic letters. */
  readonly text: string;
  /** Only once there is a certificate. */
  readonly afterIssue: boolean;
}

/** The papers of an application, as the printed instruction names and groups them. */
const papers: readonly Paper[] = [
  {
    id: 'application',
    name: 'Заявление на изготовление сертификата',
    need: 'required',
    text: 'Application for a certificate',
    afterIssue: false,
  },
  {
    id: 'receipt',
    name: 'Расписка в получении сертификата и Руководство по безопасности',
    need: 'required',
    text: 'Receipt of the certificate and safety guide',
    afterIssue: true,
  },
  {
    id: 'revocation',
    name: 'Заявление на аннулирование',
    need: 'when-needed',
    text: 'Application for revocation',
    afterIssue: false,
  },
  {
    id: 'power-of-attorney',
    name: 'Доверенность на получение сертификата',
    need: 'when-needed',
    text: 'Power of attorney to receive the certificate',
    afterIssue: false,
  },
  {
    id: 'request-form',
    name: 'Печатная форма запроса',
    need: 'on-request',
    text: 'Printed form of the request',
    afterIssue: true,
  },
  {
    id: 'certificate-form',
    name: 'Печатная форма сертификата',
    need: 'on-request',
    text: 'Printed form of the certificate',
    afterIssue: true,
  },
];

export const papersOf = (issued: boolean): readonly Paper[] => papers.filter(({ afterIssue }) => issued || !afterIssue);

/** One page of A4 with a few lines of Latin letters (ISO 32000-1, 7.5 and 9.6.2.2). */
export function paperPdf({ text }: Paper, { id }: KeptApplication): Uint8Array {
  const lines = ['Practice certification authority', `Application ${id}`, text, 'A practice paper: of no legal effect'];
  const content = `BT /F1 14 Tf 72 770 Td 20 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const end = file.length;
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}
