import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../../shared/ipc/wizard-state.ts';
import card from '../../../controls/card.module.css';
import { classes } from '../../../controls/classes.ts';
import { tokenCount } from '../utm-chapters.ts';

/** A UTM takes the first token it finds when it starts: with none or several it goes wrong. */
export function TokensNote({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const count = tokenCount(state);
  if (count === 1) return null;
  return (
    <div className={classes(card.note, card.sunken)}>
      <TriangleAlert size={20} strokeWidth={1.9} aria-hidden />
      <p>{count === 0 ? t('utmSetup.tokens.none') : t('utmSetup.tokens.several', { count })}</p>
    </div>
  );
}
