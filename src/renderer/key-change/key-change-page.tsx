import { CalendarClock } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyChange, KeyChangeChoices, KeyChangePlan } from '../../shared/domain/key-change.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { ProblemPanel } from '../controls/problem-panel.tsx';
import { PageFrame } from '../frame/page-frame.tsx';
import { shownDevice } from '../steps/token/token-view.ts';
import { closeSidePage } from '../store/side-page.ts';
import { useLanguage } from '../texts/use-language.ts';
import { ChangeTimeline } from './change-timeline.tsx';
import { EndsCard } from './ends-card.tsx';
import { ForgetButton } from './forget-button.tsx';
import styles from './key-change.module.css';
import { changeOfPlan, pageOf, turnOf } from './key-change-view.ts';
import { ReasonForm } from './reason-form.tsx';
import { BesideTurn, TurnVerb } from './turn-verb.tsx';

const noWords: KeyChangeChoices = { reason: 'planned', lostPins: [], blankParts: [], revoked: false };

interface KeyChangeFrameProps {
  readonly page: ReturnType<typeof pageOf>;
  readonly problem: WizardState['keyChange']['problem'];
  readonly verb?: ReactNode;
  readonly hint?: string | null;
  readonly children: ReactNode;
  readonly onBack?: () => void;
}

function KeyChangeFrame({ page, problem, children, onBack = closeSidePage, ...rest }: KeyChangeFrameProps) {
  const { t } = useTranslation();
  const title = t(`keyChange.title.${page}`);
  return (
    <PageFrame
      {...rest}
      page={`side/key-change-${page}`}
      over={t('keyChange.over')}
      windowTitle={t('frame.sideTitle', { title })}
      title={title}
      lead={t(`keyChange.lead.${page}`)}
      hintId="key-change-hint"
      onBack={onBack}
    >
      {problem ? <ProblemPanel problem={problem} /> : null}
      {children}
    </PageFrame>
  );
}

interface ReasonPageProps {
  readonly state: WizardState;
  readonly plan: KeyChangePlan;
  /** `null`: nothing was begun yet. */
  readonly change: KeyChange | null;
  readonly onClose: () => void;
}

/** Before a change begins, and when it turns out to be about something else. */
function ReasonPage({ state, plan, change, onClose }: ReasonPageProps) {
  const { t } = useTranslation();
  const [choices, setChoices] = useState(change?.choices ?? noWords);
  const parts = shownDevice(state.tokens)?.applets.map(({ kind }) => kind) ?? [];
  const lacksPart = choices.reason === 'lost-pin' && choices.lostPins.length === 0;
  const said = { ...choices, lostPins: choices.reason === 'lost-pin' ? choices.lostPins : [] };
  const begin = async () => {
    const reply = await ask('key-change:begin', said);
    if (reply.ok) onClose();
  };
  return (
    <KeyChangeFrame
      page="start"
      problem={state.keyChange.problem}
      hint={lacksPart ? t('keyChange.parts.lostMissing') : null}
      onBack={change ? onClose : closeSidePage}
      verb={
        <Button kind="primary" isDisabled={lacksPart} aria-describedby="key-change-hint" onPress={() => void begin()}>
          {change ? t('keyChange.saveReason') : t('keyChange.begin')}
        </Button>
      }
    >
      <EndsCard ends={plan.ends} />
      <ReasonForm choices={choices} parts={parts} onChange={setChoices} />
    </KeyChangeFrame>
  );
}

/** Changes that were begun on tokens that are not here. */
function AwayPage({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { changes, problem } = state.keyChange;
  return (
    <KeyChangeFrame page="away" problem={problem}>
      {changes.map(({ serial, name, printedSerial, begunAt }) => (
        <div key={serial} className={`${card.note} ${card.sunken} ${styles.awayChange}`}>
          <CalendarClock size={20} strokeWidth={1.9} aria-hidden />
          <p>
            {t('keyChange.awayChange', {
              name,
              tail: printedSerial.slice(-4),
              date: formatDay(begunAt, language),
            })}
          </p>
          <ForgetButton serial={serial} />
        </div>
      ))}
    </KeyChangeFrame>
  );
}

/** «Смена ключей»: the way from the keys that end to the ones that follow, wherever it stands. */
export function KeyChangePage({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const [revising, setRevising] = useState(false);
  const { plan, problem } = state.keyChange;
  const page = pageOf(state);
  const change = changeOfPlan(state);
  if (!plan) return <AwayPage state={state} />;
  if (page === 'start' || revising) {
    return <ReasonPage state={state} plan={plan} change={change} onClose={() => setRevising(false)} />;
  }
  const turn = turnOf(plan);
  const finish = async () => {
    await ask('key-change:forget', { serial: plan.serial });
    closeSidePage();
  };
  return (
    <KeyChangeFrame
      page={page}
      problem={problem}
      verb={
        turn && change ? (
          <TurnVerb state={state} change={change} turn={turn} />
        ) : (
          <Button kind="primary" onPress={() => void finish()}>
            {t('keyChange.finish')}
          </Button>
        )
      }
    >
      <EndsCard ends={plan.ends} />
      <ChangeTimeline plan={plan} beside={turn && change ? <BesideTurn change={change} turn={turn} /> : null} />
      {page === 'going' ? (
        <div className={styles.more}>
          <Button kind="quiet" onPress={() => setRevising(true)}>
            {t('keyChange.revise')}
          </Button>
          <ForgetButton serial={plan.serial} />
        </div>
      ) : null}
    </KeyChangeFrame>
  );
}
