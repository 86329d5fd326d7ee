import type { CertificationAccount } from '../../egais/certification-authority/certification-account.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Workplace } from '../workplace.ts';

/** The account of an authority. Problem: `CERTIFICATION_NOT_CONFIGURED`. */
export const configuredAccount = ({
  certificationAccount,
}: Pick<Workplace, 'certificationAccount'>): Result<CertificationAccount> =>
  certificationAccount === null ? fail(problem('CERTIFICATION_NOT_CONFIGURED')) : succeed(certificationAccount);
