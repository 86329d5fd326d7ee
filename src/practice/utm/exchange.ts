import { randomUUID } from 'node:crypto';
import type { StoredDocument } from './document-store.ts';
import { tillSends } from './documents.ts';
import type { StandInUtm } from './stand-in-utm.ts';

/** What the agency answers a query with; every other document is answered with a ticket. */
const replies: Readonly<Record<string, string>> = {
  QueryPartner: 'ReplyPartner',
  QueryClients_v2: 'ReplyClient_v2',
  QueryRests_v2: 'ReplyRests_v2',
};

/** The words of an answer are the stand-in's own. */
const replyTo = ({ uuid, docType }: StoredDocument): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Documents><Answer to="${docType}" uuid="${uuid}"/></Documents>`;

/** Every document that waits goes to the agency, which answers it at once. */
function exchangeAll({ documents }: StandInUtm): void {
  for (const document of documents.unsent()) {
    documents.put('in', { ...document, sent: true });
    documents.add('out', {
      uuid: randomUUID(),
      docType: replies[document.docType] ?? 'Ticket',
      at: new Date().toISOString(),
      sent: true,
      replyId: document.uuid,
      xml: replyTo(document),
    });
  }
}

/** One exchange with the agency. */
export function exchangeDocuments(utm: StandInUtm): void {
  const { journal } = utm.folder;
  if (!utm.folder.options().exchanges) return;
  const view = utm.view();
  if (utm.signIn(view, false) === null && view.rsaError === null) {
    exchangeAll(utm);
    journal.info('Завершение задачи обмена документами с сервером ЕГАИС по расписанию');
  } else journal.error('Задача обмена документами отменена. Ошибка работы RSA');
  tillSends(utm);
}
