import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../controls/button.tsx';
import { DisclosurePanel } from '../../controls/disclosure-panel.tsx';
import { openContractors } from '../../store/side-page.ts';
import styles from './subdivision-step.module.css';

/** Why a place may not be in the list; the rules are those of the personal account and of the licence register. */
export const MissingPlace = memo(function MissingPlace() {
  const { t } = useTranslation();
  return (
    <div className={styles.missing}>
      <p className={styles.ask}>{t('subdivision.missing.ask')}</p>
      <DisclosurePanel title={t('subdivision.missing.title')}>
        <ul className={styles.reasons}>
          <li>{t('subdivision.missing.licence')}</li>
          <li>{t('subdivision.missing.noLicence')}</li>
          <li>{t('subdivision.missing.sameKpp')}</li>
          <li>{t('subdivision.missing.soleProprietor')}</li>
        </ul>
        <Button kind="quiet" onPress={openContractors}>
          {t('contractors.open')}
        </Button>
      </DisclosurePanel>
    </div>
  );
});
