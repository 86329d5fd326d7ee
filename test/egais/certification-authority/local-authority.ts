import { applicationsFor } from '../../../src/practice/certification-account/applications.ts';
import {
  CertificationFolder,
  type CertificationOptions,
} from '../../../src/practice/certification-account/certification-folder.ts';
import { createCertificationServer } from '../../../src/practice/certification-account/server.ts';
import { StandInAuthority } from '../../../src/practice/certification-account/stand-in-authority.ts';
import { createQualifiedAuthority, type PracticeAuthority } from '../../../src/practice/certification-authority.ts';
import { ivanova, romashka } from '../../../src/practice/holders.ts';
import type { Exchange } from '../../support/service-contract.ts';
import { serviceGround } from '../../support/service-ground.ts';

/** A stand-in authority inside the test, behind a wire that keeps what goes over it. */
export interface LocalAuthority {
  readonly url: string;
  readonly authority: PracticeAuthority;
  readonly folder: CertificationFolder;
  readonly exchanges: readonly Exchange[];
  /** The code of the SMS that came last. */
  code(): string;
  /** Starts the service anew over the same folder. */
  restart(): Promise<void>;
}

export const phone = '+79001234567';
/** The application of «Ромашка»; the other one is Ivanova's. */
export const romashkaApplication = '700101';

/** Opens authorities for the tests of one file and takes everything away after each. */
export function localAuthorities() {
  const ground = serviceGround();
  return async (options: CertificationOptions = {}): Promise<LocalAuthority> => {
    const place = ground.folder();
    const folder = new CertificationFolder(place);
    folder.writeOptions(options);
    folder.writeApplications(applicationsFor([romashka, ivanova], new Date()));
    const authority = createQualifiedAuthority(new Date(Date.now() - 1_000 * 86_400_000));
    const make = (origin: string) =>
      createCertificationServer(new StandInAuthority({ folder: new CertificationFolder(place), authority, origin }));
    const { url, exchanges, replace } = await ground.serve(make);
    const code = () => /\d{6}/.exec(folder.messages(new Date()).at(-1)?.text ?? '')?.[0] ?? '';
    return { url, authority, folder, exchanges, code, restart: () => replace(make) };
  };
}
