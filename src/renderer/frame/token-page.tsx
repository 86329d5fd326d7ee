import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { closeSidePage } from '../store/side-page.ts';
import { PageFrame } from './page-frame.tsx';

interface TokenPageProps {
  readonly page: string;
  /** The token the page is about; `null` while it is away. */
  readonly device: { readonly name: string; readonly printedSerial: string } | null;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  readonly verb?: ReactNode;
  readonly hint?: string | null;
  readonly hintId?: string;
  readonly noBack?: boolean;
}

/** One page about the token, beside the steps; the way back is where it was opened. */
export function TokenPage({ page, device, noBack = false, ...rest }: TokenPageProps) {
  const { t } = useTranslation();
  return (
    <PageFrame
      {...rest}
      page={`side/${page}`}
      over={
        device
          ? t('frame.ofToken', { name: device.name, tail: device.printedSerial.slice(-4) })
          : t('frame.token.absent')
      }
      windowTitle={t('frame.sideTitle', { title: rest.title })}
      onBack={noBack ? null : closeSidePage}
    />
  );
}
