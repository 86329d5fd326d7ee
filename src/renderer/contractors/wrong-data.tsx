import { useTranslation } from 'react-i18next';
import styles from './contractors.module.css';

/** Where a licensee goes with data that are wrong; source: instructions of the agency, 3.3 and 3.4. */
export function WrongData() {
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      <li>{t('contractors.licensed.licence')}</li>
      <li>{t('contractors.licensed.register')}</li>
      <li>{t('contractors.licensed.missing')}</li>
    </ul>
  );
}
