import { FileDown, RotateCw } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../shared/domain/certification-authority.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { StatusMark } from '../controls/status-mark.tsx';
import { formatCalendarDay } from '../texts/dates.ts';
import { useLanguage } from '../texts/use-language.ts';
import { useSavedFile } from '../texts/use-saved-file.ts';
import { AccountFrame } from './account-frame.tsx';
import { FactRows } from './fact-rows.tsx';
import styles from './qualified.module.css';
import { innConflict, requestOf, standingHere } from './qualified-view.ts';
import { WaitingRequests } from './waiting-requests.tsx';

/** Papers that the authority has made for this application. */
function AuthorityPapers({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const title = useId();
  const { saved, save } = useSavedFile();
  const { papers } = state.qualified.account;
  if (papers.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={title}>
      <h2 id={title} className={styles.sectionTitle}>
        {t('qualifiedCertificate.account.application.papers')}
      </h2>
      <ul className={card.card}>
        {papers.map(({ id, name, need }) => (
          <li key={id} className={styles.paper}>
            <div>
              <p className={card.title}>{name}</p>
              <p className={card.reason}>{t(`qualifiedCertificate.account.application.need.${need}`)}</p>
            </div>
            <Button
              icon={<FileDown size={17} strokeWidth={2} aria-hidden />}
              aria-label={t('qualifiedCertificate.account.application.savePaperLabel', { name })}
              onPress={() => void save(ask('qualified:save-paper', { paper: id }))}
            >
              {t('qualifiedCertificate.account.application.savePaper')}
            </Button>
          </li>
        ))}
      </ul>
      {saved ? <p className={styles.saved}>{saved}</p> : null}
    </section>
  );
}

interface ApplicationPageProps {
  readonly state: WizardState;
  readonly application: Application;
  readonly onAnew: () => void;
}

/** An application that was opened: what it allows now, its facts, and its papers. */
export function ApplicationPage({ state, application, onAnew }: ApplicationPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { saved, save } = useSavedFile();
  const { asking } = state.qualified.account;
  const standing = standingHere(application);
  const { id, status, issue } = application;
  const conflict = innConflict(application, requestOf(state.qualified));
  const column = (name: 'kind' | 'owner' | 'name' | 'tariff' | 'date' | 'inn') =>
    t(`qualifiedCertificate.account.list.column.${name}`);
  const values = {
    id,
    status,
    words: issue.state === 'other' ? issue.words : status,
    reason: issue.state === 'refused' ? issue.reason : '',
  };
  const verb = () => {
    if (standing === 'accepted') {
      return (
        <Button kind="primary" isDisabled={asking !== null} onPress={() => void ask('qualified:submit', null)}>
          {t(`qualifiedCertificate.account.application.${asking === 'submit' ? 'sending' : 'request'}`)}
        </Button>
      );
    }
    if (standing === 'ready') {
      return (
        <Button
          kind="primary"
          isDisabled={asking !== null}
          onPress={() => void ask('qualified:take-certificate', null)}
        >
          {t(`qualifiedCertificate.account.application.${asking === 'certificate' ? 'taking' : 'install'}`)}
        </Button>
      );
    }
    if (standing === 'refused') {
      return <Button onPress={onAnew}>{t('qualifiedCertificate.account.application.anew')}</Button>;
    }
    return (
      <Button
        icon={<RotateCw size={16} strokeWidth={2} aria-hidden />}
        isDisabled={asking !== null}
        onPress={() => void ask('qualified:look', null)}
      >
        {t('qualifiedCertificate.account.application.look')}
      </Button>
    );
  };
  return (
    <AccountFrame
      state={state}
      chapter="application"
      title={t(`qualifiedCertificate.account.application.title.${standing}`, values)}
      lead={t(`qualifiedCertificate.account.application.lead.${standing}`, values)}
      onBack={() => void ask('qualified:open-application', { id: null })}
      verb={verb()}
    >
      {conflict ? (
        <p className={styles.warning}>
          <StatusMark mark="attention" label={null} />
          {t('qualifiedCertificate.account.application.otherInn', conflict)}
        </p>
      ) : null}
      {standing === 'refused' ? (
        <p className={card.note}>
          <StatusMark mark="info" label={null} />
          {t('qualifiedCertificate.account.application.refusedNext')}
        </p>
      ) : null}
      {standing === 'accepted' ? <WaitingRequests state={state} /> : null}
      <FactRows
        facts={[
          { name: t('qualifiedCertificate.account.list.column.status'), value: `№ ${id}`, below: status },
          { name: column('owner'), value: application.owner, below: application.name },
          { name: column('inn'), value: application.inn, below: null },
          { name: column('kind'), value: application.kind, below: application.tariff },
          { name: column('date'), value: formatCalendarDay(application.date, language) },
        ]}
      />
      {standing === 'ready' ? (
        <div className={styles.links}>
          <Button kind="quiet" onPress={() => void save(ask('qualified:save-certificate', null))}>
            {t('qualifiedCertificate.account.application.saveFile')}
          </Button>
          {saved ? <p className={styles.saved}>{saved}</p> : null}
        </div>
      ) : null}
      <AuthorityPapers state={state} />
    </AccountFrame>
  );
}
