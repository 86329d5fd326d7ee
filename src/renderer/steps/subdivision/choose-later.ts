import { ask } from '../../bridge.ts';

/** Leaves the choice of the place to the issuer's own page, and goes on. */
export async function chooseLater(): Promise<void> {
  const reply = await ask('subdivisions:choose-later', null);
  if (reply.ok) await ask('wizard:go', { step: 'access-key' });
}
