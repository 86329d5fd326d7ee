import type { KeyChangeBaseline } from '../../shared/domain/key-change.ts';
import type { Applet, AppletKind, Device, TokenKey } from '../../shared/domain/token.ts';

/**
 * What is on a token now, to tell successors from it later. Certificates that we cannot read are no one's successors.
 * @param requested CKA_ID of the keys whose requests are out already: they are successors, whenever the change begins
 */
export const baselineOf = ({ applets }: Device, requested: ReadonlySet<string> = new Set()): KeyChangeBaseline => ({
  certificates: applets.flatMap(({ kind: part, certificates }) =>
    certificates.flatMap(({ certificate }) =>
      certificate
        ? [{ fingerprint: certificate.fingerprint, part, purpose: certificate.purpose, notAfter: certificate.notAfter }]
        : [],
    ),
  ),
  keys: applets.flatMap(({ kind: part, keys }) =>
    keys.filter(({ keyId }) => !requested.has(keyId)).map(({ keyId }) => ({ keyId, part })),
  ),
});

export const wasThere = ({ certificates }: KeyChangeBaseline, fingerprint: string): boolean =>
  certificates.some((known) => known.fingerprint === fingerprint);

const keyWasThere = ({ keys }: KeyChangeBaseline, keyId: string): boolean =>
  keys.some((known) => known.keyId === keyId);

/** Anything was seen in this part when the change began. */
export const heldAnything = ({ certificates, keys }: KeyChangeBaseline, part: AppletKind): boolean =>
  [...certificates, ...keys].some((known) => known.part === part);

/** Anything of what was seen in this part then is in it still. */
export const holdsOld = (baseline: KeyChangeBaseline, { certificates, keys }: Applet): boolean =>
  certificates.some(({ certificate }) => certificate !== null && wasThere(baseline, certificate.fingerprint)) ||
  keys.some(({ keyId }) => keyWasThere(baseline, keyId));

/** A certificate has come into this part since. */
export const holdsNewCertificate = (baseline: KeyChangeBaseline, { certificates }: Applet): boolean =>
  certificates.some(({ certificate }) => certificate !== null && !wasThere(baseline, certificate.fingerprint));

/** Pairs without a certificate that came since: their requests are out. Before a sign-in only public halves are seen. */
export const requestedKeys = (baseline: KeyChangeBaseline, { keys, signedIn }: Applet): readonly TokenKey[] =>
  keys.filter(
    ({ hasPrivate, hasCertificate, keyId }) =>
      (hasPrivate || !signedIn) && !hasCertificate && !keyWasThere(baseline, keyId),
  );

/** A successor is in this part, or a pair that waits for its certificate. */
export const holdsNew = (baseline: KeyChangeBaseline, applet: Applet): boolean =>
  holdsNewCertificate(baseline, applet) || requestedKeys(baseline, applet).length > 0;
