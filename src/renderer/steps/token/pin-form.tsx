import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import { InputField } from '../../controls/input-field.tsx';
import { problemText } from '../../texts/problem-text.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { FactoryPinDialog } from './factory-pin-dialog.tsx';
import { LastTryDialog } from './last-try-dialog.tsx';
import styles from './pin-form.module.css';
import { PinTries } from './pin-tries.tsx';
import { isLastTry, mixedUpPart, type PinLength, pinLengthTrouble } from './token-view.ts';

export const pinFormId = (kind: Applet['kind']): string => `pin-form-${kind}`;

interface PinFormProps {
  readonly tokens: WizardState['tokens'];
  readonly device: Device;
  readonly applet: Applet;
  readonly onEnter: () => void;
  /** The field is all there is to fill in, so focus goes there at once. */
  readonly alone?: boolean;
}

/**
 * The field of one PIN. Uncontrolled: the PIN is in the field and in the one message that carries it, never in a state
 * of the page, and the field is empty again as soon as it was sent. One submit is one login.
 */
export function PinForm({ tokens, device, applet, onEnter, alone = false }: PinFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<PinLength | null>(null);
  const [asking, setAsking] = useState<'last-try' | 'factory' | null>(null);
  const about = useId();

  const busy = tokens.signingIn !== null;
  const refused = tokens.signInProblem?.applet === applet.kind ? tokens.signInProblem.problem : null;

  useEffect(() => {
    if (alone) input.current?.focus();
  }, [alone]);

  const wasSigningIn = useRef(false);
  useEffect(() => {
    const signing = tokens.signingIn === applet.kind;
    if (wasSigningIn.current && !signing && refused) {
      input.current?.focus();
      input.current?.select();
    }
    wasSigningIn.current = signing;
  }, [tokens.signingIn, applet.kind, refused]);

  const send = (lastTryConfirmed: boolean) => {
    const field = input.current;
    if (!field) return;
    const pin = field.value;
    field.form?.reset();
    void ask('tokens:sign-in', { applet: applet.kind, pin, lastTryConfirmed });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form inside a dialog lies, for React, inside the page's own.
    event.stopPropagation();
    if (busy) return;
    const found = pinLengthTrouble(input.current?.value ?? '', applet.userPin);
    setTrouble(found);
    if (found) input.current?.focus();
    else if (isLastTry(applet.userPin)) setAsking('last-try');
    else send(false);
  };

  const message = () => {
    if (trouble) {
      return trouble.kind === 'missing'
        ? t('token.pin.missing')
        : t(`token.pin.${trouble.kind}`, { count: trouble.count });
    }
    if (!refused) return null;
    const { title, reason } = problemText(refused, language);
    const part = mixedUpPart(refused, device, applet.kind);
    return [`${title}. ${reason}`, part ? t(`token.pin.mixedUp.${part}`) : null].filter(Boolean).join(' ');
  };
  return (
    <form id={pinFormId(applet.kind)} className={styles.form} onSubmit={submit} noValidate autoComplete="off">
      <InputField
        field={input}
        secret
        label={t(`token.pin.label.${applet.kind}`)}
        placeholder={t(`token.pin.placeholder.${applet.kind}`)}
        aside={<PinTries pin={applet.userPin} />}
        describedBy={about}
        message={message()}
        readOnly={busy}
        onFocus={onEnter}
        onInput={() => setTrouble(null)}
      />
      <div className={styles.foot}>
        <Button kind="quiet" onPress={() => setAsking('factory')}>
          {t('token.pin.unknown')}
        </Button>
        <span id={about} className={styles.about}>
          {t('token.pin.of', { name: device.name, tail: device.printedSerial.slice(-4) })}
        </span>
      </div>
      <FactoryPinDialog
        isOpen={asking === 'factory'}
        onClose={() => setAsking(null)}
        device={device}
        applet={applet}
        whose="user"
      />
      <LastTryDialog
        isOpen={asking === 'last-try'}
        body={t('token.lastTry.body', { storage: t(`token.storage.${applet.kind}`) })}
        confirm={t('token.lastTry.confirm')}
        onCancel={() => setAsking(null)}
        onConfirm={() => {
          setAsking(null);
          send(true);
        }}
      />
    </form>
  );
}
