import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../shared/domain/token.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { Button } from '../controls/button.tsx';
import { SignInDialog } from '../token-tasks/contents/sign-in-dialog.tsx';
import { signatureApplet } from './qualified-view.ts';

interface SignedInVerbProps {
  readonly tokens: WizardState['tokens'];
  readonly device: Device;
  readonly children: ReactNode;
}

/** What needs the PIN of the signature: its button once signed in, until then the way to sign in. */
export function SignedInVerb({ tokens, device, children }: SignedInVerbProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const applet = signatureApplet(device);
  const signedIn = applet?.signedIn ?? false;
  useEffect(() => {
    if (signedIn) setOpen(false);
  }, [signedIn]);
  if (!applet) return null;
  return (
    <>
      {signedIn ? (
        children
      ) : (
        <Button kind="primary" onPress={() => setOpen(true)}>
          {t(`token.pin.verb.${applet.kind}`)}
        </Button>
      )}
      <SignInDialog isOpen={open} onClose={() => setOpen(false)} tokens={tokens} device={device} applet={applet} />
    </>
  );
}
