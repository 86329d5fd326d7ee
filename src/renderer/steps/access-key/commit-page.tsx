import { AppWindow, FilePlus2, KeyRound, KeySquare, type LucideIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessKeyIssuerId } from '../../../shared/domain/access-key.ts';
import { utmIsChanged } from '../../../shared/ipc/utm-is-changed.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { commitLead, summaryOf } from './access-key-view.ts';
import { ApplicationDialog } from './application-dialog.tsx';
import styles from './commit-page.module.css';
import { ConsentBox } from './consent-box.tsx';
import { InstallButton } from './install-button.tsx';
import { ReplacementNote } from './replacement-note.tsx';
import { SummaryRows } from './summary-rows.tsx';
import { useTail } from './use-tail.ts';
import { WayDialog } from './way-dialog.tsx';

const verbIcons: Record<AccessKeyIssuerId, LucideIcon> = {
  utm: KeyRound,
  handoff: AppWindow,
  file: FilePlus2,
  account: KeyRound,
};

/** The page before the point of no return: all choices, the consent, and a verb that says what happens. */
export function CommitPage({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const [accepted, setAccepted] = useState(false);
  const [missing, setMissing] = useState(false);
  const [open, setOpen] = useState<'application' | 'ways' | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const { accessKey } = state;
  const { issuer, mayKeep, confirmReplacement, keyWaits } = accessKey;
  const { fields, confirmed } = useTail(summaryOf(state).device);
  const Icon = verbIcons[issuer];
  const utmChanges = utmIsChanged(state);

  const issue = () => {
    const confirmation = confirmReplacement ? confirmed() : '';
    if (confirmation === null) return;
    if (accepted) {
      void ask('access-key:issue', { acceptTerms: true, confirmation });
      return;
    }
    setMissing(true);
    box.current?.focus();
  };
  return (
    <StepPage
      state={state}
      step="access-key"
      page="commit"
      title={t('accessKey.commit.title')}
      lead={t(`accessKey.commit.lead.${commitLead(accessKey)}`)}
      hint={t(`accessKey.commit.hint.${utmChanges ? 'utmChanges' : issuer}`)}
      hintId="commit-hint"
      verb={
        <>
          {mayKeep ? (
            <Button onPress={() => void ask('access-key:keep', null)}>{t('accessKey.commit.keep')}</Button>
          ) : null}
          <Button
            kind="primary"
            icon={<Icon size={18} strokeWidth={2} aria-hidden />}
            aria-describedby="commit-hint"
            isDisabled={utmChanges}
            onPress={issue}
          >
            {t(`accessKey.commit.verb.${issuer}`)}
          </Button>
        </>
      }
    >
      {keyWaits ? (
        <div className={styles.waiting}>
          <KeySquare size={20} strokeWidth={1.9} aria-hidden />
          <p>{t('accessKey.commit.keyWaits')}</p>
          <InstallButton state={state} kind="secondary" />
        </div>
      ) : null}
      <SummaryRows state={state} onAnotherWay={() => setOpen('ways')} />
      {confirmReplacement ? <ReplacementNote state={state} fields={fields} /> : null}
      <ConsentBox
        box={box}
        accepted={accepted}
        missing={missing && !accepted}
        onChange={(now) => {
          setAccepted(now);
          setMissing(false);
        }}
        onRead={() => setOpen('application')}
      />
      <ApplicationDialog state={state} isOpen={open === 'application'} onClose={() => setOpen(null)} />
      <WayDialog ways={accessKey.ways} taken={issuer} isOpen={open === 'ways'} onClose={() => setOpen(null)} />
    </StepPage>
  );
}
