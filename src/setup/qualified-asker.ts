import type { QualifiedAsker } from '../egais/access-key-issuer.ts';
import type { Device } from '../shared/domain/token.ts';
import type { TokenAccess } from '../token/token-access.ts';
import { foundQualified } from './chosen-token.ts';
import { qualifiedOf, qualifiedSigner } from './token-work.ts';

/** Who can sign with the qualified key of a device: `null` without a certificate, or while nobody is signed in to it. */
export function qualifiedAsker(tokens: TokenAccess, device: Device, at: Date): QualifiedAsker | null {
  const qualified = foundQualified(device, at);
  const applet = qualified && device.applets.find(({ kind }) => kind === qualified.applet);
  if (!qualified || !applet?.signedIn) return null;
  return { qualified: qualifiedOf(qualified), token: { signQualified: qualifiedSigner(tokens, device, qualified) } };
}
