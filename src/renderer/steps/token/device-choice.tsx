import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../shared/domain/token.ts';
import { TokenDrawing } from '../../token-drawing/token-drawing.tsx';
import styles from './device-choice.module.css';
import { Shortcomings } from './shortcomings.tsx';
import { deviceHolder } from './token-view.ts';

interface DeviceChoiceProps {
  readonly devices: readonly Device[];
  readonly selected: string | null;
  readonly onSelect: (device: string) => void;
}

/** Several tokens side by side, told apart by the number on the case and by whom they speak for. */
export function DeviceChoice({ devices, selected, onSelect }: DeviceChoiceProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className={styles.choice ?? ''}
      aria-label={t('token.choose.label')}
      value={selected}
      onChange={onSelect}
    >
      {devices.map((device) => (
        <Radio key={device.id} value={device.id} className={styles.device ?? ''}>
          <span className={styles.dot} aria-hidden="true" />
          <TokenDrawing className={styles.drawing} family={device.family} />
          <span className={styles.words}>
            <span className={styles.name}>{device.name}</span>
            <span className={styles.serial}>{t('token.choose.printed', { serial: device.printedSerial })}</span>
            <span className={styles.holder}>{deviceHolder(device) ?? t('token.choose.noHolder')}</span>
            <Shortcomings device={device} />
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
