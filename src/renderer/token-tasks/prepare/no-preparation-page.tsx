import { Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../shared/domain/token.ts';
import card from '../../controls/card.module.css';
import { TokenPage } from '../../frame/token-page.tsx';

/** A token this computer cannot prepare: who can. */
export function NoPreparationPage({ device }: { readonly device: Device }) {
  const { t } = useTranslation();
  return (
    <TokenPage page="prepare-none" device={device} title={t('prepare.none.title')} lead={t('prepare.none.lead')}>
      <div className={card.note}>
        <Info size={20} strokeWidth={1.9} aria-hidden />
        <div>
          <p>{t('prepare.none.who')}</p>
          <p>{t(`prepare.none.tool.${device.family}`)}</p>
        </div>
      </div>
    </TokenPage>
  );
}
