import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import styles from './page-frame.module.css';
import { useKeyboardScroll } from './use-keyboard-scroll.ts';

/**
 * Something that wants the room beside the words to its edges. Where both do not fit, `shown` says which is seen, and
 * the page offers the way to the other.
 */
export interface Beside {
  readonly content: ReactNode;
  readonly shown: 'words' | 'content';
}

export interface PageFrameProps {
  /** Names this page; focus goes to the heading when it changes. */
  readonly page: string;
  /** The line above the title: where in the wizard this is. */
  readonly over: string;
  readonly windowTitle: string;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  /** `null`: there is no way back from here. */
  readonly onBack: (() => void) | null;
  /** What stands at the right of the footer. */
  readonly verb?: ReactNode;
  /** A sentence beside the verb: why it is closed, or what it will take. */
  readonly hint?: string | null | undefined;
  readonly hintId?: string | undefined;
  readonly beside?: Beside | undefined;
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

/** One page: a sentence for a title, what it is about, and a footer with the way back and the way on. */
export function PageFrame(props: PageFrameProps) {
  const { page, over, windowTitle, title, lead, children, onBack, verb, hint, hintId, beside } = props;
  const { t } = useTranslation();
  const heading = useHeadingFocus(page);
  const region = useKeyboardScroll();
  useEffect(() => {
    document.title = windowTitle;
  }, [windowTitle]);
  return (
    <>
      <main ref={region} className={beside ? styles.split : styles.scroll} data-shown={beside?.shown}>
        <div className={styles.page}>
          <header className={styles.header}>
            <p className={styles.number}>{over}</p>
            <h1 ref={heading} className={styles.title} tabIndex={-1}>
              {title}
            </h1>
            <p className={styles.lead}>{lead}</p>
          </header>
          {children}
        </div>
        {beside?.content}
      </main>
      <footer className={styles.footer}>
        <div className={styles.footerWidth}>
          {onBack ? (
            <Button icon={<ArrowLeft size={17} strokeWidth={2} aria-hidden />} onPress={onBack}>
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
