import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fillText } from '../../../../shared/texts/fill.ts';
import { utmVerdictTexts } from '../../../../shared/texts/utm-verdicts.ts';
import { ask } from '../../../bridge.ts';
import { Button } from '../../../controls/button.tsx';
import { ProblemPanel } from '../../../controls/problem-panel.tsx';
import { StatusMark } from '../../../controls/status-mark.tsx';
import { useLanguage } from '../../../texts/use-language.ts';
import type { ChapterProps } from '../chapter-props.ts';
import { UtmFrame } from '../utm-frame.tsx';
import { BuildNote } from './build-note.tsx';
import styles from './chapters.module.css';
import { TokensNote } from './tokens-note.tsx';

const start = () => void ask('utm:start', null);

/** The UTM is installed and not running, or has to read its settings anew. */
export function StartPage({ state, stage, onAsk }: ChapterProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { work, installed, configured } = state.utmSetup;
  const { verdict } = state.utm.state ?? {};
  const texts = verdict && configured !== 'start-due' ? utmVerdictTexts[verdict.id][language] : null;
  const starting = work?.phase === 'running';
  return (
    <UtmFrame
      state={state}
      stage={stage}
      page="start"
      title={verdict && texts ? fillText(texts.title, verdict.values, language) : t('utmSetup.start.title')}
      lead={verdict && texts ? fillText(texts.reason, verdict.values, language) : t('utmSetup.start.lead')}
      noBack={starting}
      hint={t('utmSetup.start.hint')}
      verb={
        <Button
          kind="primary"
          icon={<Play size={17} strokeWidth={2} aria-hidden />}
          isDisabled={starting}
          onPress={start}
        >
          {t('utmSetup.start.verb')}
        </Button>
      }
    >
      {work?.problem ? <ProblemPanel problem={work.problem} handlers={{ 'try-again': start }} /> : null}
      {starting ? (
        <p className={styles.busy} role="status">
          <StatusMark mark="running" label={null} />
          <span>{t('utmSetup.start.running')}</span>
        </p>
      ) : null}
      <TokensNote state={state} />
      <BuildNote installed={installed} />
      {starting ? null : (
        <div className={styles.aside}>
          <Button kind="quiet" onPress={() => onAsk('settings')}>
            {t('utmSetup.start.settings')}
          </Button>
        </div>
      )}
    </UtmFrame>
  );
}
