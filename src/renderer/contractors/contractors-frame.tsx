import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../frame/page-frame.tsx';

interface ContractorsFrameProps {
  readonly page: string;
  readonly title: string;
  readonly lead: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
  readonly verb?: ReactNode;
  readonly hint?: string | null;
  readonly hintId?: string;
}

/** One page about the places EGAIS knows, beside the steps. */
export function ContractorsFrame({ page, ...rest }: ContractorsFrameProps) {
  const { t } = useTranslation();
  return (
    <PageFrame
      {...rest}
      page={`side/contractors-${page}`}
      over={t('contractors.over')}
      windowTitle={t('frame.sideTitle', { title: rest.title })}
    />
  );
}
