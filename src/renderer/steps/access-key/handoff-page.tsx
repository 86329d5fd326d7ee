import { AppWindow, ExternalLink, ListChecks, ShieldAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import { ProblemPanel } from '../../controls/problem-panel.tsx';
import { announce } from '../../frame/live-region.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { useNow } from '../../store/use-now.ts';
import { HandoffGuide } from './handoff-guide.tsx';
import styles from './handoff-page.module.css';
import { useHandoffPlace } from './handoff-place.ts';
import { StageList } from './stage-list.tsx';

const openInBrowser = () => void ask('wizard:open-page', { page: 'utm-home' });

interface PageAreaProps {
  readonly trouble: NonNullable<WizardState['accessKey']['handoff']>['trouble'];
}

/** Where the main process lays the UTM's own page. Until it is there, and while it is hidden, words stand instead. */
const PageArea = ({ trouble }: PageAreaProps) => {
  const { t } = useTranslation();
  const area = useRef<HTMLElement>(null);
  useHandoffPlace(area);
  return (
    <section ref={area} className={styles.area} aria-label={t('accessKey.handoff.view')}>
      <AppWindow size={32} strokeWidth={1.6} aria-hidden />
      {trouble ? (
        <div role="alert" className={styles.trouble}>
          <p className={styles.what}>{t(`accessKey.handoff.trouble.${trouble}`)}</p>
          <p>{t(`accessKey.handoff.troubleWay.${trouble === 'unreachable' ? 'later' : 'now'}`)}</p>
          <Button icon={<ExternalLink size={16} strokeWidth={2} aria-hidden />} onPress={openInBrowser}>
            {t('accessKey.handoff.browser')}
          </Button>
        </div>
      ) : (
        <p>{t('accessKey.handoff.coming')}</p>
      )}
    </section>
  );
};

/** How long the page says that it looks, in milliseconds: a token is read well within it. */
const LOOK_MS = 6_000;

/** Whether the person has just asked to look at the token. */
function useLooking() {
  const { t } = useTranslation();
  const [looking, setLooking] = useState(false);
  useEffect(() => {
    if (!looking) return;
    const timer = setTimeout(() => setLooking(false), LOOK_MS);
    return () => clearTimeout(timer);
  }, [looking]);
  const look = async () => {
    const reply = await ask('access-key:look', null);
    if (!reply.ok) return;
    setLooking(true);
    announce(t('accessKey.handoff.looked'));
  };
  return { looking, look };
}

/** A person makes the key on the UTM's own page; the wizard tells how, watches the token and proves the outcome. */
export function HandoffPage({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const now = useNow(true);
  const [shown, setShown] = useState<'words' | 'content'>('words');
  const { looking, look } = useLooking();
  const { stages, problem, handoff } = state.accessKey;
  const other = shown === 'words' ? 'content' : 'words';
  const OtherIcon = other === 'content' ? AppWindow : ListChecks;
  return (
    <StepPage
      state={state}
      step="access-key"
      page="handoff"
      title={t('accessKey.handoff.title')}
      lead={t('accessKey.handoff.lead')}
      hint={looking ? t('accessKey.handoff.looked') : t('accessKey.handoff.watching')}
      noBack
      beside={{ content: <PageArea trouble={handoff?.trouble ?? null} />, shown }}
      verb={
        <>
          <div className={styles.switch}>
            <Button icon={<OtherIcon size={17} strokeWidth={2} aria-hidden />} onPress={() => setShown(other)}>
              {other === 'content' ? t('accessKey.handoff.showPage') : t('accessKey.handoff.showGuide')}
            </Button>
          </div>
          <Button onPress={() => void ask('access-key:stop', null)}>{t('accessKey.handoff.stop')}</Button>
          <Button kind="primary" onPress={() => void look()}>
            {t('accessKey.handoff.look')}
          </Button>
        </>
      }
    >
      {problem ? (
        <div role="alert">
          <ProblemPanel problem={problem} />
        </div>
      ) : null}
      <HandoffGuide state={state} />
      <p className={styles.pin}>
        <ShieldAlert size={18} strokeWidth={2} aria-hidden />
        <span>{t('accessKey.handoff.pin')}</span>
      </p>
      {state.role.chosen === 'organization' ? <p className={styles.aside}>{t('accessKey.handoff.roleAsked')}</p> : null}
      <p className={styles.aside}>{t('accessKey.handoff.keyboard')}</p>
      <div className={styles.links}>
        <Button kind="quiet" icon={<ExternalLink size={16} strokeWidth={2} aria-hidden />} onPress={openInBrowser}>
          {t('accessKey.handoff.browser')}
        </Button>
      </div>
      <StageList stages={stages} now={now} small />
    </StepPage>
  );
}
