import { FileDown, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PrintedDocumentId } from '../../shared/printed-documents.ts';
import { ask } from '../bridge.ts';
import { useSavedFile } from '../texts/use-saved-file.ts';
import { Button } from './button.tsx';
import styles from './document-buttons.module.css';

interface DocumentButtonsProps {
  readonly document: PrintedDocumentId;
  /** What the document is called, where there are several beside each other. */
  readonly name?: string;
}

/** A document on paper: saved as PDF, or printed. */
export function DocumentButtons({ document, name }: DocumentButtonsProps) {
  const { t } = useTranslation();
  const label = (verb: string) => (name === undefined ? verb : `${verb}: ${name}`);
  const { saved, save } = useSavedFile();
  return (
    <div className={styles.buttons}>
      <Button
        icon={<FileDown size={17} strokeWidth={2} aria-hidden />}
        aria-label={label(t('accessKey.document.save'))}
        onPress={() => void save(ask('documents:save', { document }))}
      >
        {t('accessKey.document.save')}
      </Button>
      <Button
        icon={<Printer size={17} strokeWidth={2} aria-hidden />}
        aria-label={label(t('accessKey.document.print'))}
        onPress={() => void ask('documents:print', { document })}
      >
        {t('accessKey.document.print')}
      </Button>
      {saved ? <p className={styles.saved}>{saved}</p> : null}
    </div>
  );
}
