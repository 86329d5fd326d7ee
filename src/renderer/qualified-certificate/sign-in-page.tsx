import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSmsCode, mobilePhone } from '../../shared/domain/certification-authority.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { classes } from '../controls/classes.ts';
import { InputField } from '../controls/input-field.tsx';
import { useNow } from '../store/use-now.ts';
import { formatElapsed } from '../texts/dates.ts';
import { useFields } from '../token-tasks/use-fields.ts';
import { AccountFrame } from './account-frame.tsx';
import styles from './qualified.module.css';
import { secondsLeft } from './qualified-view.ts';

const PHONE = 'qualified-phone';
const CODE = 'qualified-code';

type Code = NonNullable<WizardState['qualified']['account']['code']>;

interface CodeFormProps {
  readonly code: Code;
  readonly busy: boolean;
  readonly now: number;
}

/** The code of the SMS. It stands in the field and in the one message that carries it; the field is empty once sent. */
function CodeForm({ code, busy, now }: CodeFormProps) {
  const { t } = useTranslation();
  const fields = useFields<'code'>();
  const left = secondsLeft(code.sentAt, code.expiresInSeconds, now);
  const { focus } = fields;
  const focused = useRef<string | null>(null);
  useEffect(() => {
    // Each new code is waited for in its field; a refused one is typed anew there.
    const wanted = `${code.sentAt}/${code.triesLeft}`;
    if (focused.current !== wanted && !busy) {
      focused.current = wanted;
      focus('code');
    }
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const typed = fields.valueOf('code');
    if (!isSmsCode(typed)) return fields.refuse('code', t('qualifiedCertificate.account.signIn.codeMissing'));
    fields.forget('code');
    void ask('qualified:sign-in', { code: typed.trim() });
  };
  const values = { phone: code.phoneEnd, time: formatElapsed(left * 1000) };
  return (
    <form id={CODE} className={styles.narrow} onSubmit={submit} noValidate autoComplete="off">
      <InputField
        label={t('qualifiedCertificate.account.signIn.code')}
        aside={
          <span className={styles.aside}>
            {t('qualifiedCertificate.account.signIn.tries', { count: code.triesLeft })}
          </span>
        }
        readOnly={busy}
        {...fields.props('code')}
      />
      <p className={styles.hint}>{t(`qualifiedCertificate.account.signIn.${left > 0 ? 'sent' : 'expired'}`, values)}</p>
    </form>
  );
}

interface SignInPageProps {
  readonly state: WizardState;
  readonly onByFile: () => void;
}

/** The way into the account: the phone, a code sent to it, and the code typed. */
export function SignInPage({ state, onByFile }: SignInPageProps) {
  const { t } = useTranslation();
  const { code, asking } = state.qualified.account;
  const now = useNow(code !== null);
  const fields = useFields<'phone'>();
  const [phoneSent, setPhoneSent] = useState(false);
  const busy = asking !== null;
  const wait = code === null ? 0 : secondsLeft(code.sentAt, code.resendAfterSeconds, now);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || wait > 0) return;
    const phone = mobilePhone(fields.valueOf('phone'));
    if (phone === null) return fields.refuse('phone', t('qualifiedCertificate.account.signIn.phoneMissing'));
    setPhoneSent(true);
    void ask('qualified:request-code', { phone });
  };
  const getCode = () => {
    if (asking === 'code') return t('qualifiedCertificate.account.signIn.sending');
    if (wait > 0) return t('qualifiedCertificate.account.signIn.againIn', { time: formatElapsed(wait * 1000) });
    return t(`qualifiedCertificate.account.signIn.${phoneSent && code ? 'again' : 'getCode'}`);
  };
  return (
    <AccountFrame
      state={state}
      chapter="sign-in"
      title={t('qualifiedCertificate.account.signIn.title')}
      lead={t('qualifiedCertificate.account.signIn.lead')}
      onBack={() => void ask('qualified:choose-authority', { authority: null })}
      verb={
        code ? (
          <Button key="code" kind="primary" type="submit" form={CODE} isDisabled={busy}>
            {t(`qualifiedCertificate.account.signIn.${asking === 'sign-in' ? 'checking' : 'verb'}`)}
          </Button>
        ) : (
          <Button key="phone" kind="primary" type="submit" form={PHONE} isDisabled={busy}>
            {getCode()}
          </Button>
        )
      }
    >
      <div className={classes(card.card, styles.signIn)}>
        <form id={PHONE} className={styles.narrow} onSubmit={submit} noValidate autoComplete="off">
          <InputField
            label={t('qualifiedCertificate.account.signIn.phone')}
            placeholder={t('qualifiedCertificate.account.signIn.phoneExample')}
            readOnly={busy}
            {...fields.props('phone')}
          />
          {code ? (
            <Button type="submit" isDisabled={busy || wait > 0}>
              {getCode()}
            </Button>
          ) : null}
        </form>
        {code ? <CodeForm code={code} busy={busy} now={now} /> : null}
      </div>
      <div className={styles.links}>
        <Button kind="quiet" onPress={onByFile}>
          {t('qualifiedCertificate.request.byFile')}
        </Button>
      </div>
    </AccountFrame>
  );
}
