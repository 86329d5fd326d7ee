import { MCHD_FILE_LIMIT } from '../../shared/domain/mchd.ts';

/** What a document may cost. Everything past a limit is refused at once, before more of it is read. */
export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
  /** Of one element. */
  readonly attributes: number;
  /** Characters of one attribute's value. */
  readonly attributeLength: number;
  /** Characters of the name of an element or an attribute. */
  readonly nameLength: number;
  /** Characters of one uninterrupted text. */
  readonly textLength: number;
}

/**
 * Wide enough for every power of attorney: the UTM takes 15 MB (docs/sources.md, МЧД), the deepest path of the form has
 * eleven elements, its longest text ten thousand characters.
 */
export const xmlLimits: XmlLimits = {
  bytes: MCHD_FILE_LIMIT,
  depth: 32,
  elements: 500_000,
  attributes: 64,
  attributeLength: 16_384,
  nameLength: 128,
  textLength: 1024 * 1024,
};
