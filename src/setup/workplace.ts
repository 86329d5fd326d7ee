import type { AccessKeyIssuer, SubdivisionSource } from '../egais/access-key-issuer.ts';
import type { CertificationAccount } from '../egais/certification-authority/certification-account.ts';
import type { ContractorService } from '../egais/contractor-service.ts';
import type { DownloadSource } from '../egais/utm/installer/download-source.ts';
import type { SettingsFiles } from '../egais/utm/settings/settings-files.ts';
import type { Elevation } from '../machine/mending/elevation.ts';
import type { StartWithSystem } from '../machine/start-with-system/start-with-system.ts';
import type { System } from '../machine/system.ts';
import type { AccessKeyIssuerId } from '../shared/domain/access-key.ts';
import type { KeyChange } from '../shared/domain/key-change.ts';
import type { KnownTokens } from '../shared/domain/known-token.ts';
import type { UtmState } from '../shared/domain/utm.ts';
import type { SubdivisionSourceId } from '../shared/ipc/wizard-state.ts';
import type { TokenAccess } from '../token/token-access.ts';
import type { CertificateArchive } from './certificate-archive.ts';
import type { MchdCheck } from './check-mchd.ts';
import type { QualifiedRequests } from './qualified-certificate/qualified-requests.ts';
import type { Remembered } from './remembered.ts';
import type { RunRecord } from './run-record.ts';

/**
 * Everything outside that the use cases act upon. The window, the command line, the tests and practice mode each put
 * together one of these; the use cases never know which.
 */
export interface Workplace {
  readonly tokens: TokenAccess;
  /** Every way to an access key; `null` where it is not configured. */
  readonly issuers: Readonly<Record<AccessKeyIssuerId, AccessKeyIssuer | null>>;
  /** Who gives the list of places; `null` as above. */
  readonly sources: Readonly<Record<SubdivisionSourceId, SubdivisionSource | null>>;
  /** «Контрагенты» of the account; `null` where it is not configured. */
  readonly contractors: ContractorService | null;
  /** The account of a certification authority; `null` where it is not configured. */
  readonly certificationAccount: CertificationAccount | null;
  /** Reads the UTM anew. `expectedFsrarId`: the place it should serve, `null` when none is chosen yet. */
  readUtm(expectedFsrarId: string | null): Promise<UtmState>;
  readonly utmUrl: string;
  /** Where the UTM's archive is brought from. */
  readonly utmDownload: DownloadSource;
  /** The files of the UTM's settings. */
  readonly utmFiles: SettingsFiles;
  /** Where installers are kept that the window brings. */
  readonly installerFolder: string;
  readonly system: System;
  /** Changes the computer with rights that the person is asked for. */
  readonly elevation: Elevation;
  /** Libraries the person named by hand (`--library`). */
  readonly libraryOverrides: readonly string[];
  /** Codes of powers that a МЧД for EGAIS should name; empty while the agency's code is not public. */
  readonly powerCodes: readonly string[];
  /** Checks a power of attorney where it holds nobody up. */
  readonly checkMchd: MchdCheck;
  readonly archive: CertificateArchive;
  /** Requests for qualified certificates that were made on this computer. */
  readonly requests: QualifiedRequests;
  /** Changes of keys that were begun. */
  readonly keyChanges: Remembered<readonly KeyChange[]>;
  /** Tokens that were read on this computer, and when their keys end. */
  readonly knownTokens: Remembered<KnownTokens>;
  /** Has the session of this person start the program that reminds. */
  readonly startWithSystem: StartWithSystem;
  readonly record: RunRecord;
  now(): Date;
}
