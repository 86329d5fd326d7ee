import { BadgeCheck, CalendarPlus, CircleHelp, CircleX, Clock, Equal, EqualNot, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Contractor,
  type ContractorStanding,
  type RegisterDifference,
  registerDifferences,
} from '../../shared/domain/contractor.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { classes } from '../controls/classes.ts';
import { Pill } from '../controls/pill.tsx';
import { announce } from '../frame/live-region.tsx';
import { formatNearDay } from '../texts/dates.ts';
import { useLanguage } from '../texts/use-language.ts';
import styles from './contractors.module.css';
import { registerVerdict, toneOf } from './contractors-view.ts';

const icons: Record<ContractorStanding, LucideIcon> = {
  confirmed: BadgeCheck,
  waiting: Clock,
  refused: CircleX,
  other: CircleHelp,
};

/** A calendar entry for the day the check should be over, and where it was saved. */
function Reminder({ contractor }: { readonly contractor: Contractor }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<string | null>(null);
  const { id, name, address } = contractor;
  const remind = async () => {
    const reply = await ask('contractors:remind', { id });
    if (!reply.ok || !reply.value) return;
    setFile(reply.value.file);
    announce(t('contractors.reminded', { file: reply.value.file }));
  };
  return (
    <>
      <Button
        kind="quiet"
        icon={<CalendarPlus size={16} strokeWidth={2} aria-hidden />}
        aria-label={t('contractors.remindLabel', { name, address })}
        onPress={() => void remind()}
      >
        {t('contractors.remind')}
      </Button>
      {file === null ? null : <p className={styles.reminded}>{t('contractors.reminded', { file })}</p>}
    </>
  );
}

function Standing({ contractor }: { readonly contractor: Contractor }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { standing, status, expectedBy } = contractor;
  const verdict = registerVerdict(contractor);
  return (
    <div className={styles.standing}>
      <Pill tone={toneOf[standing]} icon={icons[standing]}>
        {status}
      </Pill>
      {verdict === null ? null : (
        <Pill tone={verdict === 'same' ? 'plain' : 'warn'} icon={verdict === 'same' ? Equal : EqualNot}>
          {t(`contractors.register.${verdict}`)}
        </Pill>
      )}
      {standing === 'waiting' && expectedBy ? (
        <>
          <span className={styles.expected}>
            {t('contractors.expected', { date: formatNearDay(expectedBy, language) })}
          </span>
          <Reminder contractor={contractor} />
        </>
      ) : null}
    </div>
  );
}

/** A detail as EGAIS has it; where the licence register tells it differently, with what stands there. */
function Detail({ contractor, detail }: { readonly contractor: Contractor; readonly detail: RegisterDifference }) {
  const { t } = useTranslation();
  const none = t('contractors.noKpp');
  const { register } = contractor;
  const differs = register !== null && registerDifferences(contractor).includes(detail);
  return (
    <>
      {contractor[detail] ?? none}
      {differs ? (
        <span className={styles.differs}>{t('contractors.register.has', { value: register[detail] ?? none })}</span>
      ) : null}
    </>
  );
}

interface ContractorTableProps {
  readonly rows: readonly Contractor[];
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
}

/** Places with the columns of the personal account. Where they do not fit side by side, each place is a block. */
export function ContractorTable({ rows, labelledBy }: ContractorTableProps) {
  const { t } = useTranslation();
  const columns = ['inn', 'kpp', 'status', 'name', 'address'] as const;
  const cell = (column: (typeof columns)[number]) => ({ 'data-column': t(`contractors.column.${column}`) });
  return (
    <div className={card.card}>
      <table className={styles.table} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`contractors.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={styles.number} {...cell('inn')}>
                {row.inn}
              </td>
              <td className={classes(styles.number, row.kpp === null && styles.without)} {...cell('kpp')}>
                <Detail contractor={row} detail="kpp" />
              </td>
              <td {...cell('status')}>
                <Standing contractor={row} />
              </td>
              <td {...cell('name')}>
                <Detail contractor={row} detail="name" />
              </td>
              <td {...cell('address')}>
                <Detail contractor={row} detail="address" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
