import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { CopyButton } from '../../controls/copy-button.tsx';
import styles from './utm-step.module.css';
import { handoverFsrarId } from './utm-view.ts';

/** What the accounting software asks for. */
export function HandoverCard({ state, url }: { readonly state: WizardState; readonly url: string }) {
  const { t } = useTranslation();
  const fsrarId = handoverFsrarId(state);
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
    </section>
  );
}
