import { Check } from 'lucide-react';
import type { Ref } from 'react';
import { Checkbox } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../../controls/button.tsx';
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
        <Checkbox
          className={styles.checkbox ?? ''}
          inputRef={box}
          isSelected={accepted}
          isInvalid={missing}
          aria-describedby="consent-missing"
          onChange={onChange}
        >
          <span className={styles.box} aria-hidden="true">
            <Check size={16} strokeWidth={2.6} />
          </span>
          {t('accessKey.commit.accept')}
        </Checkbox>
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
