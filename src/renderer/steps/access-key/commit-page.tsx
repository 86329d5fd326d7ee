import { Check, KeyRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import { DisclosurePanel } from '../../controls/disclosure-panel.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { summaryOf } from './access-key-view.ts';
import styles from './commit-page.module.css';
import { SummaryRows } from './summary-rows.tsx';
import { TermsDialog } from './terms-dialog.tsx';

/** The page before the point of no return: all choices, the consent, and a verb that says what happens. */
export function CommitPage({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const [accepted, setAccepted] = useState(false);
  const [missing, setMissing] = useState(false);
  const [terms, setTerms] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const { accessKey } = state;
  const { qualified } = summaryOf(state);

  const create = () => {
    if (accepted) {
      void ask('access-key:issue', { acceptTerms: true });
      return;
    }
    setMissing(true);
    box.current?.focus();
  };
  const lead = accessKey.mayKeep ? 'leadKeep' : accessKey.replaces === null ? 'leadNew' : 'leadReplace';
  return (
    <StepPage
      state={state}
      step="access-key"
      page="commit"
      title={t('accessKey.commit.title')}
      lead={t(`accessKey.commit.${lead}`)}
      hint={t('accessKey.commit.hint')}
      hintId="commit-hint"
      verb={
        <>
          {accessKey.mayKeep ? (
            <Button onPress={() => void ask('access-key:keep', null)}>{t('accessKey.commit.keep')}</Button>
          ) : null}
          <Button
            kind="primary"
            icon={<KeyRound size={18} strokeWidth={2} aria-hidden />}
            aria-describedby="commit-hint"
            onPress={create}
          >
            {t('accessKey.commit.verb')}
          </Button>
        </>
      }
    >
      {accessKey.certainty === 'unconfirmed' && !accessKey.mayKeep ? (
        <div className={styles.unconfirmed}>
          <DisclosurePanel title={t('accessKey.commit.unconfirmedTitle')}>
            <p className={styles.note}>{t('accessKey.commit.unconfirmed')}</p>
          </DisclosurePanel>
        </div>
      ) : null}
      <SummaryRows state={state} />
      <div>
        <div className={styles.consent}>
          <Checkbox
            className={styles.checkbox ?? ''}
            inputRef={box}
            isSelected={accepted}
            isInvalid={missing && !accepted}
            aria-describedby="consent-missing"
            aria-label={`${t('accessKey.commit.accept')} ${t('accessKey.commit.terms')}`}
            onChange={(now) => {
              setAccepted(now);
              setMissing(false);
            }}
          >
            <span className={styles.box} aria-hidden="true">
              <Check size={16} strokeWidth={2.6} />
            </span>
            {t('accessKey.commit.accept')}
          </Checkbox>
          <Button kind="quiet" onPress={() => setTerms(true)}>
            {t('accessKey.commit.terms')}
          </Button>
        </div>
        <p id="consent-missing" className={styles.missing} role="alert">
          {missing && !accepted ? t('accessKey.commit.acceptMissing') : null}
        </p>
      </div>
      <TermsDialog isOpen={terms} onClose={() => setTerms(false)} holder={qualified?.holder.name ?? '—'} />
    </StepPage>
  );
}
