import type { PaperNeed } from '../../shared/domain/certification-authority.ts';
import type { KeptApplication } from './certification-folder.ts';
import { typedPage } from './typed-page.ts';

interface Paper {
  readonly id: string;
  readonly name: string;
  readonly need: PaperNeed;
  /** Only once there is a certificate. */
  readonly afterIssue: boolean;
}

/** The papers of an application, as the printed instruction names and groups them. */
const papers: readonly Paper[] = [
  {
    id: 'application',
    name: 'Заявление на изготовление сертификата',
    need: 'required',
    afterIssue: false,
  },
  {
    id: 'receipt',
    name: 'Расписка в получении сертификата и Руководство по безопасности',
    need: 'required',
    afterIssue: true,
  },
  {
    id: 'revocation',
    name: 'Заявление на аннулирование',
    need: 'when-needed',
    afterIssue: false,
  },
  {
    id: 'power-of-attorney',
    name: 'Доверенность на получение сертификата',
    need: 'when-needed',
    afterIssue: false,
  },
  {
    id: 'request-form',
    name: 'Печатная форма запроса',
    need: 'on-request',
    afterIssue: true,
  },
  {
    id: 'certificate-form',
    name: 'Печатная форма сертификата',
    need: 'on-request',
    afterIssue: true,
  },
];

export const papersOf = (issued: boolean): readonly Paper[] => papers.filter(({ afterIssue }) => issued || !afterIssue);

/** A paper as the file that is given out. */
export const paperPdf = ({ name }: Paper, { id, owner }: KeptApplication): Uint8Array =>
  typedPage([
    'Учебный удостоверяющий центр',
    '',
    name,
    '',
    `Заявка № ${id}`,
    `Владелец: ${owner}`,
    '',
    'Учебная бумага: юридической силы не имеет.',
  ]);
