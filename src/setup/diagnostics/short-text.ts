import type { Finding } from '../../shared/domain/finding.ts';
import type { Applet } from '../../shared/domain/token.ts';
import type { DiagnosticsSources, KnownFacts } from './sources.ts';

const troubling: readonly Finding['status'][] = ['bad', 'attention'];

const said = (finding: Finding): string => `${finding.id}/${finding.variant}`;

function checksLine({ findings, checkedAt }: KnownFacts): string {
  if (findings.length === 0) return 'checks: not made';
  const troubles = findings.filter(({ status }) => troubling.includes(status)).map(said);
  return `checks: ${findings.length} at ${checkedAt ?? '?'}; ${troubles.join(', ') || 'no trouble'}`;
}

const appletText = ({ kind, userPin, initialised, certificates }: Applet): string =>
  `${kind} ${initialised ? `PIN ${userPin.tries}` : 'blank'}, certificates ${certificates.length}`;

const mostTokens = 3;
const mostLibraries = 4;

function tokenLines({ tokens }: KnownFacts): readonly string[] {
  if (tokens === null) return ['tokens: not read'];
  const devices = tokens.devices
    .slice(0, mostTokens)
    .map(({ name, applets }) => `token: ${name} (${applets.map(appletText).join('; ')})`);
  const libraries = tokens.libraries
    .slice(0, mostLibraries)
    .map(({ vendor, version, problem }) => `library: ${vendor} ${version ?? '?'} ${problem?.code ?? 'loaded'}`);
  return [...(devices.length === 0 ? ['tokens: none'] : devices), ...libraries];
}

const utmLine = ({ utm }: KnownFacts): string =>
  utm === null ? 'utm: not asked' : `utm: ${utm.verdict.id} (${utm.reachability}, ${utm.build ?? 'build unknown'})`;

/** The facts of `collectDiagnostics` in a dozen lines, in words of support. */
export function shortText({ program, known, system, now }: DiagnosticsSources): string {
  const { platform, osRelease, architecture } = system;
  const codes = [...new Set(known.problems.map(({ code }) => code))];
  return [
    `egais-wizard ${program.version}, ${Object.entries(program.runtimes).flat().join(' ')}`,
    `${platform} ${osRelease} ${architecture}${known.practice === null ? '' : `, practice ${known.practice}`}`,
    `at ${now().toISOString()}`,
    checksLine(known),
    ...tokenLines(known),
    utmLine(known),
    `codes: ${codes.join(', ') || 'none'}`,
  ].join('\n');
}
