import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel as Panel } from 'react-aria-components';
import styles from './disclosure-panel.module.css';

interface DisclosurePanelProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly openAtFirst?: boolean;
}

/** Something folded away under a line that opens it. */
export const DisclosurePanel = ({ title, children, openAtFirst = false }: DisclosurePanelProps) => (
  <Disclosure className={styles.disclosure ?? ''} defaultExpanded={openAtFirst}>
    <Button slot="trigger" className={styles.trigger ?? ''}>
      <ChevronRight size={17} strokeWidth={2} aria-hidden />
      {title}
    </Button>
    <Panel className={styles.panel ?? ''}>{children}</Panel>
  </Disclosure>
);
