import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import { formatDay } from '../../../shared/texts/fill.ts';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { useLanguage } from '../../texts/use-language.ts';
import type { ContentsRow } from '../contents/contents-view.ts';
import { useRowName } from '../contents/use-row-name.ts';
import styles from './prepare.module.css';
import { dyingOf, isBlank } from './prepare-view.ts';

interface DyingListProps {
  readonly device: Device;
  readonly applet: Applet;
}

/** All that will be erased, by name; nothing where nothing is lost. */
export function DyingList({ device, applet }: DyingListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useRowName();
  if (isBlank(applet)) return null;
  const { rows, containers } = dyingOf(applet, Date.now());
  const living = ({ certificate, expired }: ContentsRow) => certificate?.purpose === 'qualified' && !expired;
  return (
    <section className={classes(card.card, styles.dying)} aria-labelledby="what-dies">
      <h2 id="what-dies" className={styles.dyingTitle}>
        <Trash2 size={18} strokeWidth={2} aria-hidden />
        {t('prepare.dies.title')}
      </h2>
      <ul className={styles.dyingList}>
        {rows.map((row) => {
          const { what, whose } = nameOf(row);
          const until = row.certificate
            ? t('token.certificate.until', { date: formatDay(row.certificate.notAfter, language) })
            : null;
          return (
            <li key={row.id}>
              <span className={card.title}>{what}</span>{' '}
              <span className={styles.whose}>{[whose, until].filter(Boolean).join(' · ')}</span>
              {living(row) ? <p className={styles.living}>{t('prepare.dies.qualified')}</p> : null}
            </li>
          );
        })}
        {containers.map((name) => (
          <li key={name} className={card.title}>
            {t('contents.container', { name })}
          </li>
        ))}
      </ul>
      {device.applets.length > 1 ? <p className={styles.whose}>{t('prepare.dies.other')}</p> : null}
    </section>
  );
}
