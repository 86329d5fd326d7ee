import type { Certificate } from '../../shared/domain/certificate.ts';
import type { Cryptoki } from '../../token/cryptoki.ts';
import type { CertificateOnToken, TokenPart } from '../token-part.ts';
import { DocumentStore } from './document-store.ts';
import { openPins, sealPins } from './pin-vault.ts';
import { type TokenParts, TokenWindow } from './token-window.ts';
import { blankTransportPins, type TransportPins } from './transport-properties.ts';
import type { PlaceRow, UtmFolder } from './utm-folder.ts';

/** What a UTM sees at one moment. */
export interface UtmView {
  readonly parts: TokenParts | null;
  readonly rsa: CertificateOnToken | null;
  readonly gost: CertificateOnToken | null;
  /** FSRAR ID of the access key. */
  readonly ownerId: string | null;
  readonly rsaError: string | null;
}

/** Its own words too: what a real UTM has no words for, because it does not spare tries. */
const spared = 'Вход на ключевой носитель отложен: попытки PIN-кода на исходе';

/** Said wherever nothing can be done without the qualified certificate. The words are the stand-in's own. */
export const noQualifiedCertificate = 'ГОСТ сертификат на ключевом носителе не найден';

const foreignDatabase =
  'FSRAR_ID (CN RSA сертификата) на используемом ключе не соответствует FSRAR_ID первичной инициализации УТМ.';
const missingPin = (part: 'RSA' | 'GOST', key: string): string =>
  `Отсутствует пароль ${part} KeyStore: config/transport.properties -> ${key}`;

const newest = (certificates: readonly CertificateOnToken[]): CertificateOnToken | null =>
  [...certificates].sort((a, b) => b.certificate.notBefore.localeCompare(a.certificate.notBefore))[0] ?? null;

const isInForce = ({ notBefore, notAfter }: Certificate, now: Date): boolean => {
  const iso = now.toISOString();
  return notBefore <= iso && iso <= notAfter;
};

const dateTimeOf = (now: Date): string => now.toISOString().replace('T', ' ').replace('Z', '');

/** The stand-in UTM's mind: it knows its folder and the tokens, and nothing of who else uses them. */
export class StandInUtm {
  readonly folder: UtmFolder;
  readonly documents: DocumentStore;
  readonly #window: TokenWindow;
  /** PINs as the properties had them when it started: the file is read then and not again. */
  #written: TransportPins;
  /** PINs that a token refused; never tried again unchanged. */
  readonly #refused = new Map<TokenPart, string>();
  /** What the log said last of a sign-in, so that it is not said at every question. */
  #said: string | null = null;

  constructor(folder: UtmFolder, cryptoki: Cryptoki, written: TransportPins) {
    this.folder = folder;
    this.documents = new DocumentStore(folder.paths.transportDb);
    this.#written = written;
    this.#window = new TokenWindow(cryptoki);
  }

  close(): void {
    this.#window.close();
  }

  view(): UtmView {
    const absent = { parts: null, rsa: null, gost: null, ownerId: null };
    try {
      const parts = this.#window.look();
      if (parts === null) return { ...absent, rsaError: 'Ключевой носитель не найден' };
      const rsa = newest(parts.rsa.certificates().filter(({ certificate }) => certificate.purpose === 'access-key'));
      const gost = newest(parts.gost.certificates().filter(({ certificate }) => certificate.purpose === 'qualified'));
      const ownerId = rsa?.certificate.fsrarId ?? null;
      return { parts, rsa, gost, ownerId, rsaError: this.#rsaError(rsa, ownerId) };
    } catch (error) {
      // The token may be pulled between any two calls.
      return { ...absent, rsaError: error instanceof Error ? error.message : String(error) };
    }
  }

  isInForce(certificate: Certificate): boolean {
    return isInForce(certificate, new Date());
  }

  /** ИНН of the organisations whose accepted power of attorney the holder of the qualified certificate has. */
  principals({ gost }: UtmView): readonly string[] {
    const accepted = this.folder.acceptedMchd();
    return accepted !== null && accepted.certificate === gost?.certificate.fingerprint ? accepted.principals : [];
  }

  /** Places of the holder of the qualified certificate on the token, and of those for whom the holder may act. */
  places(view: UtmView): readonly PlaceRow[] {
    if (this.folder.options().noPlaces) return [];
    const inns = [view.gost?.certificate.holder.inn, ...this.principals(view)];
    return this.folder.places().filter((row) => inns.includes(row.INN));
  }

  /**
   * Signs in to the parts with the PINs of the properties file, or of the database. After the first success the PINs
   * are in the database and the file is emptied.
   * @param insist sign in although the token warns that tries were spent
   * @returns what stands in the way, `null` when signed in
   */
  signIn(view: UtmView, insist: boolean): string | null {
    const refusal = this.#signIn(view, insist);
    if (refusal !== null && refusal !== this.#said) this.folder.journal.error(`Ошибка входа: ${refusal}`);
    this.#said = refusal;
    return refusal;
  }

  #signIn({ parts, ownerId }: UtmView, insist: boolean): string | null {
    if (parts === null) return 'Ключевой носитель не найден';
    const fresh = this.#written.gost !== '' || this.#written.pki !== '';
    const pins = fresh ? this.#written : openPins(this.folder);
    if (pins === null || pins.pki === '') return missingPin('RSA', 'crypto.lib.pki.keystorePassword');
    if (pins.gost === '') return missingPin('GOST', 'crypto.lib.gost.keystorePassword');

    const { signInRefusal } = this.folder.options();
    if (signInRefusal !== null) return signInRefusal;

    const single = parts.rsa === parts.gost;
    const logins: readonly (readonly [TokenPart, string])[] = single
      ? [[parts.rsa, pins.pki]]
      : [
          [parts.rsa, pins.pki],
          [parts.gost, pins.gost],
        ];
    for (const [part, pin] of logins) {
      const refusal = this.#login(part, pin, insist);
      if (refusal !== null) return refusal;
    }
    if (fresh) this.#remember(pins);
    this.bind(ownerId);
    return null;
  }

  /** Writes the FSRAR ID of the first access key into the database, where it stays. */
  bind(ownerId: string | null): void {
    const database = this.folder.database();
    if (database !== null && (database.ownerId !== null || ownerId === null)) return;
    this.folder.writeDatabase({ createDate: database?.createDate ?? dateTimeOf(new Date()), ownerId });
  }

  #remember(pins: TransportPins): void {
    sealPins(this.folder, pins);
    blankTransportPins(this.folder.paths.properties);
    this.#written = { gost: '', pki: '' };
  }

  #login(part: TokenPart, pin: string, insist: boolean): string | null {
    try {
      if (part.signedIn) return null;
      if (this.#refused.get(part) === pin) return 'CKR_PIN_INCORRECT';
      if (!insist && part.warnsOfPin()) return spared;
      part.signIn(pin);
      this.#refused.delete(part);
      return null;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message === 'CKR_PIN_INCORRECT') this.#refused.set(part, pin);
      return message;
    }
  }

  #rsaError(rsa: CertificateOnToken | null, ownerId: string | null): string | null {
    const { rsaError } = this.folder.options();
    if (rsaError !== null) return rsaError;
    if (rsa === null) return 'RSA сертификат на ключевом носителе не найден';
    const bound = this.folder.database()?.ownerId ?? null;
    if (bound !== null && bound !== ownerId) return foreignDatabase;
    return this.isInForce(rsa.certificate) ? null : 'Срок действия RSA сертификата истёк';
  }
}
