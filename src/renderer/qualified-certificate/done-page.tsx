import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../shared/domain/token.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { StatusMark } from '../controls/status-mark.tsx';
import { ValidityPill } from '../controls/validity-pill.tsx';
import { goToStep, openContents } from '../store/side-page.ts';
import { forgetDraft } from './draft-store.ts';
import { PaperList } from './paper-list.tsx';
import styles from './qualified.module.css';
import { QualifiedFrame } from './qualified-frame.tsx';
import { installedCertificate, othersOn } from './qualified-view.ts';

/** The signature is there and has proven itself; its papers, and what has to follow. */
export function DonePage({ state, device }: { readonly state: WizardState; readonly device: Device }) {
  const { t } = useTranslation();
  const next = useId();
  const certificate = installedCertificate(state, device);
  const ready = state.steps.subdivision !== 'closed';
  const others = othersOn(device, certificate);
  const goOn = () => {
    forgetDraft();
    void ask('qualified:finish', null);
    goToStep(ready ? 'subdivision' : 'token');
  };
  return (
    <QualifiedFrame
      chapter="done"
      title={t('qualifiedCertificate.done.title')}
      lead={t('qualifiedCertificate.done.lead')}
      onBack={null}
      verb={
        <Button kind="primary" onPress={goOn}>
          {t(`qualifiedCertificate.done.${ready ? 'toKey' : 'toToken'}`)}
        </Button>
      }
    >
      {certificate ? (
        <div className={card.card}>
          <div className={card.row}>
            <StatusMark mark="ok" label={null} />
            <div>
              <p className={card.title}>{certificate.holder.name}</p>
              <p className={card.reason}>{certificate.issuer.commonName ?? certificate.issuer.text}</p>
            </div>
            <ValidityPill certificate={certificate} />
          </div>
        </div>
      ) : null}
      <section className={styles.section} aria-labelledby={next}>
        <h2 id={next} className={styles.sectionTitle}>
          {t('qualifiedCertificate.done.next')}
        </h2>
        <ul className={card.card}>
          <li className={card.row}>
            <StatusMark mark={others.accessKey ? 'attention' : 'info'} label={null} />
            <p>{t(`qualifiedCertificate.done.${others.accessKey ? 'nextKeyAgain' : 'nextKey'}`)}</p>
          </li>
          {others.signature ? (
            <li className={card.row}>
              <StatusMark mark="attention" label={null} />
              <p>{t('qualifiedCertificate.done.nextOld')}</p>
            </li>
          ) : null}
        </ul>
      </section>
      <PaperList authority={state.qualified.authority ?? 'other'} />
      <div className={styles.links}>
        <Button kind="quiet" onPress={openContents}>
          {t('contents.open')}
        </Button>
      </div>
    </QualifiedFrame>
  );
}
