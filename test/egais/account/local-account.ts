import { join } from 'node:path';
import { AccountFolder, type AccountOptions } from '../../../src/practice/account/account-folder.ts';
import { createAccountServer } from '../../../src/practice/account/server.ts';
import { StandInAccount } from '../../../src/practice/account/stand-in-account.ts';
import { createQualifiedAuthority, type PracticeAuthority } from '../../../src/practice/certification-authority.ts';
import { installUtm, type PlaceRow, type UtmFolder } from '../../../src/practice/utm/utm-folder.ts';
import type { Exchange } from '../../support/service-contract.ts';
import { serviceGround } from '../../support/service-ground.ts';

/** A stand-in account inside the test, behind a wire that keeps what goes over it. */
export interface LocalAccount {
  readonly url: string;
  readonly authority: PracticeAuthority;
  readonly folder: AccountFolder;
  readonly agency: UtmFolder;
  /** Everything that went over the wire to its end, in order. */
  readonly exchanges: readonly Exchange[];
}

/** Opens accounts for the tests of one file and takes everything away after each. */
export function localAccounts() {
  const ground = serviceGround();
  return async (places: readonly PlaceRow[], options: AccountOptions = {}): Promise<LocalAccount> => {
    const root = ground.folder();
    const agency = installUtm(join(root, 'utm'), {
      options: {},
      places,
      pins: { gost: '', pki: '' },
      database: null,
    });
    const folder = new AccountFolder(join(root, 'account'));
    folder.writeOptions(options);
    const authority = createQualifiedAuthority(new Date(Date.now() - 1_000 * 86_400_000));
    const trusted = Uint8Array.from(Buffer.from(authority.certificate, 'base64'));
    const { url, exchanges } = await ground.serve((origin) =>
      createAccountServer(new StandInAccount({ folder, agency, trusted, origin })),
    );
    return { url, authority, folder, agency, exchanges };
  };
}
