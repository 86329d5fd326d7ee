import { Scale } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../../shared/ipc/wizard-state.ts';
import { Button } from '../../../controls/button.tsx';
import card from '../../../controls/card.module.css';
import { ProblemPanel } from '../../../controls/problem-panel.tsx';
import { announce } from '../../../frame/live-region.tsx';
import { StepPage } from '../../../frame/step-page.tsx';
import { CriteriaList } from './criteria-list.tsx';
import { FilePickers } from './file-pickers.tsx';
import { MchdFindings, MchdNotes } from './mchd-findings.tsx';
import { MchdHelp } from './mchd-help.tsx';
import { MchdSummary } from './mchd-summary.tsx';
import { closedBecause, findingsByKind, mchdView } from './mchd-view.ts';

/** The title changes while the focus stays on a button: it is said aloud. */
function useTitleAnnouncement(title: string): void {
  const before = useRef(title);
  useEffect(() => {
    if (before.current !== title) announce(title);
    before.current = title;
  }, [title]);
}

interface MchdPageProps {
  readonly state: WizardState;
  /** The place is chosen later, on the issuer's own page. */
  readonly placeLater: boolean;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** The power of attorney: its two files, what EGAIS expects of it, and what the check found. */
export function MchdPage({ state, placeLater, onBack, onDone }: MchdPageProps) {
  const { t } = useTranslation();
  const { mchd } = state;
  const { report } = mchd;
  const view = mchdView(mchd);
  const closed = closedBecause(view);
  const title = t(`mchd.title.${view}`, { count: findingsByKind(report).fault.length });
  useTitleAnnouncement(title);
  return (
    <StepPage
      state={state}
      step="subdivision"
      page="mchd"
      title={title}
      lead={t(`mchd.lead.${view}`)}
      onBack={onBack}
      hint={closed ? t(`mchd.hint.${closed}`) : placeLater ? t('mchd.hint.later') : null}
      hintId="mchd-hint"
      verb={
        <Button kind="primary" isDisabled={closed !== null} aria-describedby="mchd-hint" onPress={onDone}>
          {t('frame.continue')}
        </Button>
      }
    >
      <FilePickers mchd={mchd} />
      {mchd.problem ? (
        <div role="alert">
          <ProblemPanel problem={mchd.problem} />
        </div>
      ) : null}
      {report ? <MchdFindings report={report} /> : null}
      <CriteriaList report={report} />
      <div>
        {report ? <MchdSummary report={report} /> : null}
        {report ? <MchdNotes report={report} /> : null}
        <MchdHelp openAtFirst={view === 'pick'} />
      </div>
      <p className={card.note}>
        <Scale size={20} strokeWidth={1.9} aria-hidden />
        {t('mchd.honest')}
      </p>
    </StepPage>
  );
}
