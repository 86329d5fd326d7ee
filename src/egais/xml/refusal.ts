/** Why bytes are not read as XML. Each has a problem of its own in the catalogue, with what to do. */
export type XmlRefusalCode =
  | 'empty'
  | 'too-large'
  | 'not-xml'
  | 'utf-16'
  | 'null-character'
  | 'encoding-unsupported'
  | 'encoding-false'
  | 'version-unsupported'
  | 'doctype'
  | 'entity'
  | 'malformed'
  | 'unclosed'
  | 'invalid-character'
  | 'duplicate-attribute'
  | 'after-root'
  | 'too-deep'
  | 'too-many-elements'
  | 'too-many-attributes'
  | 'attribute-too-long'
  | 'name-too-long'
  | 'text-too-long';

export interface XmlRefusal {
  readonly code: XmlRefusalCode;
  /** Fill the words of the refusal: a place in the file, a limit, a name. */
  readonly values: Readonly<Record<string, string | number>>;
}

export const refusal = (code: XmlRefusalCode, values: XmlRefusal['values'] = {}): XmlRefusal => ({ code, values });
