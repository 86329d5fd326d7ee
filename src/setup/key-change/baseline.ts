import type { KeyChangeBaseline } from '../../shared/domain/key-change.ts';
import type { Applet, AppletKind, Device } from '../../shared/domain/token.ts';

/** What is on a token now, to tell successors from it later. Certificates that we cannot read are no one's successors. */
export const baselineOf = ({ applets }: Device): KeyChangeBaseline => ({
  certificates: applets.flatMap(({ kind: part, certificates }) =>
    certificates.flatMap(({ certificate }) =>
      certificate
        ? [{ fingerprint: certificate.fingerprint, part, purpose: certificate.purpose, notAfter: certificate.notAfter }]
        : [],
    ),
  ),
  keys: applets.flatMap(({ kind: part, keys }) => keys.map(({ keyId }) => ({ keyId, part }))),
});

export const wasThere = ({ certificates }: KeyChangeBaseline, fingerprint: string): boolean =>
  certificates.some((known) => known.fingerprint === fingerprint);

export const keyWasThere = ({ keys }: KeyChangeBaseline, keyId: string): boolean =>
  keys.some((known) => known.keyId === keyId);

/** Anything was seen in this part when the change began. */
export const heldAnything = ({ certificates, keys }: KeyChangeBaseline, part: AppletKind): boolean =>
  [...certificates, ...keys].some((known) => known.part === part);

/** Anything of what was seen in this part then is in it still. */
export const holdsOld = (baseline: KeyChangeBaseline, { certificates, keys }: Applet): boolean =>
  certificates.some(({ certificate }) => certificate !== null && wasThere(baseline, certificate.fingerprint)) ||
  keys.some(({ keyId }) => keyWasThere(baseline, keyId));

/** A certificate has come into this part since. */
export const holdsNew = (baseline: KeyChangeBaseline, { certificates }: Applet): boolean =>
  certificates.some(({ certificate }) => certificate !== null && !wasThere(baseline, certificate.fingerprint));
