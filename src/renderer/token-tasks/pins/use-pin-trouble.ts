import { useTranslation } from 'react-i18next';
import type { PinTrouble } from './pin-rules.ts';

/** A trouble of a PIN in words. */
export function usePinTrouble(): (trouble: PinTrouble) => string {
  const { t } = useTranslation();
  return ({ kind, count }) => {
    if (kind === 'short' || kind === 'long') return t(`token.pin.${kind}`, { count });
    return t(`pinWork.trouble.${kind}`);
  };
}
