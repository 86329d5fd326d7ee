import { useTranslation } from 'react-i18next';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { DisclosurePanel } from '../controls/disclosure-panel.tsx';

/** Lets other tills of the network reach the UTM; folded away, for most shops have one till. */
export function OtherTills({ url, isDisabled }: { readonly url: string; readonly isDisabled: boolean }) {
  const { t } = useTranslation();
  return (
    <DisclosurePanel title={t('mending.otherTills.title')}>
      <p className={card.reason}>{t('mending.otherTills.lead', { port: new URL(url).port })}</p>
      <Button isDisabled={isDisabled} onPress={() => void ask('machine:mend', { operation: 'allow-utm-port' })}>
        {t('mending.otherTills.verb')}
      </Button>
    </DisclosurePanel>
  );
}
