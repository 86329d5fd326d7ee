import type { Problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';

/** A signature that is made on the token, and may be refused there. */
export type SignElsewhere = (data: Uint8Array) => Promise<Result<Uint8Array>>;

class SignatureRefused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/**
 * Lets a builder of the `pki` floor sign on the token: there a signer returns its signature or throws, here it answers
 * a `Result`. The token's problem comes out as it went in.
 */
export async function signingElsewhere<T>(
  sign: SignElsewhere,
  build: (sign: (data: Uint8Array) => Promise<Uint8Array>) => Promise<T>,
): Promise<Result<T>> {
  const signOrThrow = async (data: Uint8Array): Promise<Uint8Array> => {
    const signed = await sign(data);
    if (!signed.ok) throw new SignatureRefused(signed.problem);
    return signed.value;
  };
  try {
    return succeed(await build(signOrThrow));
  } catch (error) {
    if (error instanceof SignatureRefused) return fail(error.problem);
    throw error;
  }
}
