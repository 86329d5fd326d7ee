import { useTranslation } from 'react-i18next';
import type { DiagnosticsFile } from '../../shared/domain/diagnostics.ts';
import { DisclosurePanel } from '../controls/disclosure-panel.tsx';
import { useLanguage } from '../texts/use-language.ts';
import styles from './diagnostics.module.css';
import { fileWords, formatSize, isKnownFile } from './file-names.ts';

/** One file: what it is in plain words, its name, and its text, which can be read to the last letter. */
export function DiagnosticsFileRow({ file: { name, size, text } }: { readonly file: DiagnosticsFile }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className={styles.file}>
      <DisclosurePanel
        title={
          <span className={styles.fileTitle}>
            <span>{isKnownFile(name) ? t(`diagnostics.file.${fileWords[name]}`) : name}</span>
            <span className={styles.fileName}>
              {name}, {formatSize(size, language)}
            </span>
          </span>
        }
      >
        <textarea
          className={styles.text}
          aria-label={t('diagnostics.text', { name })}
          rows={12}
          readOnly
          spellCheck={false}
          value={text}
        />
      </DisclosurePanel>
    </li>
  );
}
