import { FileCheck2, FilePlus2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../../shared/ipc/wizard-state.ts';
import type { Language } from '../../../../shared/language.ts';
import { ask } from '../../../bridge.ts';
import { Button } from '../../../controls/button.tsx';
import card from '../../../controls/card.module.css';
import { classes } from '../../../controls/classes.ts';
import { fileSize } from '../../../texts/file-size.ts';
import { useLanguage } from '../../../texts/use-language.ts';
import styles from './mchd.module.css';

type Picked = NonNullable<WizardState['mchd']['document']>;

/** A file that could not even be read has no size. */
const pickedName = ({ name, size }: Picked, language: Language): string =>
  size > 0 ? `${name}, ${fileSize(size, language)}` : name;

interface FilePickerProps {
  readonly part: 'document' | 'signature';
  readonly picked: Picked | null;
  readonly busy: boolean;
}

function FilePicker({ part, picked, busy }: FilePickerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const file = t(`mchd.file.${part}.name`);
  const Icon = picked ? FileCheck2 : FilePlus2;
  return (
    <li className={card.row}>
      <span className={classes(styles.fileIcon, picked && styles.picked)}>
        <Icon size={19} strokeWidth={1.9} aria-hidden />
      </span>
      <div>
        <p className={card.title}>{file}</p>
        <p className={card.reason}>{picked ? pickedName(picked, language) : t(`mchd.file.${part}.formats`)}</p>
      </div>
      <Button
        isDisabled={busy}
        aria-label={picked ? t('mchd.replaceLabel', { file, name: picked.name }) : t('mchd.pickLabel', { file })}
        onPress={() => void ask('mchd:pick', { part })}
      >
        {picked ? t('mchd.replace') : t('mchd.pick')}
      </Button>
    </li>
  );
}

/** The two files of a power of attorney: which are chosen, and the way to choose them. */
export function FilePickers({ mchd }: { readonly mchd: WizardState['mchd'] }) {
  const { t } = useTranslation();
  const busy = mchd.phase === 'running';
  return (
    <div className={styles.files}>
      <ul className={card.card} aria-label={t('mchd.files')}>
        <FilePicker part="document" picked={mchd.document} busy={busy} />
        <FilePicker part="signature" picked={mchd.signature} busy={busy} />
      </ul>
      {mchd.document || mchd.signature ? (
        <Button kind="quiet" isDisabled={busy} onPress={() => void ask('mchd:forget', null)}>
          {t('mchd.forget')}
        </Button>
      ) : null}
    </div>
  );
}
