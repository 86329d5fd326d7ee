import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { accessRoleSchema } from '../../../shared/domain/access-role.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { formatDay } from '../../../shared/texts/fill.ts';
import { Button } from '../../controls/button.tsx';
import { DocumentButtons } from '../../controls/document-buttons.tsx';
import { ModalDialog } from '../../controls/modal-dialog.tsx';
import { useLanguage } from '../../texts/use-language.ts';
import { summaryOf } from './access-key-view.ts';
import styles from './application-dialog.module.css';
import { type ApplicationSection, applicationOf } from './application-view.ts';

const Section = ({ section }: { readonly section: ApplicationSection }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const shown = ({ id, value }: ApplicationSection['rows'][number]): string => {
    if (id === 'role') return t(`accessKey.role.${accessRoleSchema.parse(value)}`);
    return id === 'mchdUntil' || id === 'signatureUntil' ? formatDay(value, language) : value;
  };
  return (
    <section aria-labelledby={title}>
      <h3 id={title} className={styles.title}>
        {t(`accessKey.application.section.${section.id}`)}
      </h3>
      <dl className={styles.rows}>
        {section.rows.map((row) => (
          <div key={row.id} className={styles.row}>
            <dt>{t(`accessKey.application.row.${row.id}`)}</dt>
            <dd>{shown(row)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

interface ApplicationDialogProps {
  readonly state: WizardState;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/**
 * «Заявка на получение ключа доступа» in full, and what the tick means. The consent is quoted as the UTM's own page
 * words it (docs/sources.md, UTM).
 */
export function ApplicationDialog({ state, isOpen, onClose }: ApplicationDialogProps) {
  const { t } = useTranslation();
  const terms = useId();
  const holder = summaryOf(state).qualified?.holder.name ?? '—';
  return (
    <ModalDialog
      wide
      isOpen={isOpen}
      onClose={onClose}
      title={t('accessKey.application.title')}
      buttons={
        <Button kind="primary" autoFocus onPress={onClose}>
          {t('frame.close')}
        </Button>
      }
    >
      {applicationOf(state).map((section) => (
        <Section key={section.id} section={section} />
      ))}
      <section aria-labelledby={terms} className={styles.terms}>
        <h3 id={terms} className={styles.title}>
          {t('accessKey.application.section.terms')}
        </h3>
        <p>{t('accessKey.application.consent')}</p>
        <ul className={styles.items}>
          <li>{t('accessKey.application.item1', { holder })}</li>
          <li>{t('accessKey.application.item2')}</li>
          <li>{t('accessKey.application.item3')}</li>
        </ul>
        <p>{t('accessKey.application.official')}</p>
      </section>
      <DocumentButtons document="application" />
    </ModalDialog>
  );
}
