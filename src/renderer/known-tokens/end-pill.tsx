import { BadgeCheck, CircleX, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { daysLeft, type EndingKey, reminderDays } from '../../shared/domain/known-token.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import { Pill } from '../controls/pill.tsx';
import { useLanguage } from '../texts/use-language.ts';

/** How long a key of a known token lasts, in words. */
export function EndPill({ of, until }: { readonly of: EndingKey; readonly until: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const key = of === 'qualified' ? t('keyChange.ends.qualified') : t('keyChange.ends.accessKey');
  const left = daysLeft(until, new Date());
  const date = formatDay(until, language);
  if (left < 0) {
    return (
      <Pill tone="bad" icon={CircleX}>
        {t('knownTokens.over', { key, date })}
      </Pill>
    );
  }
  if (left > reminderDays[0]) {
    return (
      <Pill tone="ok" icon={BadgeCheck}>
        {t('knownTokens.until', { key, date })}
      </Pill>
    );
  }
  return (
    <Pill tone="warn" icon={Clock}>
      {left === 0 ? t('knownTokens.today', { key }) : t('knownTokens.left', { key, count: left })}
    </Pill>
  );
}
