import { CalendarClock, Trash2, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dying, KeyChangePlan, KeyChangeStep, KeyChangeWhy } from '../../shared/domain/key-change.ts';
import { fillText, formatDay } from '../../shared/texts/fill.ts';
import { keyChangeWhyTexts } from '../../shared/texts/key-change.ts';
import { classes } from '../controls/classes.ts';
import { StatusMark } from '../controls/status-mark.tsx';
import { useInView } from '../controls/use-in-view.ts';
import { useLanguage } from '../texts/use-language.ts';
import styles from './key-change.module.css';
import { stepMarks } from './key-change-view.ts';

/** What a preparation destroys, said before anything is begun. */
function DyingNames({ dies }: { readonly dies: readonly Dying[] }) {
  const { t } = useTranslation();
  if (dies.length === 0) return null;
  return (
    <div className={styles.dying}>
      <p className={styles.dyingTitle}>
        <Trash2 size={16} strokeWidth={2} aria-hidden />
        {t('keyChange.dies.title')}
      </p>
      <ul>
        {dies.map(({ kind, name }) => (
          <li key={`${kind} ${name}`}>{t(`keyChange.dies.${kind}`, { name: name || '—' })}</li>
        ))}
      </ul>
    </div>
  );
}

/** Who has asked for a signature knows the way to it. */
const waitsForAuthority: ReadonlySet<KeyChangeWhy> = new Set(['qualified-not-yet', 'qualified-requested']);

function TimelineStep({ step, children }: { readonly step: KeyChangeStep; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isTurn = step.state === 'next' || step.state === 'blocked';
  // On a small screen the steps that are over would hide the one that is not.
  const place = useInView<HTMLLIElement>(isTurn);
  return (
    <li
      ref={place}
      className={classes(styles.step, isTurn && styles.turn)}
      {...(isTurn ? { 'aria-current': true } : {})}
    >
      <StatusMark mark={stepMarks[step.state]} label={t(`keyChange.state.${step.state}`)} />
      <div className={styles.stepWords}>
        <p className={styles.stepHead}>
          <span className={styles.name}>{t(`keyChange.step.${step.id}`)}</span>
          {step.deadline ? (
            <span className={styles.deadline}>
              <CalendarClock size={15} strokeWidth={2} aria-hidden />
              {t('keyChange.deadline', { date: formatDay(step.deadline, language) })}
            </span>
          ) : null}
        </p>
        <p className={styles.about}>{fillText(keyChangeWhyTexts[step.why][language], step.values, language)}</p>
        {isTurn ? (
          <>
            {step.id === 'qualified' && !waitsForAuthority.has(step.why) ? (
              <p className={styles.about}>{t('keyChange.qualifiedWay')}</p>
            ) : null}
            <DyingNames dies={step.dies} />
            {step.twoSignatures ? (
              <p className={styles.caution}>
                <TriangleAlert size={17} strokeWidth={2} aria-hidden />
                {t('keyChange.twoSignatures')}
              </p>
            ) : null}
            {children}
          </>
        ) : null}
      </div>
    </li>
  );
}

interface ChangeTimelineProps {
  readonly plan: KeyChangePlan;
  /** What else can be done at the sub-step whose turn it is. */
  readonly beside: ReactNode;
}

/** Every sub-step in order, with the days by which it should be over. */
export function ChangeTimeline({ plan, beside }: ChangeTimelineProps) {
  const { t } = useTranslation();
  return (
    <ol className={styles.timeline} aria-label={t('keyChange.steps')}>
      {plan.steps.map((step) => (
        <TimelineStep key={step.id} step={step}>
          {beside}
        </TimelineStep>
      ))}
    </ol>
  );
}
