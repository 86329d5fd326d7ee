import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { UtmState } from '../../../shared/domain/utm.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import { closeSidePage } from '../../store/side-page.ts';
import type { ChapterProps } from './chapter-props.ts';
import { lacksPins, restartHelps } from './utm-chapters.ts';
import type { UtmStage } from './utm-frame.tsx';

/** What is done next about a UTM: the one filled button of its page. */
export type VerdictVerbId = 'go-back' | 'renew-database' | 'prove' | 'nothing' | 'give-pins' | 'restart' | 'look';

interface VerdictFacts {
  readonly verdict: UtmState['verdict'] | null;
  readonly stage: UtmStage;
  /** It was put to the proof and passed. */
  readonly proven: boolean;
}

/** First match wins. */
export function verdictVerb({ verdict, stage, proven }: VerdictFacts): VerdictVerbId {
  if (verdict === null) return 'look';
  const { id, healthy } = verdict;
  if (stage === 'beside' && (healthy || id === 'needs-access-key')) return 'go-back';
  if (healthy) return stage === 'step' && !proven ? 'prove' : 'nothing';
  if (id === 'foreign-database') return 'renew-database';
  if (lacksPins(id)) return 'give-pins';
  return restartHelps(id) ? 'restart' : 'look';
}

interface VerdictVerbProps extends Pick<ChapterProps, 'onAsk'> {
  readonly verb: VerdictVerbId;
  readonly isDisabled: boolean;
  readonly onLook: () => void;
}

const another = () => void ask('wizard:start-over', null);

export function VerdictVerb({ verb, isDisabled, onLook, onAsk }: VerdictVerbProps) {
  const { t } = useTranslation();
  const primary: Readonly<Record<Exclude<VerdictVerbId, 'nothing'>, { words: string; act: () => void }>> = {
    'go-back': { words: t('utmSetup.back'), act: closeSidePage },
    'renew-database': { words: t('utmSetup.database.open'), act: () => onAsk('database') },
    prove: { words: t('utmSetup.proof.verb'), act: () => void ask('utm:prove', null) },
    'give-pins': { words: t('utmSetup.settings.open'), act: () => onAsk('settings') },
    restart: { words: t('utmSetup.restart'), act: () => void ask('utm:start', null) },
    look: { words: t('utm.checkAgain'), act: onLook },
  };
  const waits = verb === 'prove' || verb === 'look' || verb === 'restart';
  return (
    <>
      {verb === 'prove' || verb === 'nothing' ? <Button onPress={another}>{t('utm.another')}</Button> : null}
      {verb === 'nothing' ? null : (
        <Button
          kind="primary"
          {...(verb === 'look' ? { icon: <RotateCw size={17} strokeWidth={2} aria-hidden /> } : {})}
          isDisabled={waits && isDisabled}
          onPress={primary[verb].act}
        >
          {primary[verb].words}
        </Button>
      )}
    </>
  );
}
