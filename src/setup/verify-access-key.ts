import type { AccessKeyProof } from '../shared/domain/access-key.ts';
import type { Device } from '../shared/domain/token.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { type ProofExpectation, weighProof } from './access-key-proof.ts';
import { accessKeyFor } from './chosen-token.ts';
import { askPrivateKey } from './private-key-answer.ts';
import type { Workplace } from './workplace.ts';

/**
 * Proves the access key on a device, as it was just scanned. Problems: `SETUP_NO_ACCESS_KEY` where there is none at all.
 * A key that does not fit is a result (`proven: false`), not a problem.
 */
export async function verifyAccessKey(
  workplace: Workplace,
  device: Device,
  expected: ProofExpectation,
): Promise<Result<AccessKeyProof>> {
  const key = accessKeyFor(device, expected.fsrarId);
  if (!key) return fail(problem('SETUP_NO_ACCESS_KEY', { name: device.name }));
  const [signature, utm] = await Promise.all([
    askPrivateKey(workplace.tokens, device, key),
    workplace.readUtm(expected.fsrarId ?? key.certificate.fsrarId),
  ]);
  const proof = weighProof({ device, key, signature, utm, expected, at: workplace.now() });
  workplace.record.write({
    event: 'access-key-verified',
    facts: { proven: proof.proven, certificate: proof.certificate?.fingerprint ?? null },
  });
  return succeed(proof);
}
