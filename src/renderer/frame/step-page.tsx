import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type StepId, stepIds } from '../../shared/domain/steps.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import styles from './step-page.module.css';

interface StepPageProps {
  readonly state: WizardState;
  readonly step: StepId;
  /** Names this page of the step; focus goes to the heading when it changes. */
  readonly page: string;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  /** What stands at the right of the footer. */
  readonly verb?: ReactNode;
  /** A sentence beside the verb: why it is closed, or what it will take. */
  readonly hint?: string | null;
  readonly hintId?: string;
  readonly noBack?: boolean;
}

let pageSeen: string | null = null;

/** Moves focus to the heading of a page that was not there before; the first page of the window is left alone. */
function useHeadingFocus(page: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (pageSeen !== null && pageSeen !== page) heading.current?.focus();
    pageSeen = page;
  }, [page]);
  return heading;
}

/** One page of the wizard: a sentence for a title, what it is about, and a footer with the way back and the way on. */
export function StepPage(props: StepPageProps) {
  const { state, step, page, title, lead, children, verb, hint, hintId, noBack = false } = props;
  const { t } = useTranslation();
  const heading = useHeadingFocus(`${step}/${page}`);
  const number = stepIds.indexOf(step) + 1;
  const previous = stepIds[number - 2];
  const mayGoBack = !noBack && previous !== undefined && state.steps[previous] !== 'closed';
  useEffect(() => {
    document.title = t('frame.windowTitle', { title, step: number, of: stepIds.length });
  }, [t, title, number]);
  return (
    <>
      <main className={styles.scroll}>
        <div className={styles.page}>
          <header className={styles.header}>
            <p className={styles.number}>{t('frame.stepOf', { step: number, of: stepIds.length })}</p>
            <h1 ref={heading} className={styles.title} tabIndex={-1}>
              {title}
            </h1>
            <p className={styles.lead}>{lead}</p>
          </header>
          {children}
        </div>
      </main>
      <footer className={styles.footer}>
        <div className={styles.footerWidth}>
          {mayGoBack ? (
            <Button
              icon={<ArrowLeft size={17} strokeWidth={2} aria-hidden />}
              onPress={() => void ask('wizard:go', { step: previous })}
            >
              {t('frame.back')}
            </Button>
          ) : null}
          <p className={styles.hint} id={hintId}>
            {hint}
          </p>
          {verb}
        </div>
      </footer>
    </>
  );
}
