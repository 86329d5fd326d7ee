import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintedDocumentId } from '../../shared/printed-documents.ts';
import card from '../controls/card.module.css';
import { DocumentButtons } from '../controls/document-buttons.tsx';
import styles from './qualified.module.css';

/** The papers of each time: while the request waits, and once the certificate is there. */
const papers: Readonly<Record<'request' | 'done', readonly PrintedDocumentId[]>> = { request: [], done: [] };

function Paper({ document }: { readonly document: PrintedDocumentId }) {
  const id = useId();
  return (
    <li className={styles.paper} aria-labelledby={id}>
      <p id={id} className={card.title}>
        {document}
      </p>
      <DocumentButtons document={document} />
    </li>
  );
}

/** The papers that can be printed now. */
export const RequestPapers = ({ when }: { readonly when: keyof typeof papers }) => {
  const { t } = useTranslation();
  if (papers[when].length === 0) return null;
  return (
    <>
      <p className={card.reason}>{t('qualifiedCertificate.request.printed')}</p>
      <ul className={card.card}>
        {papers[when].map((document) => (
          <Paper key={document} document={document} />
        ))}
      </ul>
    </>
  );
};
