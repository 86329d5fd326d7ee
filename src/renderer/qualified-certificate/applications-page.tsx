import { BadgeCheck, CircleHelp, CircleX, Clock, FileCheck2, type LucideIcon, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../shared/domain/certification-authority.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { Pill } from '../controls/pill.tsx';
import { StatusMark } from '../controls/status-mark.tsx';
import { formatCalendarDay } from '../texts/dates.ts';
import { useLanguage } from '../texts/use-language.ts';
import { AccountFrame } from './account-frame.tsx';
import styles from './qualified.module.css';
import { type ApplicationTone, toneOf } from './qualified-view.ts';

const pills: Readonly<
  Record<ApplicationTone, { readonly tone: 'ok' | 'warn' | 'bad' | 'plain'; readonly icon: LucideIcon }>
> = {
  accepted: { tone: 'ok', icon: FileCheck2 },
  waiting: { tone: 'warn', icon: Clock },
  ready: { tone: 'ok', icon: BadgeCheck },
  refused: { tone: 'bad', icon: CircleX },
  other: { tone: 'plain', icon: CircleHelp },
};

const columns = ['id', 'date', 'status', 'inn', 'kpp', 'name', 'kind', 'tariff', 'owner', 'reason', 'author'] as const;
type Column = (typeof columns)[number];

/** «Статус заявки» in the words of the service. */
const StatusPill = ({ application }: { readonly application: Application }) => (
  <Pill {...pills[toneOf(application)]}>{application.status}</Pill>
);

/** One application as a block: every column of the account, each under its name, so that none has to be scrolled to. */
function ApplicationBlock({ application }: { readonly application: Application }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const shown = (column: Column) => {
    if (column === 'status') return <StatusPill application={application} />;
    if (column === 'date') return formatCalendarDay(application.date, language);
    return application[column] ?? '—';
  };
  const open = () => void ask('qualified:open-application', { id: application.id });
  return (
    <tr className={styles.application}>
      {columns.map((column) => (
        <td key={column} data-column={t(`qualifiedCertificate.account.list.column.${column}`)}>
          {column === 'id' ? (
            <button
              type="button"
              className={styles.open}
              aria-label={t('qualifiedCertificate.account.list.open', { id: application.id })}
              onClick={open}
            >
              {application.id}
            </button>
          ) : (
            shown(column)
          )}
        </td>
      ))}
    </tr>
  );
}

/** The applications of the account, with the columns it has there. */
export function ApplicationsPage({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const { applications, asking } = state.qualified.account;
  const loading = asking === 'applications';
  return (
    <AccountFrame
      state={state}
      chapter="applications"
      title={t('qualifiedCertificate.account.list.title')}
      lead={t('qualifiedCertificate.account.list.lead')}
      onBack={() => void ask('qualified:sign-out', null)}
    >
      {applications.length > 0 ? (
        <div className={card.card}>
          <table className={styles.applications} aria-label={t('qualifiedCertificate.account.list.table')}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(`qualifiedCertificate.account.list.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {applications.map((application) => (
                <ApplicationBlock key={application.id} application={application} />
              ))}
            </tbody>
          </table>
        </div>
      ) : loading ? null : (
        <p className={styles.none}>{t('qualifiedCertificate.account.list.none')}</p>
      )}
      {loading ? (
        <p className={styles.asking} role="status">
          <StatusMark mark="running" label={null} />
          {t('qualifiedCertificate.account.list.loading')}
        </p>
      ) : (
        <div className={styles.links}>
          <Button
            kind="quiet"
            icon={<RotateCw size={16} strokeWidth={2} aria-hidden />}
            onPress={() => void ask('qualified:load-applications', null)}
          >
            {t('qualifiedCertificate.account.list.refresh')}
          </Button>
          <Button kind="quiet" onPress={() => void ask('qualified:sign-out', null)}>
            {t('qualifiedCertificate.account.list.leave')}
          </Button>
        </div>
      )}
    </AccountFrame>
  );
}
