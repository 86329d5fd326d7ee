import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { offeredPapers, paperNames } from '../../shared/certification-papers.ts';
import type { CertificationAuthorityId } from '../../shared/domain/certification-authority.ts';
import { paperIds } from '../../shared/printed-documents.ts';
import card from '../controls/card.module.css';
import { DocumentButtons } from '../controls/document-buttons.tsx';
import { useLanguage } from '../texts/use-language.ts';
import styles from './qualified.module.css';

/** The papers of an authority, each saved or printed; samples, because no authority's own forms are public. */
export function PaperList({ authority }: { readonly authority: CertificationAuthorityId }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  // The form of the request has its place on the page of the request.
  const papers = offeredPapers[authority].filter(({ kind }) => kind !== 'request-form');
  return (
    <section className={styles.section} aria-labelledby={title}>
      <h2 id={title} className={styles.sectionTitle}>
        {t('qualifiedCertificate.papers.title')}
      </h2>
      <p className={card.reason}>{t('qualifiedCertificate.papers.lead')}</p>
      <ul className={card.card}>
        {papers.map(({ kind, need }) => (
          <li key={kind} className={styles.paper}>
            <div>
              <p className={card.title}>{paperNames[kind][language]}</p>
              <p className={card.reason}>{t(`qualifiedCertificate.papers.need.${need ?? 'unknown'}`)}</p>
            </div>
            <DocumentButtons document={paperIds[kind]} name={paperNames[kind][language]} />
          </li>
        ))}
      </ul>
    </section>
  );
}
