import { Check } from 'lucide-react';
import { Button, VisuallyHidden } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { stepIds } from '../../shared/domain/steps.ts';
import { isAtWork, type WizardState } from '../../shared/ipc/wizard-state.ts';
import { classes } from '../controls/classes.ts';
import { closeSidePages, goToStep } from '../store/side-page.ts';
import styles from './step-rail.module.css';

/** The five steps. A step that cannot be reached is a disabled button, not a pale one. */
export function StepRail({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const writing = isAtWork(state);
  return (
    <nav className={styles.nav} aria-label={t('frame.steps')}>
      <ol className={styles.steps}>
        {stepIds.map((step, index) => {
          const status = state.steps[step];
          const name = t(`frame.step.${step}.name`);
          return (
            <li key={step}>
              <Button
                className={classes(styles.step, styles[status])}
                isDisabled={status === 'closed' || (writing && status !== 'current')}
                {...(status === 'current' ? { 'aria-current': 'step' } : {})}
                onPress={() => {
                  if (status === 'current') closeSidePages();
                  else goToStep(step);
                }}
              >
                <span className={styles.number} aria-hidden="true">
                  {status === 'done' ? <Check size={16} strokeWidth={2.2} /> : index + 1}
                </span>
                <span className={styles.words}>
                  <span className={styles.name}>{name}</span>
                  {status === 'current' ? (
                    <span className={styles.now} aria-hidden="true">
                      {t(`frame.step.${step}.now`)}
                    </span>
                  ) : null}
                </span>
                <VisuallyHidden elementType="span">{`, ${t(`frame.stepStatus.${status}`)}`}</VisuallyHidden>
              </Button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
