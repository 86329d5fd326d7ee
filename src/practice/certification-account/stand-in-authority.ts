import type { PracticeAuthority } from '../certification-authority.ts';
import { OneAtATime } from '../http-service/one-at-a-time.ts';
import { SessionTokens } from '../http-service/session-tokens.ts';
import type { CertificationFolder } from './certification-folder.ts';
import { PhoneCodes } from './phone-codes.ts';

/** Somebody who has signed in by phone. */
export interface PhoneSession {
  readonly phone: string;
}

/** What the stand-in account of the practice authority stands on. */
export class StandInAuthority {
  readonly folder: CertificationFolder;
  /** Its key signs the certificates. */
  readonly authority: PracticeAuthority;
  /** Its own address. */
  readonly origin: string;
  readonly codes = new PhoneCodes();
  readonly sessions = new SessionTokens<PhoneSession>();
  readonly issuing = new OneAtATime();

  constructor(parts: {
    readonly folder: CertificationFolder;
    readonly authority: PracticeAuthority;
    readonly origin: string;
  }) {
    this.folder = parts.folder;
    this.authority = parts.authority;
    this.origin = parts.origin;
  }
}
