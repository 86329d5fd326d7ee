import { CalendarClock, CalendarPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Handover, nextChangeOf } from '../../../shared/handover.ts';
import { formatDay } from '../../../shared/texts/fill.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { formatMonth } from '../../texts/dates.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { useSavedFile } from '../../texts/use-saved-file.ts';
import styles from './utm-step.module.css';

/** When the next key change is due, and a file that reminds of it. */
export function NextChangeNote({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { saved, save } = useSavedFile();
  const first = nextChangeOf(handover);
  if (first === null) return null;
  const qualified = handover.qualifiedUntil && formatDay(handover.qualifiedUntil, language);
  const accessKey = handover.accessKeyUntil && formatDay(handover.accessKeyUntil, language);
  const words = () => {
    if (qualified && accessKey) return t('utm.next.both', { qualified, accessKey });
    if (qualified) return t('utm.next.qualified', { qualified });
    return t('utm.next.accessKey', { accessKey: accessKey ?? '—' });
  };
  return (
    <div className={classes(card.note, card.sunken, styles.next)}>
      <CalendarClock size={21} strokeWidth={1.8} aria-hidden />
      <div>
        <p className={card.title}>{t('utm.next.title', { month: formatMonth(first, language) })}</p>
        <p className={card.reason}>{words()}</p>
        {saved ? <p className={card.reason}>{saved}</p> : null}
      </div>
      <Button
        icon={<CalendarPlus size={17} strokeWidth={2} aria-hidden />}
        onPress={() => void save(ask('utm:save-calendar', null))}
      >
        {t('utm.next.remind')}
      </Button>
    </div>
  );
}
