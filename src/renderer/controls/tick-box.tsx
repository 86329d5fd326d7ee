import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox, type CheckboxProps } from 'react-aria-components';
import styles from './tick-box.module.css';

interface TickBoxProps extends Omit<CheckboxProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
}

/** A box to tick, with its words beside it. */
export const TickBox = ({ children, ...rest }: TickBoxProps) => (
  <Checkbox {...rest} className={styles.checkbox ?? ''}>
    <span className={styles.box} aria-hidden="true">
      <Check size={16} strokeWidth={2.6} />
    </span>
    {children}
  </Checkbox>
);
