import { offeredPapers } from '../../shared/certification-papers.ts';
import type { CertificationAuthorityId, PaperKind } from '../../shared/domain/certification-authority.ts';
import type { PrintedDocument } from '../../shared/printed-documents.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { PaperFacts } from './paper-facts.ts';
import { paperMakers } from './paper-makers.ts';

/** To whom papers go. No authority's own forms are public, so there is nothing else that tells them apart. */
const addressees: Readonly<Record<CertificationAuthorityId, readonly string[]>> = {
  fns: ['В Удостоверяющий центр', 'Федеральной налоговой службы'],
  forus: ['В удостоверяющий центр', 'ООО НПФ «Форус»'],
  'astral-web-registrar': ['В удостоверяющий центр', '«Калуга Астрал»'],
  'astral-1c-etp': ['В удостоверяющий центр', '«Калуга Астрал»'],
  other: ['В удостоверяющий центр', '____________________________'],
};

/** Papers that are sent to the authority; the others stay with their holder. */
const sent: ReadonlySet<PaperKind> = new Set(['application', 'receipt', 'revocation']);

const note =
  'Образец. Составлен программой по вашим данным; форма удостоверяющего центра главнее: если у него есть своя, возьмите её.';

/**
 * A paper for this authority, out of what is known. Nothing is said in the authority's name.
 * Problem: `SETUP_STEP_NOT_READY` where the authority has no such paper, or a request or certificate is missing for it.
 */
export function papersFor(
  authority: CertificationAuthorityId,
  kind: PaperKind,
  facts: PaperFacts,
): Result<PrintedDocument> {
  const offered = offeredPapers[authority].some((paper) => paper.kind === kind);
  const body = offered ? paperMakers[kind](facts) : null;
  if (body === null) return fail(problem('SETUP_STEP_NOT_READY'));
  return succeed({ ...body, note, ...(sent.has(kind) && { addressee: addressees[authority] }) });
}
