import { checkMchd } from '../../setup/check-mchd.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import { describeProblem } from '../../shared/problems/described.ts';
import { describeMchdFinding } from '../../shared/texts/mchd-findings.ts';

/** The power of attorney was taken, for the organisations of these ИНН; or it was not, and these are the words. */
export type MchdAnswer =
  | { readonly accepted: true; readonly principals: readonly string[] }
  | { readonly accepted: false; readonly refusal: string };

const noOrganization = 'Доверенность выдана не организацией';

const inWords = ({ title, reason }: { readonly title: string; readonly reason: string }): MchdAnswer => ({
  accepted: false,
  refusal: `${title}. ${reason}`,
});

/** The first check of a power of attorney by the UTM. What a real one looks at is not public: this is the wizard's own. */
export async function checkUpload(document: File, signature: File, certificate: Certificate): Promise<MchdAnswer> {
  const read = async (file: File) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  const report = checkMchd({
    document: await read(document),
    signature: await read(signature),
    certificate,
    trusted: [],
    powerCodes: [],
    at: new Date(),
  });
  if (!report.ok) return inWords(describeProblem(report.problem, 'ru'));
  const fault = report.value.findings.find(({ severity }) => severity === 'fault');
  if (fault !== undefined) return inWords(describeMchdFinding(fault, 'ru'));
  const principals = report.value.principals.flatMap(({ kind, inn }) =>
    kind === 'organization' && inn !== null ? [inn] : [],
  );
  return principals.length > 0 ? { accepted: true, principals } : { accepted: false, refusal: noOrganization };
}
