import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../bridge.ts';
import { Button } from '../../../controls/button.tsx';
import { DisclosurePanel } from '../../../controls/disclosure-panel.tsx';
import styles from './mchd.module.css';

/** Where a power of attorney comes from; users skip the last of its three acts (docs/sources.md, МЧД). */
export function MchdHelp({ openAtFirst }: { readonly openAtFirst: boolean }) {
  const { t } = useTranslation();
  return (
    <DisclosurePanel title={t('mchd.help.title')} openAtFirst={openAtFirst}>
      <div className={styles.help}>
        <p>{t('mchd.help.where')}</p>
        <p>{t('mchd.help.acts')}</p>
        <ol className={styles.acts}>
          <li>{t('mchd.help.create')}</li>
          <li>{t('mchd.help.sign')}</li>
          <li>{t('mchd.help.upload')}</li>
        </ol>
        <p>{t('mchd.help.files')}</p>
        <Button
          icon={<ExternalLink size={16} strokeWidth={2} aria-hidden />}
          onPress={() => void ask('wizard:open-page', { page: 'mchd-portal' })}
        >
          {t('mchd.help.open')}
        </Button>
      </div>
    </DisclosurePanel>
  );
}
