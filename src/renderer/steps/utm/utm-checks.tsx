import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/texts/fill.ts';
import card from '../../controls/card.module.css';
import { type Mark, StatusMark } from '../../controls/status-mark.tsx';
import { useLanguage } from '../../texts/use-language.ts';
import type { UtmCheck } from './utm-view.ts';

const marks: Record<UtmCheck['status'], Mark> = { passed: 'ok', failed: 'bad', unknown: 'unknown' };

interface UtmChecksProps {
  readonly checks: readonly UtmCheck[];
  readonly contour: string | null;
}

/** What the UTM confirms, point by point. */
export function UtmChecks({ checks, contour }: UtmChecksProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const known = contour?.toLowerCase();
  const contourName = known === 'prod' || known === 'test' ? t(`utm.contour.${known}`) : (contour ?? '—');
  const note = ({ id, status, fsrarId, until, said }: UtmCheck): string | null => {
    if (said) return t('utm.note.utmSays', { text: said });
    const date = until && formatDay(until, language);
    if (id === 'database') return fsrarId && status === 'failed' ? t('utm.note.databaseOf', { fsrarId }) : null;
    if (fsrarId && date) return t('utm.note.fsrarIdUntil', { fsrarId, date });
    if (fsrarId) return t('utm.note.fsrarId', { fsrarId });
    return date ? t('utm.note.until', { date }) : null;
  };
  return (
    <ul className={card.card} aria-label={t('utm.checks')}>
      {checks.map((check) => {
        const below = note(check);
        return (
          <li key={check.id} className={card.row}>
            <StatusMark mark={marks[check.status]} label={t(`utm.status.${check.status}`)} />
            <div>
              <p className={card.title}>{t(`utm.check.${check.id}.${check.status}`, { contour: contourName })}</p>
              {below ? <p className={card.reason}>{below}</p> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
