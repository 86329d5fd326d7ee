import { Download, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { handoverOf } from '../../../shared/handover.ts';
import { fillText } from '../../../shared/texts/fill.ts';
import { utmVerdictTexts } from '../../../shared/texts/utm-verdicts.ts';
import { ask } from '../../bridge.ts';
import { ActionButtons } from '../../controls/action-buttons.tsx';
import { Button } from '../../controls/button.tsx';
import { classes } from '../../controls/classes.ts';
import { ProblemPanel } from '../../controls/problem-panel.tsx';
import { StatusMark } from '../../controls/status-mark.tsx';
import { MendingNote } from '../../mending/mending-note.tsx';
import { OtherTills } from '../../mending/other-tills.tsx';
import { closeSidePage, openUtm } from '../../store/side-page.ts';
import { useLanguage } from '../../texts/use-language.ts';
import type { ChapterProps } from './chapter-props.ts';
import { BuildNote } from './chapters/build-note.tsx';
import { HandoverCard } from './handover-card.tsx';
import { NextChangeNote } from './next-change-note.tsx';
import { PortNote } from './port-note.tsx';
import { ProgramPlaces } from './program-places.tsx';
import { ProofStages } from './proof-stages.tsx';
import { lacksPins, restartHelps } from './utm-chapters.ts';
import { UtmChecks } from './utm-checks.tsx';
import { UtmFrame } from './utm-frame.tsx';
import { UtmLogLines } from './utm-log-lines.tsx';
import styles from './utm-step.module.css';
import { troubleLines, utmChecks } from './utm-view.ts';

const refresh = () => void ask('utm:refresh', null);
const start = () => void ask('utm:start', null);
const prove = () => void ask('utm:prove', null);
const another = () => void ask('wizard:start-over', null);
const stop = () => void ask('machine:mend', { operation: 'stop-utm-service' });
const watch = () => void ask('utm:watch', null);
const handlers = {
  'check-again': refresh,
  'try-again': refresh,
  'insert-token': refresh,
  'start-utm-service': start,
};

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
  const handover = stage === 'step' ? handoverOf(state) : null;
  const setUp = stage === 'beside' && (healthy || verdict?.id === 'needs-access-key');
  const { proof } = utmSetup;
  const proven = proof.length > 0 && proof.every(({ status }) => status === 'passed');
  const waited = utmSetup.work?.problem ?? null;
  const trouble = utm.state ? troubleLines(utm.state) : [];
  // Where the verb is something else, looking again stands below.
  const isPrimaryElsewhere =
    setUp || (verdict !== undefined && (lacksPins(verdict.id) || verdict.id === 'foreign-database'));
  const verb = () => {
    if (setUp) {
      return (
        <Button kind="primary" onPress={closeSidePage}>
          {t('utmSetup.back')}
        </Button>
      );
    }
    if (verdict?.id === 'foreign-database') {
      return (
        <Button kind="primary" onPress={() => onAsk('database')}>
          {t('utmSetup.database.open')}
        </Button>
      );
    }
    if (healthy && stage === 'step' && !proven) {
      return (
        <>
          <Button onPress={another}>{t('utm.another')}</Button>
          <Button kind="primary" isDisabled={busy} onPress={prove}>
            {t('utmSetup.proof.verb')}
          </Button>
        </>
      );
    }
    if (healthy) return <Button onPress={another}>{t('utm.another')}</Button>;
    if (verdict && lacksPins(verdict.id)) {
      return (
        <Button kind="primary" onPress={() => onAsk('settings')}>
          {t('utmSetup.settings.open')}
        </Button>
      );
    }
    return (
      <Button
        kind="primary"
        icon={<RotateCw size={17} strokeWidth={2} aria-hidden />}
        isDisabled={busy}
        onPress={refresh}
      >
        {t('utm.checkAgain')}
      </Button>
    );
  };
  return (
    <UtmFrame
      state={state}
      stage={stage}
      page="utm"
      title={verdict && texts ? fillText(texts.title, verdict.values, language) : t(`utm.title.${phase}`)}
      lead={verdict && texts ? fillText(texts.reason, verdict.values, language) : t(`utm.lead.${phase}`)}
      hint={healthy && stage === 'step' ? (proven ? t('utm.hintDone') : t('utmSetup.proof.consent')) : null}
      verb={verb()}
    >
      {mending ? (
        <MendingNote mending={mending} again={(operation) => void ask('machine:mend', { operation })} />
      ) : null}
      {waited ? (
        <ProblemPanel problem={waited} handlers={{ 'try-again': utmSetup.work?.kind === 'prove' ? prove : watch }} />
      ) : null}
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
      {verdict && restartHelps(verdict.id) ? (
        <div>
          <Button onPress={start}>{t('utmSetup.restart')}</Button>
        </div>
      ) : null}
      {utm.state ? (
        <div className={classes(styles.columns, checks.length === 0 && styles.single)}>
          {checks.length > 0 ? <UtmChecks checks={checks} contour={utm.state.info?.contour ?? null} /> : null}
          {handover ? <HandoverCard handover={handover} /> : null}
        </div>
      ) : null}
      {stage === 'step' && proof.length > 0 ? <ProofStages stages={proof} now={0} /> : null}
      {trouble.length > 0 ? <UtmLogLines lines={trouble} /> : null}
      {handover && healthy ? <ProgramPlaces /> : null}
      {handover ? <NextChangeNote handover={handover} /> : null}
      {healthy && utm.state ? <OtherTills url={utm.state.url} isDisabled={mending?.phase === 'running'} /> : null}
      {healthy || busy || isPrimaryElsewhere ? (
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
