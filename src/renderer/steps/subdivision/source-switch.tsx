import { useTranslation } from 'react-i18next';
import type { SubdivisionSourceId } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { SegmentChoice } from '../../controls/segment-choice.tsx';

interface SourceSwitchProps {
  readonly source: SubdivisionSourceId;
  readonly sources: readonly SubdivisionSourceId[];
}

/** Whose list of places this is, where more than one can be asked. */
export function SourceSwitch({ source, sources }: SourceSwitchProps) {
  const { t } = useTranslation();
  if (sources.length < 2) return null;
  return (
    <SegmentChoice
      label={t('subdivision.source.label')}
      options={sources.map((id) => ({ id, name: t(`subdivision.source.${id}`) }))}
      value={source}
      onChange={(chosen) => void ask('subdivisions:load', { source: chosen })}
    />
  );
}
