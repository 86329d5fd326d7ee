import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { ProblemPanel } from '../../controls/problem-panel.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { useSubdivisionRows } from '../../store/subdivision-rows.ts';
import { useStart } from '../../store/use-start.ts';
import { EmptyList } from './empty-list.tsx';
import { PlaceChoice } from './place-choice.tsx';
import styles from './subdivision-step.module.css';
import { subdivisionPage } from './subdivision-view.ts';

const load = () => void ask('subdivisions:load', { source: null });

interface PlacesPageProps {
  readonly state: WizardState;
  /** Stands above the list, and above what is said in its stead. */
  readonly head: ReactNode;
  /** Where Back leads when it is not the step before. */
  readonly onBack?: () => void;
}

/** For which place the access key is: the list, or why there is none. */
export function PlacesPage({ state, head, onBack }: PlacesPageProps) {
  const { t } = useTranslation();
  const { subdivisions } = state;
  useStart('subdivisions', subdivisions.phase);
  const { rows, revision, arrived } = useSubdivisionRows(subdivisions.revision);
  const page = subdivisionPage(subdivisions);
  const back = onBack ? { onBack } : {};
  if (page === 'choose' && rows !== null && rows.length > 0) {
    // A choice belongs to the rows it was made among: the next ones begin with one of their own.
    return <PlaceChoice key={revision} state={state} rows={rows} before={head} {...back} />;
  }
  const shown = page === 'choose' ? 'loading' : page;
  const ofAccount = shown === 'loading' && subdivisions.source === 'account';
  return (
    <StepPage
      state={state}
      step="subdivision"
      page={shown === 'loading' ? 'choose' : shown}
      title={t(`subdivision.title.${shown}`)}
      lead={
        page === 'choose' && arrived > 0
          ? t('subdivision.arriving', {
              arrived: arrived.toLocaleString(state.language),
              of: subdivisions.count.toLocaleString(state.language),
            })
          : t(`subdivision.lead.${ofAccount ? 'loadingAccount' : shown}`)
      }
      {...back}
      verb={
        shown === 'loading' ? null : (
          <Button kind="primary" icon={<RotateCw size={17} strokeWidth={2} aria-hidden />} onPress={load}>
            {t('subdivision.loadAgain')}
          </Button>
        )
      }
    >
      {head}
      {shown === 'loading' ? (
        <div className={classes(card.card, styles.rows)} data-kpp="true" aria-hidden="true">
          {[0, 1, 2].map((row) => (
            <div key={row} className={styles.row}>
              <span className={styles.dot} />
              <span className={styles.shade} />
              <span className={styles.shade} />
            </div>
          ))}
        </div>
      ) : null}
      {subdivisions.problem ? <ProblemPanel problem={subdivisions.problem} handlers={{ 'check-again': load }} /> : null}
      {shown === 'empty' ? <EmptyList state={state} /> : null}
    </StepPage>
  );
}
