import { z } from 'zod';
import type { PaperKind } from './domain/certification-authority.ts';

/**
 * Documents the wizard prints or saves as PDF. `application`: «Заявка на получение ключа доступа»; `handover`: what the
 * accounting software is told; `paper-…`: the papers that go with a qualified certificate.
 */
export const printedDocumentIdSchema = z.enum([
  'application',
  'access-key-request',
  'handover',
  'paper-application',
  'paper-receipt',
  'paper-handling-rules',
  'paper-revocation',
  'paper-power-of-attorney',
  'paper-request-form',
  'paper-certificate-form',
]);
export type PrintedDocumentId = z.infer<typeof printedDocumentIdSchema>;

/** Under which id a paper is asked for. */
export const paperIds = {
  application: 'paper-application',
  receipt: 'paper-receipt',
  'handling-rules': 'paper-handling-rules',
  revocation: 'paper-revocation',
  'power-of-attorney': 'paper-power-of-attorney',
  'request-form': 'paper-request-form',
  'certificate-form': 'paper-certificate-form',
} as const satisfies Record<PaperKind, PrintedDocumentId>;

/** A document as data; every place that shows it lays it out by itself. */
export interface PrintedDocument {
  readonly title: string;
  /** Who it goes to, in lines at the upper right. */
  readonly addressee?: readonly string[];
  /** What a reader must know before all else. */
  readonly note?: string;
  readonly sections: readonly PrintedSection[];
}

export interface PrintedSection {
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
  /** Name and value, in the order in which they are read. */
  readonly rows: readonly (readonly [name: string, value: string])[];
  /** Lines to be signed by hand. */
  readonly signatures: readonly string[];
}
