import type { RefusalCode } from '../../egais/account/wire.ts';
import { parseCertificate } from '../../pki/certificate.ts';
import { verifyChain } from '../../pki/certificate-chain.ts';
import { verifyDetachedSignature } from '../../pki/cms.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';

/** Who signed, or why nobody counts as the signer. */
export type Signer =
  | { readonly ok: true; readonly certificate: Certificate }
  | { readonly ok: false; readonly code: RefusalCode };

const notSigned = (code: RefusalCode): Signer => ({ ok: false, code });

/**
 * The holder of a qualified certificate who signed this content: one signature, good, by a certificate that is in force
 * and comes from the authority that is trusted.
 * @param cms DER; the content may be inside or not
 * @param trusted DER
 */
export function signerOf(cms: Uint8Array, content: Uint8Array, trusted: Uint8Array, at: Date): Signer {
  const outcome = verifyDetachedSignature(cms, content);
  if (!outcome.ok) return notSigned('SIGNATURE_INVALID');
  const [signer, ...others] = outcome.signers;
  if (signer.verdict !== 'good' || signer.certificate === null || others.length > 0)
    return notSigned('SIGNATURE_INVALID');
  const reading = parseCertificate(signer.certificate);
  if (!reading.ok || reading.certificate.purpose !== 'qualified') return notSigned('CERTIFICATE_NOT_TRUSTED');
  const chain = verifyChain({
    certificate: signer.certificate,
    trusted: [trusted],
    intermediates: outcome.certificates,
    at,
  });
  if (chain.trusted) return { ok: true, certificate: reading.certificate };
  const untimely = chain.findings.every(({ code }) => code === 'expired' || code === 'not-yet-valid');
  return notSigned(untimely ? 'CERTIFICATE_NOT_IN_FORCE' : 'CERTIFICATE_NOT_TRUSTED');
}
