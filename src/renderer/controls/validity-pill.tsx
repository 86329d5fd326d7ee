import { BadgeCheck, CalendarClock, CircleX, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../shared/domain/certificate.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import { useLanguage } from '../texts/use-language.ts';
import { Pill } from './pill.tsx';
import { validityOf } from './validity.ts';

/** Whether a certificate is in force, in words. */
export function ValidityPill({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const validity = validityOf(certificate, Date.now());
  if (validity.kind === 'valid') {
    const date = formatDay(validity.until, language);
    return (
      <Pill tone="ok" icon={BadgeCheck}>
        {t('token.validity.valid', { date })}
      </Pill>
    );
  }
  if (validity.kind === 'ending') {
    return (
      <Pill tone="warn" icon={Clock}>
        {validity.days === 0 ? t('token.validity.endsToday') : t('token.validity.ending', { count: validity.days })}
      </Pill>
    );
  }
  if (validity.kind === 'expired') {
    return (
      <Pill tone="bad" icon={CircleX}>
        {t('token.validity.expired', { date: formatDay(validity.since, language) })}
      </Pill>
    );
  }
  return (
    <Pill tone="warn" icon={CalendarClock}>
      {t('token.validity.not-yet', { date: formatDay(validity.from, language) })}
    </Pill>
  );
}
