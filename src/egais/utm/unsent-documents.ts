import type { UnsentDocuments } from '../../shared/domain/unsent-documents.ts';
import { readUrlList } from './url-list.ts';

const typeInAddress = /\/opt\/in\/([\w.-]{1,60})(?:\/|$)/;

/** Understands `GET /opt/in`; `null` when it is not clear beyond doubt what the UTM lists. Never throws. */
export function parseUnsentDocuments(bytes: Uint8Array): UnsentDocuments | null {
  const urls = readUrlList(bytes);
  if (urls === null) return null;
  const documents = urls.map(({ text, replyId }) => ({
    address: text,
    type: typeInAddress.exec(text)?.[1] ?? null,
    replyId,
  }));
  return { count: documents.length, documents };
}
