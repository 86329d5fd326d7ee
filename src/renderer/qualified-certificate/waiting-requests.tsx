import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import { ask } from '../bridge.ts';
import { SegmentChoice } from '../controls/segment-choice.tsx';
import { formatClock } from '../texts/dates.ts';
import { useLanguage } from '../texts/use-language.ts';
import { waitingHere } from './qualified-view.ts';

/** Several requests wait on this token: which one the page is about. Nothing where there is no choice. */
export function WaitingRequests({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const waiting = waitingHere(state);
  if (waiting.length < 2 || state.qualified.request === null) return null;
  return (
    <SegmentChoice
      label={t('qualifiedCertificate.request.several')}
      options={waiting.map(({ keyId, request }) => ({
        id: keyId,
        name: `${formatDay(request.madeAt, language)}, ${formatClock(request.madeAt, language)}`,
      }))}
      value={state.qualified.request}
      onChange={(keyId) => void ask('qualified:choose-request', { keyId })}
    />
  );
}
