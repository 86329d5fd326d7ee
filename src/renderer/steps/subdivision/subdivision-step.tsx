import { RotateCw } from 'lucide-react';
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
import { MissingPlace } from './missing-place.tsx';
import { PlaceChoice } from './place-choice.tsx';
import styles from './subdivision-step.module.css';
import { subdivisionPage } from './subdivision-view.ts';

const load = () => void ask('subdivisions:load', null);

/** Step 3: for which place the access key is. */
export function SubdivisionStep({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const { subdivisions } = state;
  useStart('subdivisions', subdivisions.phase);
  const rows = useSubdivisionRows(subdivisions.revision);
  const page = subdivisionPage(subdivisions);
  if (page === 'choose' && rows !== null && rows.length > 0) {
    return <PlaceChoice key={subdivisions.revision} state={state} rows={rows} />;
  }
  const shown = page === 'choose' ? 'loading' : page;
  return (
    <StepPage
      state={state}
      step="subdivision"
      page={shown === 'loading' ? 'choose' : shown}
      title={t(`subdivision.title.${shown}`)}
      lead={t(`subdivision.lead.${shown}`)}
      verb={
        shown === 'loading' ? null : (
          <Button kind="primary" icon={<RotateCw size={17} strokeWidth={2} aria-hidden />} onPress={load}>
            {t('subdivision.loadAgain')}
          </Button>
        )
      }
    >
      {shown === 'loading' ? (
        <div className={classes(card.card, styles.rows)} aria-hidden="true">
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
      {shown === 'empty' ? <MissingPlace open /> : null}
    </StepPage>
  );
}
