import type { DistinguishedName } from '../shared/domain/certificate.ts';
import { innFault, innWithoutZeros, type NumberFault, numberFault } from '../shared/domain/registration-number.ts';

/** A registration number in the subject of a certificate or a request that cannot be right. */
export interface SubjectNumberFinding {
  readonly code: 'subject-number-form' | 'subject-number-digits';
  /** «ИНН», «ОГРН» …, in every language. */
  readonly name: string;
  /** As it stands there. */
  readonly number: string;
}

type Field = 'inn' | 'innLegalEntity' | 'ogrn' | 'ogrnip' | 'snils';

/** A person's own ИНН may begin with two zeros as well: right either way is right. */
const innOfSubjectFault = (inn: string): NumberFault | null =>
  innFault(inn) === null ? null : innFault(innWithoutZeros(inn));

const judges: Readonly<Record<Field, readonly [name: string, faultOf: (text: string) => NumberFault | null]>> = {
  inn: ['ИНН', innOfSubjectFault],
  innLegalEntity: ['ИНН ЮЛ', (text) => numberFault('inn-organization', innWithoutZeros(text))],
  ogrn: ['ОГРН', (text) => numberFault('ogrn', text)],
  ogrnip: ['ОГРНИП', (text) => numberFault('ogrnip', text)],
  snils: ['СНИЛС', (text) => numberFault('snils', text)],
};

const codes: Readonly<Record<NumberFault, SubjectNumberFinding['code']>> = {
  'wrong-form': 'subject-number-form',
  'wrong-check-digits': 'subject-number-digits',
};

/**
 * What is wrong with the registration numbers of a subject. The certificate is what its authority signed all the same,
 * so none of this speaks against its signature; but whoever compares these numbers will stumble.
 */
export function subjectNumberFindings({
  subject,
}: {
  readonly subject: Pick<DistinguishedName, Field>;
}): readonly SubjectNumberFinding[] {
  return (Object.keys(judges) as Field[]).flatMap((field) => {
    const number = subject[field]?.trim() ?? '';
    const [name, faultOf] = judges[field];
    const fault = number === '' ? null : faultOf(number);
    return fault === null ? [] : [{ code: codes[fault], name, number }];
  });
}
