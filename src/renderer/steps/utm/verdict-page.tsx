import { Download, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { UtmWorkKind } from '../../../shared/domain/utm-setup.ts';
import { handoverOf } from '../../../shared/handover.ts';
import type { ProblemCode } from '../../../shared/problems/problem.ts';
import { fillText } from '../../../shared/texts/fill.ts';
import { utmVerdictTexts } from '../../../shared/texts/utm-verdicts.ts';
import { ask } from '../../bridge.ts';
import { ActionButtons, type ActionHandlers } from '../../controls/action-buttons.tsx';
import { Button } from '../../controls/button.tsx';
import { classes } from '../../controls/classes.ts';
import { ProblemPanel } from '../../controls/problem-panel.tsx';
import { StatusMark } from '../../controls/status-mark.tsx';
import { MendingNote } from '../../mending/mending-note.tsx';
import { OtherTills } from '../../mending/other-tills.tsx';
import { openUtm } from '../../store/side-page.ts';
import { useLanguage } from '../../texts/use-language.ts';
import type { ChapterProps } from './chapter-props.ts';
import { BuildNote } from './chapters/build-note.tsx';
import { HandoverCard } from './handover-card.tsx';
import { NextChangeNote } from './next-change-note.tsx';
import { PortNote } from './port-note.tsx';
import { ProgramPlaces } from './program-places.tsx';
import { ProofStages } from './proof-stages.tsx';
import { isOnItsWay } from './utm-chapters.ts';
import { UtmChecks } from './utm-checks.tsx';
import { UtmFrame } from './utm-frame.tsx';
import { UtmLogLines } from './utm-log-lines.tsx';
import styles from './utm-step.module.css';
import { troubleLines, utmChecks } from './utm-view.ts';
import { UtmsOfComputer } from './utms-of-computer.tsx';
import { VerdictVerb, verdictVerb } from './verdict-verb.tsx';

const refresh = () => void ask('utm:refresh', null);
const start = () => void ask('utm:start', null);
const prove = () => void ask('utm:prove', null);
const stop = () => void ask('machine:mend', { operation: 'stop-utm-service' });
const watch = () => void ask('utm:watch', null);
const handlers = {
  'check-again': refresh,
  'try-again': refresh,
  'insert-token': refresh,
  'start-utm-service': start,
};

/** What is tried again when this work came to nothing; for the others there is nothing to try again from here. */
const again = { start, prove, 'come-up': watch } as const satisfies Partial<Record<UtmWorkKind, () => void>>;
const againOf = (kind: UtmWorkKind | undefined): ActionHandlers =>
  kind !== undefined && Object.hasOwn(again, kind) ? { 'try-again': again[kind as keyof typeof again] } : {};

/** How a wait ends that came to nothing; the verdict of an ill UTM says it more exactly. */
const toldByVerdict: readonly string[] = [
  'EGAIS_UTM_NOT_UP',
  'EGAIS_UTM_START_ENDLESS',
  'EGAIS_UTM_OTHER_PROGRAM',
] satisfies readonly ProblemCode[];

/** What the UTM is like now: does it work with this key, and if not, why. */
export function VerdictPage({ state, stage, onAsk }: ChapterProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { utm, utmSetup } = state;
  const { mending } = state.machine;

  const { verdict } = utm.state ?? {};
  const texts = verdict ? utmVerdictTexts[verdict.id][language] : null;
  const phase = utm.phase === 'failed' ? 'failed' : 'looking';
  const healthy = verdict?.healthy ?? false;
  const checks = utmChecks(utm.state);
  const busy = utm.phase === 'running';
  const handover = stage === 'step' && healthy ? handoverOf(state) : null;
  const { proof } = utmSetup;
  const proven = proof.length > 0 && proof.every(({ status }) => status === 'passed');
  const waited = utmSetup.work?.problem ?? null;
  const isToldAlready = waited !== null && !healthy && toldByVerdict.includes(waited.code);
  // A wait that came to its end is gone on with.
  const look = utm.state && utmSetup.work?.kind === 'come-up' && isOnItsWay(utm.state) ? watch : refresh;
  const trouble = utm.state ? troubleLines(utm.state) : [];
  const verb = verdictVerb({ verdict: verdict ?? null, stage, proven });
  return (
    <UtmFrame
      state={state}
      stage={stage}
      page="utm"
      title={verdict && texts ? fillText(texts.title, verdict.values, language) : t(`utm.title.${phase}`)}
      lead={verdict && texts ? fillText(texts.reason, verdict.values, language) : t(`utm.lead.${phase}`)}
      hint={healthy && stage === 'step' ? (proven ? t('utm.hintDone') : t('utmSetup.proof.consent')) : null}
      verb={<VerdictVerb verb={verb} isDisabled={busy} onLook={look} onAsk={onAsk} />}
    >
      {mending ? (
        <MendingNote mending={mending} again={(operation) => void ask('machine:mend', { operation })} />
      ) : null}
      {waited && !isToldAlready ? <ProblemPanel problem={waited} handlers={againOf(utmSetup.work?.kind)} /> : null}
      <BuildNote installed={utmSetup.installed} />
      {utm.problem ? <ProblemPanel problem={utm.problem} /> : null}
      <PortNote state={state} />
      {verdict && !healthy ? (
        <ActionButtons
          actions={verdict.actions.filter((action) => action !== 'check-again' && action !== 'try-again')}
          handlers={handlers}
        />
      ) : null}
      {verdict?.id === 'pin-refused' ? (
        <div>
          <Button isDisabled={mending?.phase === 'running'} onPress={stop}>
            {t('utmSetup.stop')}
          </Button>
        </div>
      ) : null}
      {utm.state && (checks.length > 0 || handover) ? (
        <div className={classes(styles.columns, (checks.length === 0 || !handover) && styles.single)}>
          {checks.length > 0 ? <UtmChecks checks={checks} contour={utm.state.info?.contour ?? null} /> : null}
          {handover ? <HandoverCard handover={handover} /> : null}
        </div>
      ) : null}
      <UtmsOfComputer utms={utmSetup.utms} looksAt={utm.state?.url ?? null} />
      {stage === 'step' && proof.length > 0 ? <ProofStages stages={proof} now={0} /> : null}
      {trouble.length > 0 ? <UtmLogLines lines={trouble} /> : null}
      {handover ? <ProgramPlaces /> : null}
      {handover ? <NextChangeNote handover={handover} /> : null}
      {healthy && utm.state ? <OtherTills url={utm.state.url} isDisabled={mending?.phase === 'running'} /> : null}
      {busy || verb !== 'look' ? (
        <div className={styles.again}>
          {busy ? (
            <p className={styles.busy} role="status">
              <StatusMark mark="running" label={t('utm.refreshing')} />
              <span aria-hidden="true">{t('utm.refreshing')}</span>
            </p>
          ) : (
            <Button kind="quiet" icon={<RotateCw size={16} strokeWidth={2} aria-hidden />} onPress={look}>
              {t('utm.checkAgain')}
            </Button>
          )}
          {healthy && stage === 'step' && utmSetup.mayInstall && !busy ? (
            <Button
              kind="quiet"
              icon={<Download size={16} strokeWidth={2} aria-hidden />}
              onPress={() => openUtm('update')}
            >
              {t('utmSetup.update')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </UtmFrame>
  );
}
