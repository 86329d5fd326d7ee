import type { System } from '../../machine/system.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import type { Application } from '../../shared/domain/certification-authority.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { KeyChange } from '../../shared/domain/key-change.ts';
import type { KnownToken } from '../../shared/domain/known-token.ts';
import type { SubjectValues } from '../../shared/domain/qualified-subject.ts';
import type { ScenarioId } from '../../shared/domain/scenario.ts';
import type { Subdivision } from '../../shared/domain/subdivision.ts';
import type { TokenReport } from '../../shared/domain/token.ts';
import type { UtmState } from '../../shared/domain/utm.ts';
import type { Problem } from '../../shared/problems/problem.ts';
import type { RegisteredSecret } from '../../shared/redaction/registered-secret.ts';

/** The program that collects. */
export interface ProgramFacts {
  readonly version: string;
  /** Electron, Chromium, Node by their names. */
  readonly runtimes: Readonly<Record<string, string>>;
  /** Pixels of the screen to one of the page; `null` where there is no screen. */
  readonly displayScale: number | null;
}

/** What is known of this walk by now. Nothing is asked anew for it: a token at work is left alone. */
export interface KnownFacts {
  readonly practice: ScenarioId | null;
  readonly checkedAt: string | null;
  readonly findings: readonly Finding[];
  readonly tokens: TokenReport | null;
  readonly utm: UtmState | null;
  readonly place: Subdivision | null;
  /** Tokens of earlier runs, and changes of keys that were begun. */
  readonly remembered: {
    readonly tokens: readonly KnownToken[];
    readonly changes: readonly Pick<KeyChange, 'serial' | 'printedSerial'>[];
  };
  /** Those whose qualified certificates are asked for, or came. */
  readonly holders: {
    /** Of requests: the one that is being made, and those that are remembered. */
    readonly subjects: readonly SubjectValues[];
    readonly applications: readonly Pick<Application, 'inn' | 'name' | 'owner' | 'author'>[];
    /** Of a file that is being looked at. */
    readonly certificates: readonly Certificate[];
  };
  /** What went wrong and is not mended. */
  readonly problems: readonly Problem[];
}

/** Everything that diagnostics are put together from. */
export interface DiagnosticsSources {
  readonly program: ProgramFacts;
  readonly known: KnownFacts;
  /** For the system's own facts and the headers of library files. */
  readonly system: Pick<System, 'platform' | 'architecture' | 'osRelease' | 'osVersion' | 'readBytes'>;
  /** The end of the program's own log; `null` where there is none. */
  appLog(): Promise<string | null>;
  /** The end of the UTM's log; without it, where this computer cannot read it. */
  readonly utmLog?: (() => Promise<string | null>) | undefined;
  /** What the program knows to be nobody's business, beside what `known` tells. */
  readonly secrets: readonly RegisteredSecret[];
  now(): Date;
}
