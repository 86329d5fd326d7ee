import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../frame/page-frame.tsx';
import { closeSidePage } from '../store/side-page.ts';
import { type Chapter, partOf, parts } from './qualified-view.ts';

interface QualifiedFrameProps {
  readonly chapter: Chapter['name'];
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
  readonly verb?: ReactNode;
  readonly hint?: string | null;
  /** The way back within these pages; without one it leads to where they were opened, `null`: there is none. */
  readonly onBack?: (() => void) | null;
}

export const hintId = 'qualified-hint';

/** One chapter on the way to a signature, beside the steps. */
export function QualifiedFrame({ chapter, onBack = closeSidePage, children, ...rest }: QualifiedFrameProps) {
  const { t } = useTranslation();
  const part = partOf[chapter];
  return (
    <PageFrame
      {...rest}
      page={`side/qualified-${chapter}`}
      over={t('qualifiedCertificate.over', {
        part: t(`qualifiedCertificate.part.${part}`),
        number: parts.indexOf(part) + 1,
        of: parts.length,
      })}
      windowTitle={t('frame.sideTitle', { title: rest.title })}
      hintId={hintId}
      onBack={onBack}
    >
      {children}
    </PageFrame>
  );
}
