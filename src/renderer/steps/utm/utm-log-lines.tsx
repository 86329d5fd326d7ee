import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../controls/copy-button.tsx';
import { DisclosurePanel } from '../../controls/disclosure-panel.tsx';
import styles from './utm-step.module.css';

/** What the UTM's log said last of its troubles, folded away. */
export function UtmLogLines({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation();
  const text = lines.join('\n');
  return (
    <DisclosurePanel title={t('utm.log')}>
      <pre className={styles.log}>{text}</pre>
      <CopyButton text={text} />
    </DisclosurePanel>
  );
}
