import { useTranslation } from 'react-i18next';
import { accountingPrograms } from '../../../shared/texts/accounting-programs.ts';
import card from '../../controls/card.module.css';
import { DisclosurePanel } from '../../controls/disclosure-panel.tsx';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './utm-step.module.css';

/** Where the commonest programs are told of their UTM; folded away, for most people know. */
export function ProgramPlaces() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <DisclosurePanel title={t('utm.handover.programs')}>
      <dl className={styles.programs}>
        {accountingPrograms.map(({ id, name, where }) => (
          <div key={id}>
            <dt className={card.title}>{name[language]}</dt>
            <dd className={card.reason}>{where[language]}</dd>
          </div>
        ))}
      </dl>
    </DisclosurePanel>
  );
}
