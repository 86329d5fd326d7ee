import { createPublicKey } from 'node:crypto';
import type { Handle, Template } from 'pkcs11js';
import { parseCertificate } from '../pki/certificate.ts';
import { objectIdentifier } from '../pki/der-writer.ts';
import { digestOids } from '../pki/object-identifiers.ts';
import { gostSubjectPublicKeyInfo } from '../pki/public-key.ts';
import type { Certificate } from '../shared/domain/certificate.ts';
import type { Cryptoki } from '../token/cryptoki.ts';
import { CKA, CKF, CKM, CKO, CKU } from '../token/pkcs11-numbers.ts';
import { certificateTemplate } from './certificate-template.ts';

/** A certificate on the token. */
export interface CertificateOnToken {
  readonly object: Handle;
  readonly keyId: Buffer;
  readonly der: Buffer;
  readonly certificate: Certificate;
}

/** Parameter set CryptoPro-A (RFC 4357, 11.3). */
const cryptoProA = '1.2.643.2.2.35.1';

const parameter = (oid: string): Buffer => Buffer.from(objectIdentifier(oid));

const naming = (keyId: Buffer, label: string): Template => [
  { type: CKA.id, value: keyId },
  { type: CKA.label, value: label },
  { type: CKA.token, value: true },
];

const codeOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * One slot as a program of practice mode holds it: a connection kept open, made anew when the token was pulled. Its
 * own reading of PKCS#11, so that the token floor meets a stranger on the token.
 */
export class TokenPart {
  readonly #cryptoki: Cryptoki;
  readonly #slot: Handle;
  #session: Handle | null = null;
  #signedIn = false;

  constructor(cryptoki: Cryptoki, slot: Handle) {
    this.#cryptoki = cryptoki;
    this.#slot = slot;
  }

  get key(): string {
    return this.#slot.toString('hex');
  }

  get signedIn(): boolean {
    this.session();
    return this.#signedIn;
  }

  /** A session that lives; a new one has forgotten the sign-in. */
  session(): Handle {
    if (this.#session !== null) {
      try {
        this.#cryptoki.C_GetSessionInfo(this.#session);
        return this.#session;
      } catch {
        this.#session = null;
      }
    }
    this.#signedIn = false;
    this.#session = this.#cryptoki.C_OpenSession(this.#slot, CKF.serialSession | CKF.rwSession);
    return this.#session;
  }

  /** Ends the connection, and with it the sign-in. */
  close(): void {
    if (this.#session !== null) this.#cryptoki.C_CloseSession(this.#session);
    this.#session = null;
  }

  /** The token warns that tries of its PIN were spent. */
  warnsOfPin(): boolean {
    const { flags } = this.#cryptoki.C_GetTokenInfo(this.#slot);
    return (flags & (CKF.userPinCountLow | CKF.userPinFinalTry | CKF.userPinLocked)) !== 0;
  }

  /** One login. Throws what the token answers. */
  signIn(pin: string): void {
    const session = this.session();
    if (this.#signedIn) return;
    try {
      this.#cryptoki.C_Login(session, CKU.user, pin);
    } catch (error) {
      if (codeOf(error) !== 'CKR_USER_ALREADY_LOGGED_IN') throw error;
    }
    this.#signedIn = true;
  }

  find(template: Template): readonly Handle[] {
    const session = this.session();
    this.#cryptoki.C_FindObjectsInit(session, template);
    try {
      return this.#cryptoki.C_FindObjects(session, 200);
    } finally {
      this.#cryptoki.C_FindObjectsFinal(session);
    }
  }

  /** An RSA-2048 pair, templates as on JaCarta's PKI part; answers its SubjectPublicKeyInfo. */
  async generateRsa(keyId: Buffer, label: string): Promise<Uint8Array> {
    const common = naming(keyId, label);
    const { publicKey } = await this.#cryptoki.C_GenerateKeyPairAsync(
      this.session(),
      { mechanism: CKM.rsaPkcsKeyPairGen },
      [
        ...common,
        { type: CKA.private, value: false },
        { type: CKA.verify, value: true },
        { type: CKA.encrypt, value: true },
        { type: CKA.modulusBits, value: 2048 },
        { type: CKA.publicExponent, value: Buffer.from([1, 0, 1]) },
      ],
      [
        ...common,
        { type: CKA.private, value: true },
        { type: CKA.sensitive, value: true },
        { type: CKA.sign, value: true },
        { type: CKA.decrypt, value: true },
      ],
    );
    const read = (type: number): string => this.attribute(publicKey, type).toString('base64url');
    const key = { kty: 'RSA', n: read(CKA.modulus), e: read(CKA.publicExponent) };
    return createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'der' });
  }

  /** A ГОСТ Р 34.10-2012 pair of 256 bits; answers its SubjectPublicKeyInfo. */
  async generateGost(keyId: Buffer, label: string): Promise<Uint8Array> {
    const common: Template = [
      ...naming(keyId, label),
      { type: CKA.gostR3410Params, value: parameter(cryptoProA) },
      { type: CKA.gostR3411Params, value: parameter(digestOids.streebog256) },
    ];
    const { publicKey } = await this.#cryptoki.C_GenerateKeyPairAsync(
      this.session(),
      { mechanism: CKM.gostR3410KeyPairGen },
      [...common, { type: CKA.private, value: false }, { type: CKA.verify, value: true }],
      [...common, { type: CKA.private, value: true }, { type: CKA.sign, value: true }],
    );
    return gostSubjectPublicKeyInfo(this.attribute(publicKey, CKA.value), cryptoProA);
  }

  writeCertificate(keyId: Buffer, label: string, der: Uint8Array): void {
    this.#cryptoki.C_CreateObject(this.session(), certificateTemplate(keyId, label, der));
  }

  remove(template: Template): void {
    for (const object of this.find(template)) this.#cryptoki.C_DestroyObject(this.session(), object);
  }

  attribute(object: Handle, type: number): Buffer {
    const [read] = this.#cryptoki.C_GetAttributeValue(this.session(), object, [{ type }]);
    return Buffer.isBuffer(read?.value) ? read.value : Buffer.alloc(0);
  }

  certificates(): readonly CertificateOnToken[] {
    return this.find([{ type: CKA.class, value: CKO.certificate }]).flatMap((object) => {
      const der = this.attribute(object, CKA.value);
      const reading = parseCertificate(der);
      return reading.ok
        ? [{ object, keyId: this.attribute(object, CKA.id), der, certificate: reading.certificate }]
        : [];
    });
  }
}
