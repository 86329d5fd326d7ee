import type { XmlAttributes } from '../xml/read-xml.ts';

/**
 * An element of a power of attorney as it is kept: of children that may stand many times only the first ones are
 * (`outline.ts`).
 */
export interface MchdElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly MchdElement[];
  /** How many there are, kept or not, of children that the form allows many times. */
  readonly counts: ReadonlyMap<string, number>;
  readonly text: string;
}

/** The value of an attribute without blanks around it; `null` where it is absent or empty. */
export const attribute = (element: MchdElement | undefined, name: string): string | null =>
  element?.attributes[name]?.trim() || null;

export const childrenNamed = (element: MchdElement | undefined, name: string): readonly MchdElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first element down a path of names. */
export const at = (element: MchdElement | undefined, ...path: readonly string[]): MchdElement | undefined =>
  path.reduce<MchdElement | undefined>(
    (current, name) => current?.children.find((child) => child.name === name),
    element,
  );

/** Every element of this name below, in the order of the document. */
export const below = (element: MchdElement | undefined, name: string): readonly MchdElement[] =>
  element?.children.flatMap((child) => (child.name === name ? [child] : below(child, name))) ?? [];
