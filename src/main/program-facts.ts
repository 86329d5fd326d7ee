import { version } from '../../package.json';
import type { ProgramFacts } from '../setup/diagnostics/sources.ts';

const told = ['electron', 'chrome', 'node'] as const;

/** What this program is and runs on, for support. */
export const programFacts = (displayScale: number | null): ProgramFacts => ({
  version,
  runtimes: Object.fromEntries(
    told.flatMap((name) => (process.versions[name] ? [[name, process.versions[name]]] : [])),
  ),
  displayScale,
});
