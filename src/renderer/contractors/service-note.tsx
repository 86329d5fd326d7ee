import { Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import card from '../controls/card.module.css';

/** Who answers here: never the personal account itself, whose protocol is not public. */
export function ServiceNote({ practice }: { readonly practice: boolean }) {
  const { t } = useTranslation();
  return (
    <p className={card.note}>
      <Info size={20} strokeWidth={1.9} aria-hidden />
      {practice ? t('contractors.stand.practice') : t('contractors.stand.real')}
    </p>
  );
}
