import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import { formatDay } from '../../../shared/texts/fill.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import { ModalDialog } from '../../controls/modal-dialog.tsx';
import { useLanguage } from '../../texts/use-language.ts';
import { isSerialTail } from '../serial-tail.ts';
import { SerialTailField } from '../serial-tail-field.tsx';
import { useFields } from '../use-fields.ts';
import styles from './contents.module.css';
import type { ContentsRow, Deletable } from './contents-view.ts';
import { useRowName } from './use-row-name.ts';

interface DeleteDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly row: ContentsRow;
  readonly as: Deletable;
  readonly device: Device;
  readonly applet: Applet;
}

/** Names what dies and asks for the tail of the serial; Cancel has the focus. */
export function DeleteDialog({ isOpen, onClose, row, as, device, applet }: DeleteDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useRowName();
  const form = useId();
  const fields = useFields<'tail'>();
  const { what, whose } = nameOf(row);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const confirmation = fields.valueOf('tail').trim();
    if (confirmation === '') return fields.refuse('tail', t('contents.delete.tailMissing'));
    if (!isSerialTail(confirmation, device)) {
      return fields.refuse('tail', t('contents.delete.tailWrong', { serial: device.printedSerial }));
    }
    onClose();
    void ask('tokens:delete-key', { applet: applet.kind, keyId: row.keyId, as, confirmation });
  };
  return (
    <ModalDialog
      alert
      isOpen={isOpen}
      onClose={onClose}
      title={t(`contents.delete.title.${as}`)}
      buttons={
        <>
          <Button type="submit" form={form}>
            {t('contents.delete.verb')}
          </Button>
          <Button kind="primary" autoFocus onPress={onClose}>
            {t('frame.cancel')}
          </Button>
        </>
      }
    >
      <p>{t(`contents.delete.body.${as}`)}</p>
      <dl className={styles.dying}>
        <dt>{t('contents.delete.what')}</dt>
        <dd>
          <span className={styles.dyingName}>{what}</span>
          <span>{whose}</span>
          {row.certificate ? (
            <span>{t('token.certificate.until', { date: formatDay(row.certificate.notAfter, language) })}</span>
          ) : null}
        </dd>
      </dl>
      <form id={form} onSubmit={submit} noValidate autoComplete="off">
        <SerialTailField fields={fields} device={device} />
      </form>
    </ModalDialog>
  );
}
