import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { classes } from '../controls/classes.ts';
import { openKeyChange } from '../store/side-page.ts';
import { useLanguage } from '../texts/use-language.ts';
import styles from './key-change.module.css';
import { changesGoing } from './key-change-view.ts';

/** On the first page: a change of keys was begun some day, and goes on from where the token stands. */
export function ResumeNote({ keyChange }: Pick<WizardState, 'keyChange'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [latest] = [...changesGoing(keyChange)].sort((left, right) => right.begunAt.localeCompare(left.begunAt));
  if (!latest) return null;
  return (
    <div className={classes(card.note, styles.resume)}>
      <CalendarClock size={20} strokeWidth={1.9} aria-hidden />
      <p className={card.title}>{t('keyChange.resume', { date: formatDay(latest.begunAt, language) })}</p>
      <Button onPress={openKeyChange}>{t('keyChange.resumeVerb')}</Button>
    </div>
  );
}
