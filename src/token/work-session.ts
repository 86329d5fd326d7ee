import type { OpenToken } from './attribute-reading.ts';
import { CKF } from './pkcs11-numbers.ts';
import { CryptokiFailure } from './return-codes.ts';

interface WorkSession extends OpenToken {
  end(): void;
}

/**
 * A session of its own for one piece of work, beside the one that keeps the sign-in and with the same rights. A search
 * or a signature that a failure left unfinished ends with it; in the session of the sign-in it would stand in the way
 * of everything that is asked next (CKR_OPERATION_ACTIVE) while the person is shown as signed in.
 * @throws CryptokiFailure
 */
export function openWorkSession({ cryptoki, session }: OpenToken): WorkSession {
  const { slotID } = cryptoki.C_GetSessionInfo(session);
  const work = cryptoki.C_OpenSession(slotID, CKF.serialSession | CKF.rwSession);
  return {
    cryptoki,
    session: work,
    end() {
      try {
        cryptoki.C_CloseSession(work);
      } catch (error) {
        // What was done is done, and what failed is already told.
        if (!(error instanceof CryptokiFailure)) throw error;
      }
    },
  };
}
