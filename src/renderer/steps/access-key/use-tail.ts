import { useTranslation } from 'react-i18next';
import type { Device } from '../../../shared/domain/token.ts';
import { isSerialTail } from '../../token-tasks/serial-tail.ts';
import { useFields } from '../../token-tasks/use-fields.ts';

/** The tail of the serial that a person types to agree to the end of a key. */
export function useTail(device: Device | null) {
  const { t } = useTranslation();
  const fields = useFields<'tail'>();
  /** What was typed, once it is right; else says beside the field what is missing, and answers `null`. */
  const confirmed = (): string | null => {
    const typed = fields.valueOf('tail').trim();
    if (device && isSerialTail(typed, device)) return typed;
    fields.refuse(
      'tail',
      typed === '' || !device
        ? t('contents.delete.tailMissing')
        : t('contents.delete.tailWrong', { serial: device.printedSerial }),
    );
    return null;
  };
  return { fields, confirmed };
}
