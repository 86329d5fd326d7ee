import { parseCertificationRequest } from '../../pki/certification-request.ts';
import type { AccessKeyRequest } from '../../shared/domain/access-key.ts';
import type { Subdivision } from '../../shared/domain/subdivision.ts';
import type { Device } from '../../shared/domain/token.ts';
import type { PrintedDocument } from '../../shared/printed-documents.ts';
import { pemOf } from '../pem.ts';
import { day, inGroups } from './rows.ts';

export interface RequestFacts {
  readonly request: AccessKeyRequest;
  readonly subdivision: Subdivision;
  readonly device: Device;
}

/** The readable form of a request by files: the same facts as in the file, and the file itself as text. */
export function requestForm({ request, subdivision, device }: RequestFacts): PrintedDocument {
  const der = new Uint8Array(Buffer.from(request.der, 'base64'));
  const read = parseCertificationRequest(der);
  const signed = read.ok ? [['Имя в запросе', read.request.subject.text] as const] : [];
  return {
    title: 'Запрос на сертификат ключа доступа к ЕГАИС',
    sections: [
      {
        heading: 'Для кого и для какого места',
        paragraphs: [],
        rows: [
          ['Наименование', subdivision.fullName],
          ['ИНН', subdivision.inn],
          ['КПП', subdivision.kpp ?? 'нет (ИП)'],
          ['FSRAR ID', request.fsrarId],
          ['Адрес', subdivision.address],
        ],
        signatures: [],
      },
      {
        heading: 'Ключ',
        paragraphs: ['Закрытый ключ создан на токене и не покидал его.'],
        rows: [
          ['Токен', `${device.name}, № ${device.printedSerial}`],
          ['Вид ключа', 'RSA 2048, запрос подписан SHA-256'],
          ...signed,
          ['Отпечаток открытого ключа (SHA-256)', inGroups(request.publicKeySha256)],
          ['Запрос создан', day(request.madeAt)],
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
  };
}
