import { ExternalLink } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MchdReport } from '../../../../shared/domain/mchd.ts';
import { ask } from '../../../bridge.ts';
import { Button } from '../../../controls/button.tsx';
import card from '../../../controls/card.module.css';
import { type Mark, StatusMark } from '../../../controls/status-mark.tsx';
import { formatCalendarDay } from '../../../texts/dates.ts';
import { useLanguage } from '../../../texts/use-language.ts';
import styles from './mchd.module.css';
import { type Criterion, type CriterionStatus, criteriaOf, powersAtOnce } from './mchd-criteria.ts';
import { PowersList } from './powers-list.tsx';

const marks: Record<CriterionStatus, Mark> = { ahead: 'ahead', met: 'ok', unmet: 'bad', look: 'unknown' };

interface CriterionRowProps {
  readonly criterion: Criterion;
  readonly report: MchdReport | null;
}

/** What is said of a criterion below its name. */
function useCriterionWords(report: MchdReport | null): (criterion: Criterion) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const day = (iso: string | null | undefined) => (iso ? formatCalendarDay(iso, language) : '—');
  return ({ id, status }) => {
    switch (status) {
      case 'ahead':
        return t(`mchd.ahead.${id}`);
      case 'met':
        return t(`mchd.met.${id}`, { from: day(report?.issuedOn), until: day(report?.validUntil) });
      case 'unmet':
        return t('mchd.unmet');
      case 'look':
        return t(`mchd.look.${id}`, { version: report?.version ?? '—' });
    }
  };
}

function CriterionRow({ criterion, report }: CriterionRowProps) {
  const { t } = useTranslation();
  const words = useCriterionWords(report);
  const { id, status } = criterion;
  return (
    <li className={card.row}>
      <StatusMark mark={marks[status]} label={t(`mchd.criterionStatus.${status}`)} />
      <div>
        <p className={card.title}>{t(`mchd.criterion.${id}`)}</p>
        <p className={card.reason}>{words(criterion)}</p>
      </div>
      {id === 'register' && report?.registerUrl ? (
        <Button
          icon={<ExternalLink size={16} strokeWidth={2} aria-hidden />}
          onPress={() => void ask('wizard:open-page', { page: 'mchd-register' })}
        >
          {t('mchd.openRegister')}
        </Button>
      ) : null}
      {id === 'powers' && report && report.powers.length > 0 ? (
        <PowersList powers={report.powers} count={report.powerCount} atOnce={powersAtOnce} />
      ) : null}
    </li>
  );
}

/** What EGAIS expects of a power of attorney, as far as it can be told from the files; the rest is for the person. */
export function CriteriaList({ report }: { readonly report: MchdReport | null }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.sectionTitle}>
        {t('mchd.criteria')}
      </h2>
      <ul className={card.card} aria-labelledby={id}>
        {criteriaOf(report).map((criterion) => (
          <CriterionRow key={criterion.id} criterion={criterion} report={report} />
        ))}
      </ul>
    </section>
  );
}
