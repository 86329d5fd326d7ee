import { readXml, type XmlReading } from '../xml/read-xml.ts';
import type { XmlRefusal } from '../xml/refusal.ts';
import type { MchdElement } from './element.ts';
import type { MchdFinding } from './finding.ts';
import { finding, findingIf } from './finding.ts';
import type { FormVerdict } from './form.ts';
import { Outline } from './outline.ts';

/** A file by its name, already read. */
export interface MchdFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadDocument {
  readonly form: FormVerdict;
  /** Kept as far as `outline.ts` says. */
  readonly root: MchdElement;
  /** What is wrong with the form and the structure. */
  readonly findings: readonly MchdFinding[];
}

/** A document that is XML, whatever it says; or why it cannot be read. */
export type DocumentReading =
  | { readonly ok: true; readonly document: ReadDocument }
  | { readonly ok: false; readonly refusal: XmlRefusal };

const formFindings = (form: FormVerdict, root: MchdElement): readonly MchdFinding[] => {
  if (form.form === null) return [finding(form.code, { root: root.name, version: root.attributes.ВерсФорм ?? '—' })];
  return form.form === '002' ? [finding('form-002-doubtful'), finding('form-002-own-check')] : [finding('own-check')];
};

const declarationFindings = (reading: Extract<XmlReading, { ok: true }>): readonly MchdFinding[] =>
  findingIf(!reading.declared, 'declaration-missing');

/** Reads the XML of a power of attorney, in any form, and checks its structure as far as the form is known. */
export function readDocument({ name, bytes }: MchdFile): DocumentReading {
  const outline = new Outline(name);
  const reading = readXml(bytes, outline);
  if (!reading.ok) return reading;
  const { root, form } = outline;
  if (root === null) return { ok: false, refusal: { code: 'unclosed', values: {} } };
  const findings = [...formFindings(form, root), ...declarationFindings(reading), ...outline.findings];
  return { ok: true, document: { form, root, findings } };
}
