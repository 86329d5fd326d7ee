import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import { Button } from '../../controls/button.tsx';
import { InputField } from '../../controls/input-field.tsx';
import { FactoryPinDialog } from '../../steps/token/factory-pin-dialog.tsx';
import { PinTries } from '../../steps/token/pin-tries.tsx';
import styles from '../token-task.module.css';
import type { useFields } from '../use-fields.ts';

interface AdminPinFieldProps {
  readonly fields: Pick<ReturnType<typeof useFields<'admin'>>, 'props'>;
  readonly device: Device;
  readonly applet: Applet;
}

/** The administrator's PIN, with its own tries and who may know it. */
export function AdminPinField({ fields, device, applet }: AdminPinFieldProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const about = useId();
  return (
    <div className={styles.whole}>
      <InputField
        secret
        label={t('pinWork.admin')}
        aside={applet.soPin ? <PinTries pin={applet.soPin} /> : null}
        describedBy={about}
        {...fields.props('admin')}
      />
      <div className={styles.under}>
        <p id={about} className={styles.rule}>
          {t('pinWork.adminAbout')}
        </p>
        <Button kind="quiet" onPress={() => setAsking(true)}>
          {t('pinWork.adminUnknown')}
        </Button>
      </div>
      <FactoryPinDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        device={device}
        applet={applet}
        whose="admin"
      />
    </div>
  );
}
