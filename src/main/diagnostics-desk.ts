import { collectDiagnostics, type Diagnostics, shortDiagnostics } from '../setup/diagnostics/collect-diagnostics.ts';
import { diagnosticsFileName, packDiagnostics } from '../setup/diagnostics/pack-diagnostics.ts';
import type { DiagnosticsSources } from '../setup/diagnostics/sources.ts';
import { utmLogEnd } from '../setup/diagnostics/utm-log-end.ts';
import { factsOfWalk } from '../setup/diagnostics/walk-facts.ts';
import { type DiagnosticsPreview, type IdentifierKind, shownOf } from '../shared/domain/diagnostics.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result } from '../shared/result.ts';
import type { Application } from './application.ts';
import type { Desktop } from './desktop.ts';
import { readLogEnd } from './log-files.ts';
import { programFacts } from './program-facts.ts';
import { saveAs } from './save-as.ts';
import type { SecretRegister } from './secret-register.ts';

/** Some thousands of lines: what a person can still look through, and a message can carry. */
export const mostOfTheLog = 200_000;

interface DiagnosticsDeskOptions {
  readonly profileDir: string;
  readonly secrets: SecretRegister;
  displayScale(): number;
}

type Walks = Pick<Application, 'journey' | 'system'>;

/** Diagnostics of the walk that is on, out of what it knows; keeps what was shown last until it is saved. */
export class DiagnosticsDesk {
  readonly #options: DiagnosticsDeskOptions;
  #shownLast: Diagnostics | null = null;

  constructor(options: DiagnosticsDeskOptions) {
    this.#options = options;
  }

  async collect(walks: Walks, shown: readonly IdentifierKind[]): Promise<DiagnosticsPreview> {
    const diagnostics = await collectDiagnostics(await this.#sources(walks), shownOf(shown));
    this.#shownLast = diagnostics;
    return { id: diagnostics.id, files: [...diagnostics.files] };
  }

  /** Saves what was shown, and nothing else: another id is refused. */
  async save(id: string, desktop: Desktop): Promise<Result<{ file: string } | null>> {
    const shown = this.#shownLast;
    if (shown?.id !== id) return fail(problem('SETUP_MESSAGE_REFUSED', { channel: 'diagnostics:save' }));
    return saveAs(desktop, { name: diagnosticsFileName(shown), bytes: packDiagnostics(shown) });
  }

  async short(walks: Walks): Promise<string> {
    return shortDiagnostics(await this.#sources(walks));
  }

  async #sources(walks: Walks): Promise<DiagnosticsSources> {
    const { profileDir, secrets, displayScale } = this.#options;
    const [journey, system] = await Promise.all([walks.journey(), walks.system()]);
    return {
      program: programFacts(displayScale()),
      known: factsOfWalk(journey.state),
      system,
      appLog: async () => readLogEnd(profileDir, mostOfTheLog),
      utmLog: () => utmLogEnd(system, journey.state.utm.state),
      secrets: secrets.all,
      now: () => new Date(),
    };
  }
}
