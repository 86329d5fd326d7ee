import { useTranslation } from 'react-i18next';
import type { IssueStage } from '../../../shared/domain/access-key.ts';
import { StageLines } from '../../controls/stage-lines.tsx';
import { formatElapsed } from '../../texts/dates.ts';
import { stageElapsed } from './access-key-view.ts';

interface StageListProps {
  readonly stages: readonly IssueStage[];
  readonly now: number;
  /** Beside something larger. */
  readonly small?: boolean;
}

/** The stages of an issue with the time each has taken. */
export function StageList({ stages, now, small = false }: StageListProps) {
  const { t } = useTranslation();
  const lines = stages.map((stage) => {
    const elapsed = stageElapsed(stage, now);
    return {
      id: stage.id,
      status: stage.status,
      words: t(`accessKey.stage.${stage.id}.${stage.status === 'done' ? 'done' : 'running'}`),
      statusWords: t(`accessKey.stageStatus.${stage.status}`),
      aside: elapsed === null ? null : formatElapsed(elapsed),
    };
  });
  return <StageLines label={t('accessKey.progress.stages')} stages={lines} small={small} />;
}
