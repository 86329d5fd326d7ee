import { useEffect, useRef } from 'react';
import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../shared/domain/certification-authority.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { classes } from '../controls/classes.ts';
import { StatusMark } from '../controls/status-mark.tsx';
import { announce } from '../frame/live-region.tsx';
import { useNow } from '../store/use-now.ts';
import { formatClock, formatElapsed } from '../texts/dates.ts';
import { useLanguage } from '../texts/use-language.ts';
import { AccountFrame } from './account-frame.tsx';
import styles from './qualified.module.css';
import { waitsLong } from './qualified-view.ts';

interface WaitingPageProps {
  readonly state: WizardState;
  readonly application: Application;
}

/** The authority issues the certificate, which takes its time; nobody has to sit here meanwhile. */
export function WaitingPage({ state, application }: WaitingPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow(true);
  const { watch, asking } = state.qualified.account;
  const { issue, id } = application;
  const stage = issue.state === 'issuing' ? 'issuing' : 'ordered';
  const said = useRef(stage);
  useEffect(() => {
    if (said.current !== stage) announce(t(`qualifiedCertificate.account.waiting.state.${stage}`));
    said.current = stage;
  }, [stage, t]);
  return (
    <AccountFrame
      state={state}
      chapter="waiting"
      title={t('qualifiedCertificate.account.waiting.title')}
      lead={t('qualifiedCertificate.account.waiting.lead')}
      onBack={() => void ask('qualified:stop-waiting', null)}
      hint={
        watch
          ? t('qualifiedCertificate.account.waiting.looked', { time: formatClock(watch.lookedAt, language) })
          : t('qualifiedCertificate.account.waiting.notWatching')
      }
      verb={
        <Button kind="primary" isDisabled={asking !== null} onPress={() => void ask('qualified:look', null)}>
          {t('qualifiedCertificate.account.waiting.look')}
        </Button>
      }
    >
      <div className={classes(card.card, styles.waiting)}>
        <ol className={styles.stages}>
          <li className={styles.stage}>
            <StatusMark mark="ok" label={null} />
            {t('qualifiedCertificate.account.waiting.state.ordered')}
          </li>
          <li className={styles.stage} aria-current="true">
            <StatusMark mark={stage === 'issuing' ? 'running' : 'ahead'} label={null} />
            {t('qualifiedCertificate.account.waiting.state.issuing')}
          </li>
        </ol>
        <ProgressBar
          className={styles.bar ?? ''}
          isIndeterminate
          aria-label={t('qualifiedCertificate.account.waiting.label')}
        >
          <span className={styles.barFill} />
        </ProgressBar>
        {watch ? (
          <p className={styles.elapsed}>
            {t('qualifiedCertificate.account.waiting.elapsed', { time: formatElapsed(now - Date.parse(watch.since)) })}
          </p>
        ) : null}
      </div>
      {watch && waitsLong(watch.since, now) ? (
        <p className={styles.warning}>
          <StatusMark mark="attention" label={null} />
          {t('qualifiedCertificate.account.waiting.long', { id })}
        </p>
      ) : null}
      <p className={card.note}>
        <StatusMark mark="info" label={null} />
        {t('qualifiedCertificate.account.waiting.tomorrow')}
      </p>
      <div className={styles.links}>
        <Button kind="quiet" onPress={() => void ask('qualified:stop-waiting', null)}>
          {t('qualifiedCertificate.account.waiting.stop')}
        </Button>
      </div>
    </AccountFrame>
  );
}
