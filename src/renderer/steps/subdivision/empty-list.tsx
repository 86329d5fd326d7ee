import { Building2, FileKey, type LucideIcon, ScrollText, Unplug } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { openContractors } from '../../store/side-page.ts';
import { type EmptyCause, emptyCauses } from './empty-causes.ts';
import styles from './subdivision-step.module.css';

const icons: Readonly<Record<EmptyCause, LucideIcon>> = {
  signature: FileKey,
  link: Unplug,
  licence: ScrollText,
  contractors: Building2,
};

function Causes({ causes }: { readonly causes: readonly EmptyCause[] }) {
  const { t } = useTranslation();
  return (
    <ul className={card.card}>
      {causes.map((cause) => {
        const Icon = icons[cause];
        return (
          <li key={cause} className={card.row}>
            <Icon className={styles.causeIcon} size={20} strokeWidth={1.9} aria-hidden />
            <div>
              <p className={card.title}>{t(`subdivision.cause.${cause}.title`)}</p>
              <p className={card.reason}>{t(`subdivision.cause.${cause}.remedy`)}</p>
            </div>
            {cause === 'contractors' ? <Button onPress={openContractors}>{t('contractors.open')}</Button> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** Why no place is in the list, what is known to be so first, and what to do about each. */
export function EmptyList({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const { causes, likely } = emptyCauses(state);
  const parts = [
    { name: 'likely', causes: causes.slice(0, likely) },
    { name: likely > 0 ? 'further' : 'possible', causes: causes.slice(likely) },
  ] as const;
  return parts
    .filter((part) => part.causes.length > 0)
    .map((part) => (
      <section key={part.name} className={styles.causes} aria-labelledby={`causes-${part.name}`}>
        <h2 id={`causes-${part.name}`} className={styles.causesTitle}>
          {t(`subdivision.causes.${part.name}`)}
        </h2>
        <Causes causes={part.causes} />
      </section>
    ));
}
