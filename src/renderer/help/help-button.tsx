import { CircleHelp } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { openHelp } from '../store/side-page.ts';
import styles from './help-button.module.css';

/** F1 opens the help wherever a person is, as in every other program. */
function useHelpKey(isDisabled: boolean): void {
  useEffect(() => {
    if (isDisabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      openHelp();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isDisabled]);
}

/** The way to the help, at the foot of the rail. Closed like the steps while something is written to a token. */
export function HelpButton({ isDisabled }: { readonly isDisabled: boolean }) {
  const { t } = useTranslation();
  useHelpKey(isDisabled);
  return (
    <Button className={styles.help ?? ''} isDisabled={isDisabled} aria-keyshortcuts="F1" onPress={() => openHelp()}>
      <CircleHelp size={18} strokeWidth={1.9} aria-hidden />
      <span className={styles.name}>{t('help.open')}</span>
    </Button>
  );
}
