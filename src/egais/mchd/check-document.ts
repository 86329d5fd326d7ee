import type { Certificate } from '../../shared/domain/certificate.ts';
import { findings002 } from './checks-002.ts';
import { dateFindings } from './date-checks.ts';
import { dayOn } from './day.ts';
import type { MchdFacts } from './facts.ts';
import { facts002 } from './facts-002.ts';
import { facts003 } from './facts-003.ts';
import { finding, findingIf, type MchdFinding } from './finding.ts';
import { nameFindings } from './name-checks.ts';
import { announcedFindings, powerFindings } from './power-checks.ts';
import { principalFindings, principalFormFindings } from './principal-checks.ts';
import type { ReadDocument } from './read-document.ts';
import { representativeFindings, representativeTypeFindings } from './representative-checks.ts';

export interface DocumentQuestion {
  readonly fileName: string;
  /** The qualified certificate of whoever is to act by the power of attorney. */
  readonly certificate: Certificate | null;
  readonly powerCodes: readonly string[];
  readonly at: Date;
}

/** Facts of a document whose form is known, and what was found about them; `null` facts for any other form. */
export interface DocumentAnswer {
  readonly facts: MchdFacts | null;
  readonly findings: readonly MchdFinding[];
}

/** Judges a power of attorney by what it says. The signature is another matter: `signature-checks.ts`. */
export function checkDocument({ form, root, findings }: ReadDocument, question: DocumentQuestion): DocumentAnswer {
  if (form.form === null) return { facts: null, findings };
  const facts = form.form === '003' ? facts003(root) : facts002(root);
  const ofForm =
    form.form === '003'
      ? [...principalFormFindings(root), ...representativeTypeFindings(root), ...announcedFindings(root)]
      : findings002(root, facts);
  return {
    facts,
    findings: [
      ...findings,
      ...nameFindings(question.fileName, facts),
      ...dateFindings(facts, dayOn(question.at)),
      ...ofForm,
      ...principalFindings(facts),
      ...representativeFindings(facts, question.certificate),
      ...powerFindings(facts, question.powerCodes),
      ...findingIf(facts.earlier !== null, 'retrusted', { number: facts.earlier?.number ?? '—' }),
      finding('register-not-asked', { number: facts.number ?? '—' }),
    ],
  };
}
