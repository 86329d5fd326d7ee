import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/texts/fill.ts';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { formatMonth } from '../../texts/dates.ts';
import { useLanguage } from '../../texts/use-language.ts';
import type { NextChange } from './utm-view.ts';

/** When the next key change is due. */
export function NextChangeNote({ next }: { readonly next: NextChange }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const qualified = next.qualified && formatDay(next.qualified, language);
  const accessKey = next.accessKey && formatDay(next.accessKey, language);
  const words = () => {
    if (qualified && accessKey) return t('utm.next.both', { qualified, accessKey });
    if (qualified) return t('utm.next.qualified', { qualified });
    return t('utm.next.accessKey', { accessKey: accessKey ?? '—' });
  };
  return (
    <div className={classes(card.note, card.sunken)}>
      <CalendarClock size={21} strokeWidth={1.8} aria-hidden />
      <div>
        <p className={card.title}>{t('utm.next.title', { month: formatMonth(next.first, language) })}</p>
        <p className={card.reason}>{words()}</p>
      </div>
    </div>
  );
}
