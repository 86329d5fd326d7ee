import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import styles from './prepare.module.css';
import { isUtmAtWork } from './prepare-view.ts';

/** Another program that holds the token is named before the work begins. */
export function UtmAtWork({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  if (!isUtmAtWork(state)) return null;
  return (
    <p className={classes(card.note, styles.warning)}>
      <TriangleAlert size={20} strokeWidth={1.9} aria-hidden />
      {t('prepare.utm')}
    </p>
  );
}
