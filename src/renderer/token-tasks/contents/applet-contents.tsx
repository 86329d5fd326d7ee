import { CircleCheck, Package } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { PinTries } from '../../steps/token/pin-tries.tsx';
import { isLocked } from '../../steps/token/token-view.ts';
import { openAppletPage, openQualifiedCertificate } from '../../store/side-page.ts';
import { PinBanner } from '../pins/pin-banner.tsx';
import { isBlank } from '../prepare/prepare-view.ts';
import styles from './contents.module.css';
import { ContentsEntry } from './contents-entry.tsx';
import { contentsOf } from './contents-view.ts';
import { SignInDialog } from './sign-in-dialog.tsx';

interface AppletContentsProps {
  readonly tokens: WizardState['tokens'];
  readonly device: Device;
  readonly applet: Applet;
  readonly busy: boolean;
}

/** One part of the token: its PIN, what is in it, and its side tasks. */
export function AppletContents({ tokens, device, applet, busy }: AppletContentsProps) {
  const { t } = useTranslation();
  const title = useId();
  const [signingIn, setSigningIn] = useState(false);
  useEffect(() => {
    if (applet.signedIn) setSigningIn(false);
  }, [applet.signedIn]);
  const rows = contentsOf(applet, Date.now());
  const { kind, userPin, signedIn, initialised, cryptoProContainers } = applet;
  const maySignIn = initialised && userPin.initialised && !isLocked(userPin);
  const signIn = maySignIn && !signedIn ? () => setSigningIn(true) : null;
  return (
    <section className={card.card} aria-labelledby={title}>
      <header className={styles.head}>
        <div className={styles.names}>
          <h2 id={title} className={styles.title}>
            {t(`token.applet.${applet.kind}`)}
          </h2>
          {signedIn ? (
            <span className={styles.signedIn}>
              <CircleCheck size={16} strokeWidth={2} aria-hidden />
              {t('contents.signedIn')}
            </span>
          ) : initialised ? (
            <PinTries pin={userPin} />
          ) : null}
        </div>
        <div className={styles.tasks}>
          {signIn ? (
            <Button kind="quiet" isDisabled={busy} onPress={signIn}>
              {t('contents.signIn')}
            </Button>
          ) : null}
          {initialised && userPin.initialised ? (
            <Button kind="quiet" isDisabled={busy} onPress={() => openAppletPage('change-pin', applet.kind)}>
              {t('contents.changePin')}
            </Button>
          ) : null}
          {kind !== 'pki' && initialised ? (
            <Button kind="quiet" isDisabled={busy} onPress={openQualifiedCertificate}>
              {t('qualifiedCertificate.open')}
            </Button>
          ) : null}
          <Button kind="quiet" isDisabled={busy} onPress={() => openAppletPage('prepare', applet.kind)}>
            {isBlank(applet) ? t('contents.prepare') : t('contents.prepareAgain')}
          </Button>
        </div>
      </header>
      {userPin.factory === true || userPin.mustChange ? (
        <div className={styles.banner}>
          <PinBanner applet={applet} />
        </div>
      ) : null}
      {isBlank(applet) ? (
        <p className={styles.empty}>{initialised ? t('contents.empty') : t('contents.blank')}</p>
      ) : null}
      <ul>
        {rows.map((row) => (
          <ContentsEntry
            key={row.id}
            row={row}
            chosen={row.certificate !== null && row.certificate.fingerprint === tokens.qualifiedCertificate}
            device={device}
            applet={applet}
            busy={busy}
            onSignIn={signIn}
          />
        ))}
        {cryptoProContainers.map((name) => (
          <li key={name} className={styles.entry}>
            <span className={styles.mark}>
              <Package size={19} strokeWidth={1.8} aria-hidden />
            </span>
            <div>
              <p className={card.title}>{t('contents.container', { name })}</p>
              <p className={card.reason}>{t('contents.containerAbout')}</p>
            </div>
          </li>
        ))}
      </ul>
      <SignInDialog
        isOpen={signingIn}
        onClose={() => setSigningIn(false)}
        tokens={tokens}
        device={device}
        applet={applet}
      />
    </section>
  );
}
