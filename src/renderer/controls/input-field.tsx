import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.ts';
import styles from './input-field.module.css';

interface InputFieldProps {
  /** The field itself: it alone holds what was typed, so that a PIN is in no state of a page. */
  readonly field: Ref<HTMLInputElement>;
  readonly label: string;
  /** What was typed is hidden until the person asks to see it. */
  readonly secret?: boolean;
  readonly placeholder?: string;
  readonly defaultValue?: string;
  /** Stands at the end of the label's line, and is read with the field. */
  readonly aside?: ReactNode;
  /** What is wrong with what was typed; spoken at once. */
  readonly message?: string | null;
  /** Ids of other texts about the field. */
  readonly describedBy?: string;
  readonly readOnly?: boolean;
  readonly onFocus?: () => void;
  readonly onInput?: () => void;
}

/** A labelled, uncontrolled field. Resetting its form empties it and hides it again. */
export function InputField(props: InputFieldProps) {
  const { field, label, secret = false, placeholder, defaultValue, aside, message, describedBy } = props;
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const ids = { input: useId(), aside: useId(), message: useId() };
  useEffect(() => {
    const form = frame.current?.closest('form');
    const hide = () => setShown(false);
    form?.addEventListener('reset', hide);
    return () => form?.removeEventListener('reset', hide);
  }, []);
  const wrong = Boolean(message);
  const ToggleIcon = shown ? EyeOff : Eye;
  return (
    <div ref={frame} className={styles.whole}>
      <div className={styles.head}>
        <label htmlFor={ids.input} className={styles.label}>
          {label}
        </label>
        {aside ? <span id={ids.aside}>{aside}</span> : null}
      </div>
      <div className={classes(styles.field, wrong && styles.wrong)}>
        <input
          ref={field}
          id={ids.input}
          className={classes(styles.input, secret && styles.secret)}
          type={secret && !shown ? 'password' : 'text'}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={placeholder ?? ' '}
          {...(defaultValue === undefined ? {} : { defaultValue })}
          readOnly={props.readOnly}
          aria-invalid={wrong}
          aria-describedby={[describedBy, aside ? ids.aside : null, ids.message].filter(Boolean).join(' ')}
          onFocus={props.onFocus}
          onInput={props.onInput}
        />
        {secret ? (
          <ToggleButton
            className={styles.show ?? ''}
            isSelected={shown}
            onChange={setShown}
            aria-label={`${shown ? t('token.pin.hide') : t('token.pin.show')}: ${label}`}
          >
            <ToggleIcon size={19} strokeWidth={1.9} aria-hidden />
          </ToggleButton>
        ) : null}
      </div>
      <p id={ids.message} className={styles.message} role="alert">
        {message}
      </p>
    </div>
  );
}
