import { parameterSets } from '../../shared/domain/gost-parameter-sets.ts';
import type { QualifiedRequest } from '../../shared/domain/qualified-request.ts';
import { writtenSubject } from '../../shared/domain/qualified-subject.ts';
import type { PrintedDocument } from '../../shared/printed-documents.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import { qualifiedRequestTexts } from '../../shared/texts/qualified-request.ts';
import { pemOf } from '../pem.ts';
import { inGroups } from './request-form.ts';

const { field: fields, kind: kinds, parameterSet: words } = qualifiedRequestTexts.ru;

/** The readable form of a request for a qualified certificate: what it says, field by field, and itself as text. */
export const qualifiedRequestForm = (request: QualifiedRequest): PrintedDocument => ({
  title: 'Запрос на квалифицированный сертификат',
  sections: [
    {
      heading: 'Владелец',
      paragraphs: [],
      rows: [
        ['Кто', kinds[request.kind]],
        ...writtenSubject(request).map(({ field, value }) => [fields[field].label, value] as const),
      ],
      signatures: [],
    },
    {
      heading: 'Ключ',
      paragraphs: ['Закрытый ключ создан на токене и не покидал его.'],
      rows: [
        ['Токен', `№ ${request.token}`],
        ['Вид ключа', words.bits.replace('{{bits}}', String(parameterSets[request.parameterSet].bits))],
        [words.label, `${request.parameterSet}, ${parameterSets[request.parameterSet].oid}`],
        ['Отпечаток открытого ключа (SHA-256)', inGroups(request.publicKeySha256)],
        ['Запрос создан', formatDay(request.madeAt, 'ru')],
      ],
      signatures: ['Подпись заявителя'],
    },
    {
      heading: 'Запрос (PKCS#10)',
      paragraphs: [pemOf('CERTIFICATE REQUEST', request.der)],
      rows: [],
      signatures: [],
    },
  ],
});
