import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { formatDay } from '../../../shared/texts/fill.ts';
import { useSubdivisionRows } from '../../store/subdivision-rows.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { SerialTailField } from '../../token-tasks/serial-tail-field.tsx';
import { summaryOf } from './access-key-view.ts';
import styles from './replacement-note.module.css';
import { addressOf, replacementOf } from './replacement-view.ts';
import type { useTail } from './use-tail.ts';

interface ReplacementProps {
  readonly state: WizardState;
  readonly fields: ReturnType<typeof useTail>['fields'];
}

interface ForeignPlaceProps {
  readonly revision: number;
  readonly fsrarId: string;
}

/** Where the other place is, if the list has it. */
const ForeignPlace = ({ revision, fsrarId }: ForeignPlaceProps) => {
  const { t } = useTranslation();
  const { rows } = useSubdivisionRows(revision);
  const address = addressOf(rows, fsrarId);
  return address === null ? null : <p>{t('accessKey.replacement.foreignPlace', { address })}</p>;
};

/** Which key goes and what that means, with the field by which a person agrees to it. */
export function ReplacementTerms({ state, fields }: ReplacementProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { device } = summaryOf(state);
  const { key, foreign } = replacementOf(state, Date.now());
  const values = { fsrarId: key?.fsrarId ?? '—', date: key ? formatDay(key.notAfter, language) : '—' };
  return (
    <>
      {key ? <p>{t(`accessKey.replacement.${foreign ? 'foreign' : 'own'}`, values)}</p> : null}
      {foreign ? (
        <>
          <ForeignPlace revision={state.subdivisions.revision} fsrarId={values.fsrarId} />
          <p>{t('accessKey.replacement.foreignUtm')}</p>
        </>
      ) : null}
      <p>{t('accessKey.replacement.kept')}</p>
      {device ? (
        <div className={styles.field}>
          <SerialTailField fields={fields} device={device} />
        </div>
      ) : null}
    </>
  );
}

/** The same as a block of the page. */
export function ReplacementNote({ state, fields }: ReplacementProps) {
  const { t } = useTranslation();
  const title = useId();
  const { foreign } = replacementOf(state, Date.now());
  return (
    <section className={styles.note} aria-labelledby={title}>
      <TriangleAlert className={styles.icon} size={20} strokeWidth={2} aria-hidden />
      <div className={styles.words}>
        <h2 id={title} className={styles.title}>
          {t(`accessKey.replacement.title.${foreign ? 'foreign' : 'own'}`)}
        </h2>
        <ReplacementTerms state={state} fields={fields} />
      </div>
    </section>
  );
}
