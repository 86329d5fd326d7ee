import type { AccessKeyIssuer } from '../egais/access-key-issuer.ts';
import type { System } from '../machine/system.ts';
import type { UtmState } from '../shared/domain/utm.ts';
import type { TokenAccess } from '../token/token-access.ts';
import type { RunRecord } from './run-record.ts';

/**
 * Everything outside that the use cases act upon. The window, the command line, the tests and practice mode each put
 * together one of these; the use cases never know which.
 */
export interface Workplace {
  readonly tokens: TokenAccess;
  readonly issuer: AccessKeyIssuer;
  /** Reads the UTM anew. `expectedFsrarId`: the place it should serve, `null` when none is chosen yet. */
  readUtm(expectedFsrarId: string | null): Promise<UtmState>;
  readonly utmUrl: string;
  readonly system: System;
  /** Libraries the person named by hand (`--library`). */
  readonly libraryOverrides: readonly string[];
  readonly record: RunRecord;
  now(): Date;
}
