import { CircleCheck, RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask, askQuietly } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { NumberedSteps } from '../../controls/numbered-steps.tsx';
import { StatusMark } from '../../controls/status-mark.tsx';
import { TokenPage } from '../../frame/token-page.tsx';
import { FactoryPinDialog } from '../../steps/token/factory-pin-dialog.tsx';
import { closeSidePage } from '../../store/side-page.ts';
import { DyingList } from './dying-list.tsx';
import styles from './prepare.module.css';
import { isPrepared, mustSave } from './prepare-view.ts';
import { SaveCertificates } from './save-certificates.tsx';
import { UtmAtWork } from './utm-at-work.tsx';

/** Whoever comes back from the vendor's program has done something there: the token is read anew. */
function useLookOnReturn(): void {
  useEffect(() => {
    const look = () => void askQuietly('tokens:refresh', null);
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
}

interface HandoffPageProps {
  readonly state: WizardState;
  readonly device: Device;
  readonly applet: Applet;
}

/** A store that only the vendor's program prepares: its steps in our words, while the wizard watches for the outcome. */
export function HandoffPage({ state, device, applet }: HandoffPageProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  useLookOnReturn();
  const seen = isPrepared(applet);
  const unsaved = mustSave(applet, state.tokens.saved);
  const steps = [
    t('prepare.handoff.step1'),
    t(`prepare.handoff.step2.${applet.kind}`),
    t('prepare.handoff.step3'),
    t('prepare.handoff.step4'),
    t('prepare.handoff.step5'),
  ];
  return (
    <TokenPage
      page={seen ? 'prepare-handoff-done' : 'prepare-handoff'}
      device={device}
      title={seen ? t('prepare.handoff.seen') : t('prepare.handoff.title')}
      lead={seen ? t('prepare.handoff.seenLead') : t('prepare.handoff.lead')}
      hint={seen ? null : t('prepare.handoff.hint')}
      hintId="prepare-hint"
      verb={
        <Button kind="primary" isDisabled={!seen} aria-describedby="prepare-hint" onPress={closeSidePage}>
          {t('pinWork.ready')}
        </Button>
      }
    >
      {seen ? (
        <p className={classes(card.card, styles.seen)}>
          <CircleCheck size={22} strokeWidth={2} aria-hidden />
          {t('prepare.done.pin')}
        </p>
      ) : (
        <>
          <UtmAtWork state={state} />
          <DyingList device={device} applet={applet} />
          {applet.certificates.length > 0 ? (
            <section className={classes(card.card, styles.block)}>
              {unsaved ? <p className={card.title}>{t('prepare.handoff.saveFirst')}</p> : null}
              <SaveCertificates applet={applet} saved={state.tokens.saved} />
            </section>
          ) : null}
          <section className={classes(card.card, styles.block)} aria-labelledby="handoff-steps">
            <h2 id="handoff-steps" className={styles.partTitle}>
              {t('prepare.handoff.steps')}
            </h2>
            <NumberedSteps steps={steps.map((step) => ({ id: step, words: step }))} />
            <div className={styles.links}>
              <Button kind="quiet" onPress={() => setAsking(true)}>
                {t('pinWork.adminUnknown')}
              </Button>
              <Button kind="quiet" onPress={() => void ask('wizard:open-page', { page: 'jacarta-client' })}>
                {t('prepare.handoff.download')}
              </Button>
            </div>
          </section>
          <div className={classes(card.card, card.row)}>
            <StatusMark mark="running" label={null} />
            <p role="status">
              {applet.initialised ? t('prepare.handoff.watching') : t('prepare.handoff.watchingBlank')}
            </p>
            <Button
              kind="quiet"
              icon={<RotateCw size={16} strokeWidth={2} aria-hidden />}
              onPress={() => void ask('tokens:refresh', null)}
            >
              {t('prepare.handoff.look')}
            </Button>
          </div>
        </>
      )}
      <FactoryPinDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        device={device}
        applet={applet}
        whose="admin"
      />
    </TokenPage>
  );
}
