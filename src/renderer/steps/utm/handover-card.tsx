import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/handover.ts';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { CopyButton } from '../../controls/copy-button.tsx';
import { DocumentButtons } from '../../controls/document-buttons.tsx';
import styles from './utm-step.module.css';

/** What the accounting software asks for, on the screen and on paper. */
export function HandoverCard({ handover: { url, fsrarId } }: { readonly handover: Handover }) {
  const { t } = useTranslation();
  return (
    <section className={classes(card.card, styles.handover)} aria-labelledby="handover">
      <h2 id="handover" className={styles.handoverTitle}>
        {t('utm.handover.title')}
      </h2>
      <p className={card.reason}>{t('utm.handover.lead')}</p>
      <dl className={styles.values}>
        <div className={styles.value}>
          <dt>{t('utm.handover.address')}</dt>
          <dd className={card.title}>{url}</dd>
          <dd className={styles.copy}>
            <CopyButton text={url} label={t('utm.handover.copyAddress')} />
          </dd>
        </div>
        {fsrarId ? (
          <div className={styles.value}>
            <dt>{t('utm.handover.fsrarId')}</dt>
            <dd className={card.title}>{fsrarId}</dd>
            <dd className={styles.copy}>
              <CopyButton text={fsrarId} label={t('utm.handover.copyFsrarId')} />
            </dd>
          </div>
        ) : null}
      </dl>
      <div className={styles.papers}>
        <DocumentButtons document="handover" />
      </div>
    </section>
  );
}
