import type { CheckId, Finding } from '../../shared/domain/finding.ts';
import type { Json, Shown } from '../../shared/redaction/redactor.ts';
import type { DiagnosticsSources } from './sources.ts';

/** A file that is not there, and why. */
export interface MissingFile {
  readonly name: string;
  readonly reason: string;
}

const factsOf = (findings: readonly Finding[], id: CheckId): Json => {
  const finding = findings.find((candidate) => candidate.id === id);
  return finding ? { variant: finding.variant, ...finding.facts } : null;
};

/** The first thing to read: which program on which system, what went wrong, and which files are here and are not. */
export function manifestOf(
  { program, known, system, now }: DiagnosticsSources,
  shown: Shown,
  files: readonly string[],
  missing: readonly MissingFile[],
): Json {
  const { platform, architecture, osRelease, osVersion } = system;
  const { findings, practice, checkedAt, problems } = known;
  return {
    program: { name: 'egais-wizard', ...program },
    collectedAt: now().toISOString(),
    practice,
    system: { platform, architecture, release: osRelease, version: osVersion },
    session: factsOf(findings, 'remote-session'),
    virtualMachine: factsOf(findings, 'virtual-machine'),
    proxy: factsOf(findings, 'proxy'),
    checkedAt,
    problems: problems.map(({ code, details }) => ({ code, details })),
    shown: { ...shown },
    files: [...files],
    missing: missing.map(({ name, reason }) => ({ name, reason })),
  };
}
