import type { PrintedDocument } from '../../shared/printed-documents.ts';
import { pemOf } from '../pem.ts';
import { day, row, section } from '../printed/rows.ts';
import { type PaperFacts, requestIn } from './paper-facts.ts';
import { keyRows, subjectRows, usageRows } from './paper-rows.ts';

/**
 * The readable form of a request for a qualified certificate: what it says, field by field, and itself as text; `null`
 * when it cannot be read.
 */
export function qualifiedRequestForm(
  facts: Pick<PaperFacts, 'request' | 'requestedAt' | 'token'>,
): PrintedDocument | null {
  const found = requestIn(facts);
  if (found === null) return null;
  const { request, publicKeySha256, der } = found;
  return {
    title: 'Запрос на квалифицированный сертификат',
    sections: [
      section('Владелец', subjectRows(request.subject)),
      section(
        'Ключ',
        [
          ...row('Токен', facts.token),
          ...keyRows(request.key, publicKeySha256),
          ...usageRows(request.requested),
          ...row('Запрос создан', facts.requestedAt && day(facts.requestedAt.toISOString())),
        ],
        ['Закрытый ключ создан на токене и не покидал его.'],
        ['Подпись заявителя'],
      ),
      section('Запрос (PKCS#10)', [], [pemOf('CERTIFICATE REQUEST', der)]),
    ],
  };
}
