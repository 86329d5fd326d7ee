import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../bridge.ts';
import { Button } from '../../../controls/button.tsx';
import card from '../../../controls/card.module.css';
import { classes } from '../../../controls/classes.ts';
import { useNow } from '../../../store/use-now.ts';
import { formatElapsed } from '../../../texts/dates.ts';
import { fileSize } from '../../../texts/file-size.ts';
import { useLanguage } from '../../../texts/use-language.ts';
import type { ChapterProps } from '../chapter-props.ts';
import { partReceived } from '../utm-chapters.ts';
import { UtmFrame } from '../utm-frame.tsx';
import styles from './chapters.module.css';

/** The archive is on its way, or is being looked at. */
export function GettingPage({ state, stage }: ChapterProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow(true);
  const { work, received } = state.utmSetup;
  const part = partReceived(state.utmSetup);
  const whole = work?.kind === 'unpack' || part === 1;
  const kind = whole ? 'look' : 'download';
  const said = () => {
    if (whole) return t('utmSetup.getting.looking');
    if (received === null || part === null) return t('utmSetup.getting.connecting');
    return t('utmSetup.getting.received', {
      got: fileSize(received.bytes, language),
      of: fileSize(received.of, language),
    });
  };
  return (
    <UtmFrame
      state={state}
      stage={stage}
      page="getting"
      title={t(`utmSetup.getting.title.${kind}`)}
      lead={t(`utmSetup.getting.lead.${kind}`)}
      noBack
      verb={whole ? null : <Button onPress={() => void ask('utm:stop', null)}>{t('utmSetup.getting.stop')}</Button>}
    >
      <ProgressBar
        className={classes(card.card, styles.download)}
        aria-label={t(`utmSetup.getting.title.${kind}`)}
        {...(part === null || whole ? { isIndeterminate: true } : { value: part * 100 })}
      >
        <div className={styles.bar} aria-hidden="true">
          <div
            className={classes(styles.done, (part === null || whole) && styles.unknown)}
            style={part === null || whole ? undefined : { width: `${part * 100}%` }}
          />
        </div>
        <p className={styles.received}>
          <span>{said()}</span>
          <span>{work ? formatElapsed(now - Date.parse(work.startedAt)) : null}</span>
        </p>
      </ProgressBar>
    </UtmFrame>
  );
}
