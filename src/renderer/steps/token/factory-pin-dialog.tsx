import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import { Button } from '../../controls/button.tsx';
import { ModalDialog } from '../../controls/modal-dialog.tsx';
import styles from './factory-pin-dialog.module.css';
import { factoryPins, type PinOwner } from './factory-pins.ts';
import { PinTries } from './pin-tries.tsx';

interface FactoryPinDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly device: Device;
  readonly applet: Applet;
  readonly whose: PinOwner;
}

/** The published factory PINs of this part of this token, to be read and typed by the person alone. */
export function FactoryPinDialog({ isOpen, onClose, device, applet, whose }: FactoryPinDialogProps) {
  const { t } = useTranslation();
  const pins = factoryPins(device, applet.kind, whose);
  const facts = whose === 'user' ? applet.userPin : applet.soPin;
  return (
    <ModalDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t(`token.factory.title.${whose}`)}
      buttons={
        <Button kind="primary" autoFocus onPress={onClose}>
          {t('frame.close')}
        </Button>
      }
    >
      {pins.length > 0 ? (
        <>
          <p>{t('token.factory.lead')}</p>
          <dl className={styles.pins}>
            {pins.map(({ product, pin, thisToken }) => (
              <div key={product} className={styles.pin}>
                <dt>
                  {t(`token.factory.product.${product}`)}
                  {thisToken ? <span className={styles.mine}>{t('token.factory.thisToken')}</span> : null}
                </dt>
                <dd>{pin}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p>{t('token.factory.unknownProduct')}</p>
      )}
      <div className={styles.warning}>
        <TriangleAlert size={18} strokeWidth={2} aria-hidden />
        <div>
          {facts ? <PinTries pin={facts} /> : null}
          <p>{t('token.factory.warning')}</p>
        </div>
      </div>
    </ModalDialog>
  );
}
