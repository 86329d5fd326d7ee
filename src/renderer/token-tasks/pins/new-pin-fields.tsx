import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PinFacts } from '../../../shared/domain/token.ts';
import { classes } from '../../controls/classes.ts';
import { InputField } from '../../controls/input-field.tsx';
import styles from '../token-task.module.css';
import type { useFields } from '../use-fields.ts';
import { pinLengthRule } from './pin-rules.ts';

interface NewPinFieldsProps {
  readonly fields: Pick<ReturnType<typeof useFields<'new' | 'repeat'>>, 'props'>;
  readonly facts: PinFacts;
  /** A third field beside them. */
  readonly children?: ReactNode;
}

/** The new PIN, typed twice, with its rule beside it. */
export function NewPinFields({ fields, facts, children }: NewPinFieldsProps) {
  const { t } = useTranslation();
  const rule = useId();
  const { minLength: min, maxLength: max } = facts;
  return (
    <div className={classes(styles.pair, children ? styles.three : null)}>
      <InputField secret label={t('pinWork.new')} describedBy={rule} {...fields.props('new')} />
      <InputField secret label={t('pinWork.repeat')} {...fields.props('repeat')} />
      {children}
      <p id={rule} className={styles.rule}>
        {t(`pinWork.rule.${pinLengthRule(facts)}`, { min, max })}
      </p>
    </div>
  );
}
