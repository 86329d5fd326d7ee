import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { classes } from './classes.ts';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** One `primary` button a page; `quiet` looks like a link. */
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

export const Button = ({ kind = 'secondary', icon, children, ...rest }: ButtonProps) => (
  <AriaButton {...rest} className={classes(styles.button, styles[kind])}>
    {icon}
    <span>{children}</span>
  </AriaButton>
);
