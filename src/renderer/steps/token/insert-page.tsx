import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { DisclosurePanel } from '../../controls/disclosure-panel.tsx';
import { NumberedSteps } from '../../controls/numbered-steps.tsx';
import { ProblemPanel } from '../../controls/problem-panel.tsx';
import { InsertDrawing } from '../../token-drawing/insert-drawing.tsx';
import styles from './insert-page.module.css';

const again = () => void ask('tokens:refresh', null);

/** What to insert and where, and what to try when that does not help. */
export function InsertPage({ tokens }: { readonly tokens: WizardState['tokens'] }) {
  const { t } = useTranslation();
  const failed = (tokens.report?.libraries ?? []).flatMap((library) => (library.problem ? [library.problem] : []));
  const steps = [t('token.insert.step1'), t('token.insert.step2'), t('token.insert.step3')];
  const troubles = [t('token.insert.trouble1'), t('token.insert.trouble2'), t('token.insert.trouble3')];
  return (
    <>
      {tokens.problem ? <ProblemPanel problem={tokens.problem} handlers={{ 'try-again': again }} /> : null}
      <div className={classes(card.card, styles.insert)}>
        <InsertDrawing className={styles.drawing} families={['jacarta', 'rutoken']} label={t('token.insert.picture')} />
        <NumberedSteps steps={steps.map((step) => ({ id: step, words: step }))} />
      </div>
      <DisclosurePanel title={t('token.insert.troubleTitle')}>
        <ul className={styles.troubles}>
          {troubles.map((trouble) => (
            <li key={trouble}>{trouble}</li>
          ))}
        </ul>
        <Button icon={<RotateCw size={16} strokeWidth={2} aria-hidden />} onPress={again}>
          {t('token.insert.lookAgain')}
        </Button>
      </DisclosurePanel>
      {failed.map((problem) => (
        <ProblemPanel key={`${problem.code}${JSON.stringify(problem.values)}`} problem={problem} />
      ))}
    </>
  );
}
