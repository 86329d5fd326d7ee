import type { XmlAttribute, XmlAttributes, XmlVisitor } from '../xml/read-xml.ts';
import type { MchdElement } from './element.ts';
import type { MchdFinding } from './finding.ts';
import { type FormVerdict, formOf } from './form.ts';
import { form003 } from './form-003.ts';
import type { AttributeRule, ElementRule, ValueRule } from './rules.ts';
import { StructureFindings } from './structure-findings.ts';

/** Of elements of one name in one place so many are kept; all are counted and checked. */
const mostKept = 500;
/** Bounds the memory of a document that nests many of many; what may stand but once in its place is kept beyond it. */
const mostElements = 20_000;

interface Frame {
  readonly name: string;
  readonly attributes: XmlAttributes;
  children: MchdElement[];
  counts: Map<string, number>;
  text: string;
  /** Bits of the children that the rule knows and that were seen. */
  seen: number;
  /** `null` where nothing is known of the element. */
  readonly rule: ReadyRule | null;
  /** Whether it is in the outline: nothing inside what was left out is. */
  kept: boolean;
}

/** A child that a rule knows, ready for many elements. */
interface ReadyChild {
  readonly name: string;
  /** Of its own in `Frame.seen`; no element of the form has more than a dozen children. */
  readonly bit: number;
  readonly most: number;
  readonly rule: ReadyRule;
}

/** A rule made ready for many elements. Maps, because a document may name its elements `constructor`. */
interface ReadyRule {
  readonly attributes: ReadonlyMap<string, AttributeRule>;
  readonly requiredAttributes: readonly string[];
  readonly children: ReadonlyMap<string, ReadyChild>;
  /** Bits of the children that must be there, and of those of which exactly one must be. */
  readonly required: number;
  readonly oneOf: number;
  readonly text: ValueRule | null;
  readonly open: boolean;
}

/** The form is a tree, so every rule is made ready with all that is inside it. */
function ready(rule: ElementRule): ReadyRule {
  const children = Object.entries(rule.children).map(
    ([name, { element, most }], place): ReadyChild => ({ name, bit: 1 << place, most, rule: ready(element) }),
  );
  const bitsWhere = (holds: (name: string) => boolean): number =>
    children.reduce((bits, { name, bit }) => (holds(name) ? bits | bit : bits), 0);
  return {
    attributes: new Map(Object.entries(rule.attributes)),
    requiredAttributes: Object.keys(rule.attributes).filter((name) => rule.attributes[name]?.required),
    children: new Map(children.map((child) => [child.name, child])),
    required: bitsWhere((name) => rule.children[name]?.least === 1),
    oneOf: bitsWhere((name) => rule.oneOf?.includes(name) ?? false),
    text: rule.text ?? null,
    open: rule.open ?? false,
  };
}

const readyForm003 = ready(form003);

/** Most elements have no children and share these; nothing is ever put into them. */
const noChildren: MchdElement[] = [];
const noCounts = new Map<string, number>();

/** Notes one more child; answers how many of its name there were before, of what may stand but once no more than one. */
function note(frame: Frame, { name, bit, most }: ReadyChild): number {
  const before = (frame.seen & bit) === 0 ? 0 : 1;
  frame.seen |= bit;
  if (most === 1) return before;
  if (frame.counts === noCounts) frame.counts = new Map();
  const counted = frame.counts.get(name) ?? 0;
  frame.counts.set(name, counted + 1);
  return counted;
}

const none: readonly string[] = [];

/** The names of the children whose bits are set. */
const namesOf = ({ children }: ReadyRule, bits: number): readonly string[] =>
  bits === 0 ? none : [...children.values()].filter(({ bit }) => (bits & bit) !== 0).map(({ name }) => name);

const namespace003 = 'urn://x-artefacts/EMCHD_1';

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
const isNamespace = (attribute: string): boolean => attribute === 'xmlns' || attribute.includes(':');
const isBlank = (text: string): boolean => !/\S/.test(text);

/** The namespace of a root element. Others of the document do not count: the form has one. */
const namespaceOf = (name: string, attributes: XmlAttributes): string =>
  (name.includes(':') ? attributes[`xmlns:${name.slice(0, name.indexOf(':'))}`] : attributes.xmlns) ?? '';

/**
 * Listens to a document being read: keeps its outline and checks every element against the form, whether it is kept or
 * not. Elements are checked as they close and then let go, so a document of any length costs little memory.
 */
