import { CircleCheck } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Applet, Device } from '../../../shared/domain/token.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { Button } from '../../controls/button.tsx';
import { classes } from '../../controls/classes.ts';
import { StatusMark } from '../../controls/status-mark.tsx';
import { ValidityPill } from '../../controls/validity-pill.tsx';
import { openAppletPage } from '../../store/side-page.ts';
import { PinBanner } from '../../token-tasks/pins/pin-banner.tsx';
import styles from './applet-card.module.css';
import { AccessKeyLines, QualifiedLines } from './card-certificate.tsx';
import { LockedExplanation } from './locked-explanation.tsx';
import { PinForm } from './pin-form.tsx';
import { cardCertificates, isLocked } from './token-view.ts';

interface AppletCardProps {
  readonly tokens: WizardState['tokens'];
  readonly device: Device;
  readonly applet: Applet;
  readonly active: boolean;
  /** PINs are asked for at all. */
  readonly open: boolean;
  readonly onEnter: () => void;
}

/** How the sign-in of one applet stands. */
function SignIn({ tokens, device, applet, open, onEnter }: Omit<AppletCardProps, 'active'>) {
  const { t } = useTranslation();
  if (applet.signedIn) {
    return (
      <p className={styles.signedIn}>
        <CircleCheck size={18} strokeWidth={2} aria-hidden />
        {t('token.pin.signedIn')}
      </p>
    );
  }
  if (isLocked(applet.userPin)) return <LockedExplanation device={device} applet={applet} />;
  if (!applet.userPin.initialised) {
    return (
      <div className={styles.notSet}>
        <p className={styles.facts}>{t('token.pin.notSet')}</p>
        {tokens.obstacle ? null : applet.initialised && applet.canUnblock ? (
          <Button onPress={() => openAppletPage('unblock', applet.kind)}>{t('token.pin.setNow')}</Button>
        ) : (
          <Button onPress={() => openAppletPage('prepare', applet.kind)}>{t('token.prepare')}</Button>
        )}
      </div>
    );
  }
  if (!open || !tokens.signInNeeded.includes(applet.kind)) {
    return <p className={styles.facts}>{t('token.pin.notNeeded')}</p>;
  }
  return <PinForm tokens={tokens} device={device} applet={applet} onEnter={onEnter} />;
}

/** One part of the token that has its own PIN: what is in it, and the way in. */
export function AppletCard({ tokens, device, applet, active, open, onEnter }: AppletCardProps) {
  const { t } = useTranslation();
  const title = useId();
  const { qualified, accessKey } = cardCertificates(applet, tokens.qualifiedCertificate);
  const holdsSignature = applet.kind !== 'pki';
  const holdsAccessKey = applet.kind !== 'gost';
  return (
    <section className={classes(styles.card, active && styles.active)} aria-labelledby={title}>
      <header className={styles.head}>
        <h2 id={title} className={styles.title}>
          {t(`token.applet.${applet.kind}`)}
        </h2>
        {applet.kind === 'combined' ? null : <Pill certificate={holdsSignature ? qualified : accessKey} />}
      </header>
      {holdsSignature ? (
        <div className={styles.certificate}>
          <QualifiedLines certificate={qualified} />
          {applet.kind === 'combined' ? <Pill certificate={qualified} /> : null}
        </div>
      ) : null}
      {holdsAccessKey ? (
        <div className={styles.certificate}>
          <AccessKeyLines certificate={accessKey} />
          {applet.kind === 'combined' ? <Pill certificate={accessKey} /> : null}
        </div>
      ) : null}
      {tokens.obstacle ? null : <PinBanner applet={applet} />}
      <div className={styles.signIn}>
        {tokens.signingIn === applet.kind ? (
          <p className={styles.signingIn}>
            <StatusMark mark="running" label={t('token.pin.signingIn')} />
            <span aria-hidden="true">{t('token.pin.signingIn')}</span>
          </p>
        ) : null}
        <div className={tokens.signingIn === applet.kind ? styles.behind : undefined}>
          <SignIn tokens={tokens} device={device} applet={applet} open={open} onEnter={onEnter} />
        </div>
      </div>
    </section>
  );
}

const Pill = ({ certificate }: { readonly certificate: Parameters<typeof ValidityPill>[0]['certificate'] | null }) =>
  certificate ? <ValidityPill certificate={certificate} /> : null;
