import { CalendarSync, FileKey, ShieldCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppletKind, Device } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { ProblemPanel } from '../../controls/problem-panel.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { openAppletPage, openContents, openKeyChange } from '../../store/side-page.ts';
import { useStart } from '../../store/use-start.ts';
import { TokenDrawing } from '../../token-drawing/token-drawing.tsx';
import { blankApplet } from '../../token-tasks/prepare/prepare-view.ts';
import { AppletCard } from './applet-card.tsx';
import { DeviceChoice } from './device-choice.tsx';
import { InsertPage } from './insert-page.tsx';
import { pinFormId } from './pin-form.tsx';
import { Shortcomings } from './shortcomings.tsx';
import styles from './token-step.module.css';
import { activeApplet, deviceOutcome, shownDevice, tokenPage } from './token-view.ts';

interface DevicePageProps {
  readonly state: WizardState;
  readonly device: Device;
  readonly onChooseAnother: (() => void) | null;
}

/** A field that was signed in with is gone: the focus goes on to the next one, or back to the title, never to nowhere. */
function useFocusAfterSignIn(needed: number, next: AppletKind | null): void {
  const before = useRef(needed);
  useEffect(() => {
    if (needed < before.current) {
      const field = next && document.getElementById(pinFormId(next))?.querySelector('input');
      (field ?? document.querySelector('h1'))?.focus();
    }
    before.current = needed;
  }, [needed, next]);
}

/** The chosen token: its parts, their certificates, and the way into each. */
function DevicePage({ state, device, onChooseAnother }: DevicePageProps) {
  const { t } = useTranslation();
  const [entered, setEntered] = useState<AppletKind | null>(null);
  const { tokens } = state;
  const outcome = deviceOutcome(tokens, device);
  const active = activeApplet(tokens, device, entered);
  const blank = blankApplet(device);
  useFocusAfterSignIn(tokens.signInNeeded.length, active?.kind ?? null);
  const closed = state.steps.subdivision === 'closed';
  const hint = outcome === 'obstacle' || outcome === 'locked' ? t(`token.hint.${outcome}`) : null;

  const verb = () => {
    if (active) {
      return (
        <Button
          key="sign-in"
          kind="primary"
          type="submit"
          form={pinFormId(active.kind)}
          isDisabled={tokens.signingIn !== null}
        >
          {t(`token.pin.verb.${active.kind}`)}
        </Button>
      );
    }
    return (
      <Button
        key="go"
        kind="primary"
        isDisabled={closed}
        aria-describedby="token-hint"
        onPress={() => void ask('wizard:go', { step: 'subdivision' })}
      >
        {t('frame.continue')}
      </Button>
    );
  };

  return (
    <StepPage
      state={state}
      step="token"
      page="device"
      title={t(`token.title.${outcome}`)}
      lead={t(`token.lead.${outcome}`)}
      hint={hint}
      hintId="token-hint"
      verb={verb()}
    >
      {tokens.problem ? <ProblemPanel problem={tokens.problem} handlers={refreshing} /> : null}
      {tokens.obstacle ? (
        <ProblemPanel
          problem={tokens.obstacle}
          handlers={{ ...refreshing, ...(onChooseAnother ? { 'choose-another-token': onChooseAnother } : {}) }}
        >
          {tokens.obstacle.code === 'SETUP_TOKEN_NOT_INITIALISED' && blank ? (
            <Button kind="primary" onPress={() => openAppletPage('prepare', blank.kind)}>
              {t('token.prepare')}
            </Button>
          ) : null}
        </ProblemPanel>
      ) : null}
      <Shortcomings device={device} />
      <div className={styles.applets}>
        {device.applets.map((applet) => (
          <AppletCard
            key={applet.kind}
            tokens={tokens}
            device={device}
            applet={applet}
            active={active?.kind === applet.kind}
            open={active !== null}
            onEnter={() => setEntered(applet.kind)}
          />
        ))}
      </div>
      {active ? (
        <p className={card.note}>
          <ShieldCheck size={20} strokeWidth={1.9} aria-hidden />
          {t('token.pin.promise')}
        </p>
      ) : null}
      <div className={styles.more}>
        <Button kind="quiet" icon={<FileKey size={16} strokeWidth={2} aria-hidden />} onPress={openContents}>
          {t('contents.open')}
        </Button>
        <Button kind="quiet" icon={<CalendarSync size={16} strokeWidth={2} aria-hidden />} onPress={openKeyChange}>
          {t('keyChange.open')}
        </Button>
        {onChooseAnother ? (
          <Button kind="quiet" onPress={onChooseAnother}>
            {t('token.choose.another')}
          </Button>
        ) : null}
      </div>
    </StepPage>
  );
}

const refresh = () => void ask('tokens:refresh', null);
const refreshing = { 'try-again': refresh, 'check-again': refresh, 'insert-token': refresh };

/** Step 2: the token, its certificates, and the sign-in. */
export function TokenStep({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const { tokens } = state;
  useStart('tokens', tokens.phase);

  const page = tokenPage(tokens, choosing);
  const device = shownDevice(tokens);
  const devices = tokens.report?.devices ?? [];
  if (page === 'device' && device) {
    return (
      <DevicePage
        key={device.id}
        state={state}
        device={device}
        onChooseAnother={devices.length > 1 ? () => setChoosing(true) : null}
      />
    );
  }
  if (page === 'choose') {
    const wanted = devices.some(({ id }) => id === selected) ? selected : tokens.chosen;
    const choose = async (id: string) => {
      const reply = await ask('tokens:choose', { device: id });
      if (reply.ok) setChoosing(false);
    };
    return (
      <StepPage
        state={state}
        step="token"
        page="choose"
        title={t('token.title.choose')}
        lead={t('token.lead.choose')}
        hint={wanted ? null : t('token.choose.hint')}
        hintId="token-hint"
        verb={
          <Button
            kind="primary"
            isDisabled={wanted === null}
            aria-describedby="token-hint"
            onPress={() => {
              if (wanted) void choose(wanted);
            }}
          >
            {t('token.choose.verb')}
          </Button>
        }
      >
        <DeviceChoice devices={devices} selected={wanted} onSelect={setSelected} />
      </StepPage>
    );
  }
  if (page === 'looking') {
    return (
      <StepPage
        state={state}
        step="token"
        page="looking"
        title={t('token.title.looking')}
        lead={t('token.lead.looking')}
      >
        <TokenDrawing className={styles.looking} family="jacarta" away />
      </StepPage>
    );
  }
  return (
    <StepPage
      state={state}
      step="token"
      page="insert"
      title={t('token.title.insert')}
      lead={t('token.lead.insert')}
      hint={t('token.insert.hint')}
    >
      <InsertPage tokens={tokens} />
    </StepPage>
  );
}
