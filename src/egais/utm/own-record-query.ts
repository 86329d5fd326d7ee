import { randomUUID } from 'node:crypto';

/** The type of the query, as the UTM's address has it. */
export const ownRecordQuery = 'QueryPartner';

/** Whether a query can be about it: whatever else a UTM may call its own goes into no document. */
export const isFsrarId = (text: string): boolean => /^\d{1,20}$/.test(text);

/**
 * A query for one's own record in the register of organisations: «QueryClients» by «СИО», the form of the agency's
 * «Технические требования УТМ». It reads and changes nothing.
 * @throws TypeError when `fsrarId` is not made of digits
 */
function ownRecordXml(fsrarId: string): string {
  if (!isFsrarId(fsrarId)) throw new TypeError('not a FSRAR ID');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<ns:Documents Version="1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ' xmlns:ns="http://fsrar.ru/WEGAIS/WB_DOC_SINGLE_01" xmlns:qp="http://fsrar.ru/WEGAIS/QueryParameters">',
    `<ns:Owner><ns:FSRAR_ID>${fsrarId}</ns:FSRAR_ID></ns:Owner>`,
    '<ns:Document><ns:QueryClients><qp:Parameters><qp:Parameter>',
    `<qp:Name>СИО</qp:Name><qp:Value>${fsrarId}</qp:Value>`,
    '</qp:Parameter></qp:Parameters></ns:QueryClients></ns:Document>',
    '</ns:Documents>',
  ].join('\n');
}

/** The query as a UTM takes documents: multipart, field `xml_file` (RFC 7578). */
export function ownRecordBody(fsrarId: string): { readonly contentType: string; readonly body: Uint8Array } {
  const boundary = `egais-wizard-${randomUUID()}`;
  const parts = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="xml_file"; filename="query.xml"',
    'Content-Type: text/xml; charset=utf-8',
    '',
    ownRecordXml(fsrarId),
    `--${boundary}--`,
    '',
  ];
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: new TextEncoder().encode(parts.join('\r\n')),
  };
}

/** What came of a document that was given to a UTM. */
export type GivenDocument =
  /** It was signed and taken; the answer to it will carry this. */
  | { readonly kind: 'accepted'; readonly replyId: string }
  /** `size`: bytes of the answer. */
  | { readonly kind: 'refused'; readonly status: number; readonly size: number; readonly answer: string }
  /** Nobody was there: nothing was sent. */
  | { readonly kind: 'not-sent'; readonly cause: string }
  /** It was sent, and no answer came that says what became of it. */
  | { readonly kind: 'unknown'; readonly cause: string };
