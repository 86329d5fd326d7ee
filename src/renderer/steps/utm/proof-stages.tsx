import { useTranslation } from 'react-i18next';
import type { UtmProofStage } from '../../../shared/domain/utm-proof.ts';
import card from '../../controls/card.module.css';
import { type Mark, StatusMark } from '../../controls/status-mark.tsx';
import { useInView } from '../../controls/use-in-view.ts';
import { formatClock, formatElapsed } from '../../texts/dates.ts';
import { useLanguage } from '../../texts/use-language.ts';

const marks: Record<UtmProofStage['status'], Mark> = {
  waiting: 'ahead',
  running: 'running',
  passed: 'ok',
  failed: 'bad',
  unknown: 'unknown',
  skipped: 'ahead',
};

const moving = new Set<UtmProofStage['status']>(['waiting', 'running', 'skipped']);

interface ProofStageProps {
  readonly stage: UtmProofStage;
  readonly now: number;
}

function ProofStage({ stage: { id, status, startedAt, finishedAt, values }, now }: ProofStageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = useInView<HTMLLIElement>(status === 'running');
  const said = status === 'failed' ? String(values.answer ?? values.cause ?? '') : '';
  const outcome = moving.has(status) ? 'ahead' : status === 'passed' ? 'passed' : 'not';
  const aside = () => {
    if (status === 'running' && startedAt) return formatElapsed(now - Date.parse(startedAt));
    return status === 'passed' && finishedAt ? formatClock(finishedAt, language) : null;
  };
  return (
    <li ref={place} className={card.row}>
      <StatusMark mark={marks[status]} label={t(`utmSetup.proof.status.${status}`)} />
      <div>
        <p className={card.title}>{t(`utmSetup.proof.stage.${id}.${outcome}`)}</p>
        {said !== '' && said !== '—' ? <p className={card.reason}>{t('utm.note.utmSays', { text: said })}</p> : null}
      </div>
      <span className={card.reason}>{aside()}</span>
    </li>
  );
}

/** The proof of a UTM, stage by stage, with the words of its answer where it gave some; the running one is in view. */
export function ProofStages({ stages, now }: { readonly stages: readonly UtmProofStage[]; readonly now: number }) {
  const { t } = useTranslation();
  return (
    <ul className={card.card} aria-label={t('utmSetup.proof.stages')}>
      {stages.map((stage) => (
        <ProofStage key={stage.id} stage={stage} now={now} />
      ))}
    </ul>
  );
}
