import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../shared/domain/token.ts';
import { InputField } from '../controls/input-field.tsx';
import styles from './token-task.module.css';
import type { useFields } from './use-fields.ts';

interface SerialTailFieldProps {
  readonly fields: Pick<ReturnType<typeof useFields<'tail'>>, 'props'>;
  readonly device: Device;
}

/** Typed by the person from the case, so that the wrong token is not erased. */
export function SerialTailField({ fields, device }: SerialTailFieldProps) {
  const { t } = useTranslation();
  const about = useId();
  return (
    <div className={styles.whole}>
      <InputField label={t('contents.delete.tail')} describedBy={about} {...fields.props('tail')} />
      <p id={about} className={styles.rule}>
        {t('contents.delete.tailHint', { name: device.name, serial: device.printedSerial })}
      </p>
    </div>
  );
}
