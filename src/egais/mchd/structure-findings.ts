import type { MchdFindingCode } from '../../shared/texts/mchd-findings.ts';
import { finding, type MchdFinding } from './finding.ts';

/** As many as a person may want to read; a file that breaks everything does not fill the memory with complaints. */
const mostFindings = 100;
const longestValue = 80;

const shortened = (value: string): string => (value.length > longestValue ? `${value.slice(0, longestValue)}…` : value);

/** Gathers what is wrong with the structure: the same about the same place is said once. */
export class StructureFindings {
  readonly #found = new Map<string, MchdFinding>();

  /** @param path the names of the elements that enclose the place, and its own */
  add(code: MchdFindingCode, path: string, values: MchdFinding['values'] = {}): void {
    const key = `${code} ${path}`;
    if (this.#found.size >= mostFindings || this.#found.has(key)) return;
    const readable = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? shortened(value) : value,
    ]);
    this.#found.set(key, finding(code, { path: shortened(path), ...Object.fromEntries(readable) }));
  }

  get all(): readonly MchdFinding[] {
    return [...this.#found.values()];
  }
}
