import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../controls/button.tsx';
import { TickBox } from '../../controls/tick-box.tsx';
import styles from './consent-box.module.css';

interface ConsentBoxProps {
  readonly box: Ref<HTMLInputElement>;
  readonly accepted: boolean;
  /** The verb was pressed without it. */
  readonly missing: boolean;
  readonly onChange: (accepted: boolean) => void;
  readonly onRead: () => void;
}

/** The consent in the words of the UTM's own page; never ticked beforehand. */
export function ConsentBox({ box, accepted, missing, onChange, onRead }: ConsentBoxProps) {
  const { t } = useTranslation();
  return (
    <div>
      <div className={styles.consent}>
        <TickBox
          inputRef={box}
          isSelected={accepted}
          isInvalid={missing}
          aria-describedby="consent-missing"
          onChange={onChange}
        >
          {t('accessKey.commit.accept')}
        </TickBox>
        <Button kind="quiet" onPress={onRead}>
          {t('accessKey.commit.application')}
        </Button>
      </div>
      <p id="consent-missing" className={styles.missing} role="alert">
        {missing ? t('accessKey.commit.acceptMissing') : null}
      </p>
    </div>
  );
}
