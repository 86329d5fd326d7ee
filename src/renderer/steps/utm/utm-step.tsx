import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { handoverOf } from '../../../shared/handover.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { fillText } from '../../../shared/texts/fill.ts';
import { utmVerdictTexts } from '../../../shared/texts/utm-verdicts.ts';
import { ask } from '../../bridge.ts';
import { ActionButtons } from '../../controls/action-buttons.tsx';
import { Button } from '../../controls/button.tsx';
import { classes } from '../../controls/classes.ts';
import { ProblemPanel } from '../../controls/problem-panel.tsx';
import { StatusMark } from '../../controls/status-mark.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { MendingNote } from '../../mending/mending-note.tsx';
import { OtherTills } from '../../mending/other-tills.tsx';
import { useStart } from '../../store/use-start.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { HandoverCard } from './handover-card.tsx';
import { NextChangeNote } from './next-change-note.tsx';
import { UtmChecks } from './utm-checks.tsx';
import { UtmLogLines } from './utm-log-lines.tsx';
import styles from './utm-step.module.css';
import { troubleLines, utmChecks } from './utm-view.ts';

const refresh = () => void ask('utm:refresh', null);
const refreshing = { 'check-again': refresh, 'try-again': refresh, 'insert-token': refresh };

/** Step 5: does the UTM work with this key. */
export function UtmStep({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { utm } = state;
  const { mending } = state.machine;
  useStart('utm', utm.phase);

  const { verdict } = utm.state ?? {};
  const texts = verdict ? utmVerdictTexts[verdict.id][language] : null;
  const stage = utm.phase === 'failed' ? 'failed' : 'looking';
  const healthy = verdict?.healthy ?? false;
  const checks = utmChecks(utm.state);
  const busy = utm.phase === 'running';
  const handover = handoverOf(state);
  const trouble = utm.state ? troubleLines(utm.state) : [];
  return (
    <StepPage
      state={state}
      step="utm"
      page="utm"
      title={verdict && texts ? fillText(texts.title, verdict.values, language) : t(`utm.title.${stage}`)}
      lead={verdict && texts ? fillText(texts.reason, verdict.values, language) : t(`utm.lead.${stage}`)}
      hint={healthy ? t('utm.hintDone') : null}
      verb={
        healthy ? (
          <Button onPress={() => void ask('wizard:start-over', null)}>{t('utm.another')}</Button>
        ) : (
          <Button
            kind="primary"
            icon={<RotateCw size={17} strokeWidth={2} aria-hidden />}
            isDisabled={busy}
            onPress={refresh}
          >
            {t('utm.checkAgain')}
          </Button>
        )
      }
    >
      {mending ? (
        <MendingNote mending={mending} again={(operation) => void ask('machine:mend', { operation })} />
      ) : null}
      {utm.problem ? <ProblemPanel problem={utm.problem} /> : null}
      {verdict && !healthy ? (
        <ActionButtons
          actions={verdict.actions.filter((action) => action !== 'check-again' && action !== 'try-again')}
          handlers={refreshing}
        />
      ) : null}
      {utm.state ? (
        <div className={classes(styles.columns, checks.length === 0 && styles.single)}>
          {checks.length > 0 ? <UtmChecks checks={checks} contour={utm.state.info?.contour ?? null} /> : null}
          {handover ? <HandoverCard handover={handover} /> : null}
        </div>
      ) : null}
      {trouble.length > 0 ? <UtmLogLines lines={trouble} /> : null}
      {handover ? <NextChangeNote handover={handover} /> : null}
      {healthy && utm.state ? <OtherTills url={utm.state.url} isDisabled={mending?.phase === 'running'} /> : null}
      {healthy || busy ? (
        <div className={styles.again}>
          {busy ? (
            <p className={styles.busy} role="status">
              <StatusMark mark="running" label={t('utm.refreshing')} />
              <span aria-hidden="true">{t('utm.refreshing')}</span>
            </p>
          ) : (
            <Button kind="quiet" icon={<RotateCw size={16} strokeWidth={2} aria-hidden />} onPress={refresh}>
              {t('utm.checkAgain')}
            </Button>
          )}
        </div>
      ) : null}
    </StepPage>
  );
}
