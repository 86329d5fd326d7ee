import { useTranslation } from 'react-i18next';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import styles from './subdivision-step.module.css';

interface NothingFoundProps {
  readonly query: string;
  readonly onShowAll: () => void;
}

/** In the stead of the list: no place is as the person asks. */
export function NothingFound({ query, onShowAll }: NothingFoundProps) {
  const { t } = useTranslation();
  return (
    <div className={classes(card.card, styles.nothing)}>
      <p className={card.title}>{t('subdivision.nothingFound', { query })}</p>
      <p className={card.reason}>{t('subdivision.nothingFoundWhy')}</p>
      <Button onPress={onShowAll}>{t('subdivision.showAll')}</Button>
    </div>
  );
}
