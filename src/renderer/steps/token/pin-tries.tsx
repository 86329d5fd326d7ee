import { useTranslation } from 'react-i18next';
import type { PinFacts } from '../../../shared/domain/token.ts';
import { classes } from '../../controls/classes.ts';
import styles from './pin-tries.module.css';
import { isLastTry, isLocked } from './token-view.ts';

/** More pips than these cannot be counted at a glance. */
const MOST_PIPS = 12;

/** The tries left, in words; an exact number only when the token itself gave it. */
function useTriesText(pin: PinFacts): string {
  const { t } = useTranslation();
  if (isLocked(pin)) return t('token.tries.locked');
  if (isLastTry(pin)) return t('token.tries.last');
  if (pin.left !== null && pin.max !== null) return t('token.tries.leftOf', { count: pin.left, max: pin.max });
  if (pin.left !== null) return t('token.tries.left', { count: pin.left });
  return t(`token.tries.${pin.tries}`);
}

/** The tries left, said and drawn. */
export function PinTries({ pin }: { readonly pin: PinFacts }) {
  const text = useTriesText(pin);
  const { left, max } = pin;
  const careful = isLocked(pin) || isLastTry(pin) || (left !== null && left <= 2);
  return (
    <span className={classes(styles.tries, careful && styles.careful)}>
      {text}
      {left !== null && max !== null && max <= MOST_PIPS ? (
        <span className={styles.pips} aria-hidden="true">
          {Array.from({ length: max }, (_, index) => index).map((index) => (
            <span key={index} className={classes(styles.pip, index < left && styles.left)} />
          ))}
        </span>
      ) : null}
    </span>
  );
}
