import { RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MendOperation } from '../../../shared/domain/mending.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { StatusMark } from '../../controls/status-mark.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { ResumeNote } from '../../key-change/resume-note.tsx';
import { KnownTokens } from '../../known-tokens/known-tokens.tsx';
import { ClockDialog } from '../../mending/clock-dialog.tsx';
import { InstallerDialog } from '../../mending/installer-dialog.tsx';
import { MendingNote } from '../../mending/mending-note.tsx';
import { useStart } from '../../store/use-start.ts';
import { formatClock } from '../../texts/dates.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { FindingRow, PendingRow } from './finding-row.tsx';
import styles from './machine-step.module.css';
import { badCount, machineHint, machineOutcome, machineRows, repeating } from './machine-view.ts';

const checkAgain = () => void ask('machine:check', { only: null });

/** Step 1: is the computer ready. */
export function MachineStep({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [unfolded, setUnfolded] = useState(false);
  const [settingClock, setSettingClock] = useState(false);
  const [known, setKnown] = useState(state.machine.findings);
  const machine = repeating(state.machine, known);
  useStart('machine', machine.phase);
  useEffect(() => {
    if (state.machine.phase !== 'running') setKnown(state.machine.findings);
  }, [state.machine]);

  const outcome = machineOutcome(machine);
  const bad = badCount(machine);
  const { open, folded, pending } = machineRows(machine);
  const { mending, installer } = state.machine;
  const mendAgain = (operation: MendOperation) => {
    if (operation === 'set-clock') setSettingClock(true);
    else if (operation === 'install-file') void ask('machine:pick-installer', null);
    else void ask('machine:mend', { operation });
  };
  const ahead = state.machine.findings.find(({ id }) => id === 'clock')?.facts.offsetSeconds;
  const hint = machineHint(state);
  const hintText = hint === null ? null : t(`machine.hint.${hint}`, { count: bad });
  return (
    <StepPage
      state={state}
      step="machine"
      page="findings"
      title={outcome === 'bad' ? t('machine.title.bad', { count: bad }) : t(`machine.title.${outcome}`)}
      lead={t(`machine.lead.${outcome}`)}
      hint={hintText}
      hintId="machine-hint"
      verb={
        outcome === 'failed' ? (
          <Button kind="primary" onPress={checkAgain}>
            {t('machine.checkAgain')}
          </Button>
        ) : (
          <Button
            kind="primary"
            isDisabled={hint !== null}
            aria-describedby="machine-hint"
            onPress={() => void ask('wizard:go', { step: 'token' })}
          >
            {t('frame.continue')}
          </Button>
        )
      }
    >
      <ResumeNote keyChange={state.keyChange} />
      {bad > 0 ? null : <KnownTokens state={state} />}
      {mending ? <MendingNote mending={mending} again={mendAgain} /> : null}
      {open.length + folded.length + pending.length > 0 ? (
        <ul className={card.card} aria-label={t('machine.findings')} aria-busy={machine.phase === 'running'}>
          {open.map((finding, index) => (
            <FindingRow
              key={finding.id}
              finding={finding}
              running={machine.pending.includes(finding.id)}
              prominent={index === 0 && finding.status === 'bad'}
              onSetClock={() => setSettingClock(true)}
            />
          ))}
          {folded.length > 0 ? (
            <li className={classes(card.row, styles.row)}>
              <StatusMark mark="ok" label={t('machine.status.ok')} />
              <p className={card.title}>{t('machine.folded', { count: folded.length })}</p>
              <Button kind="quiet" aria-expanded={unfolded} onPress={() => setUnfolded(!unfolded)}>
                {unfolded ? t('machine.showLess') : t('machine.showAll')}
              </Button>
            </li>
          ) : null}
          {unfolded
            ? folded.map((finding) => (
                <FindingRow
                  key={finding.id}
                  finding={finding}
                  running={machine.pending.includes(finding.id)}
                  prominent={false}
                  onSetClock={() => setSettingClock(true)}
                />
              ))
            : null}
          {pending.map((id) => (
            <PendingRow key={id} id={id} />
          ))}
        </ul>
      ) : null}
      {machine.checkedAt && outcome !== 'running' && outcome !== 'failed' ? (
        <div className={styles.again}>
          <span>{t('machine.checkedAt', { time: formatClock(machine.checkedAt, language) })}</span>
          <Button
            kind="quiet"
            icon={<RotateCw size={16} strokeWidth={2} aria-hidden />}
            isDisabled={machine.phase === 'running'}
            onPress={checkAgain}
          >
            {t('machine.checkAgain')}
          </Button>
        </div>
      ) : null}
      {/* What has to be mended comes before what ends in a year. */}
      {bad > 0 ? <KnownTokens state={state} /> : null}
      {typeof ahead === 'number' ? (
        <ClockDialog
          isOpen={settingClock}
          onClose={() => setSettingClock(false)}
          aheadSeconds={ahead}
          practice={state.practice !== null}
        />
      ) : null}
      <InstallerDialog installer={installer} />
    </StepPage>
  );
}