export class Outline implements XmlVisitor {
  readonly #fileName: string;
  readonly #findings = new StructureFindings();
  readonly #frames: Frame[] = [];
  #kept = 0;
  #root: MchdElement | null = null;
  #form: FormVerdict = { form: null, code: 'not-a-power-of-attorney' };

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  /** `null` until something was read. */
  get root(): MchdElement | null {
    return this.#root;
  }

  get form(): FormVerdict {
    return this.#form;
  }

  get findings(): readonly MchdFinding[] {
    return this.#findings.all;
  }

  open(qualifiedName: string, attributes: XmlAttributes, inOrder: readonly XmlAttribute[]): void {
    const name = localName(qualifiedName);
    const parent = this.#frames.at(-1);
    const child = parent?.rule?.children.get(name);
    const before = parent === undefined ? 0 : child === undefined ? parent.children.length : note(parent, child);
    const rule =
      parent === undefined ? this.#ruleOfRoot(qualifiedName, attributes) : this.#ruleIn(parent, name, child, before);
    const kept = parent === undefined || (parent.kept && this.#mayKeep(child, before));
    const frame: Frame = { name, attributes, children: noChildren, counts: noCounts, text: '', seen: 0, rule, kept };
    this.#frames.push(frame);
    if (rule !== null) this.#checkAttributes(attributes, inOrder, rule);
    if (parent === undefined) this.#root = frame;
    else if (kept) this.#keep(parent, frame);
  }

  text(part: string): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    const { rule } = frame;
    if (rule === null || rule.open || rule.text !== null) frame.text += part;
    else if (!isBlank(part)) this.#findings.add('text-unexpected', this.#path(), { text: part.trim() });
  }

  close(): void {
    const frame = this.#frames.at(-1);
    if (frame?.rule) this.#check(frame, frame.rule);
    this.#frames.pop();
  }

  #path(name?: string): string {
    const names = this.#frames.map((frame) => frame.name);
    return [...names, ...(name === undefined ? [] : [name])].join('/');
  }

  #ruleOfRoot(name: string, attributes: XmlAttributes): ReadyRule | null {
    this.#form = formOf(localName(name), attributes, this.#fileName);
    if (this.#form.form !== '003') return null;
    const namespace = namespaceOf(name, attributes);
    if (namespace !== namespace003) this.#findings.add('namespace-wrong', localName(name), { namespace });
    return readyForm003;
  }

  #ruleIn(parent: Frame, name: string, child: ReadyChild | undefined, before: number): ReadyRule | null {
    if (parent.rule === null) return null;
    if (child === undefined) {
      if (!parent.rule.open) this.#findings.add('element-unknown', this.#path(name), { name });
      return null;
    }
    if (before === child.most) this.#findings.add('element-repeated', this.#path(name), { name });
    return child.rule;
  }

  #mayKeep(child: ReadyChild | undefined, before: number): boolean {
    return child?.most === 1 ? before === 0 : before < mostKept && this.#kept < mostElements;
  }

  #keep(parent: Frame, frame: Frame): void {
    this.#kept += 1;
    if (parent.children === noChildren) parent.children = [];
    parent.children.push(frame);
  }

  #check(frame: Frame, rule: ReadyRule): void {
    this.#checkChildren(frame, rule);
    const fault = rule.text?.(frame.text.trim());
    if (fault) this.#findings.add(fault.code, this.#path(), { name: frame.name, ...fault.values });
  }

  #checkAttributes(attributes: XmlAttributes, inOrder: readonly XmlAttribute[], rule: ReadyRule): void {
    let missing = rule.requiredAttributes.length;
    for (const { name, value } of inOrder) {
      const known = rule.attributes.get(name);
      if (known === undefined) {
        if (!rule.open && !isNamespace(name)) this.#findings.add('attribute-unknown', this.#path(`@${name}`), { name });
        continue;
      }
      if (known.required) missing -= 1;
      const fault = known.rule(value);
      if (fault) this.#findings.add(fault.code, this.#path(`@${name}`), { name, ...fault.values });
    }
    if (missing === 0) return;
    for (const name of rule.requiredAttributes)
      if (attributes[name] === undefined) this.#findings.add('attribute-missing', this.#path(`@${name}`), { name });
  }

  #checkChildren({ seen }: Frame, rule: ReadyRule): void {
    for (const name of namesOf(rule, rule.required & ~seen))
      this.#findings.add('element-missing', this.#path(name), { name });
    if (rule.oneOf === 0) return;
    const present = seen & rule.oneOf;
    const single = present !== 0 && (present & (present - 1)) === 0;
    if (single) return;
    const names = namesOf(rule, present === 0 ? rule.oneOf : present).join(', ');
    this.#findings.add(present === 0 ? 'choice-missing' : 'choice-several', this.#path(), { names });
  }
}
