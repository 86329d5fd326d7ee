export interface TrueObject {
  readonly kind: 'certificate' | 'public-key' | 'private-key' | 'other';
  /** CKA_ID, hex. */
  readonly keyId: string;
  /** All that tells it from another, so that an object that was changed is another one. */
  readonly identity: string;
}

/** What really is on a token, by our own reading and without a word of the token floor. */
export interface TokenTruth {
  readonly initialised: boolean;
  readonly objects: readonly TrueObject[];
  /** The user PIN that works, of those it may be; `null`: none of them. */
  pin(): string | null;
  /** Since the last success. `exact`: the token counts; SoftHSM2 tells only whether there was one. */
  readonly wrongTries: { readonly user: number; readonly so: number; readonly exact: boolean };
  /** Ids of the RSA keys that have a certificate and sign what it verifies. */
  readonly workingKeys: readonly string[];
}
