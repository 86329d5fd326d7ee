import { FileDown, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PrintedDocumentId } from '../../shared/printed-documents.ts';
import { ask } from '../bridge.ts';
import { useSavedFile } from '../texts/use-saved-file.ts';
import { Button } from './button.tsx';
import styles from './document-buttons.module.css';

/** A document on paper: saved as PDF, or printed. */
export function DocumentButtons({ document }: { readonly document: PrintedDocumentId }) {
  const { t } = useTranslation();
  const { saved, save } = useSavedFile();
  return (
    <div className={styles.buttons}>
      <Button
        icon={<FileDown size={17} strokeWidth={2} aria-hidden />}
        onPress={() => void save(ask('documents:save', { document }))}
      >
        {t('accessKey.document.save')}
      </Button>
      <Button
        icon={<Printer size={17} strokeWidth={2} aria-hidden />}
        onPress={() => void ask('documents:print', { document })}
      >
        {t('accessKey.document.print')}
      </Button>
      {saved ? <p className={styles.saved}>{saved}</p> : null}
    </div>
  );
}
