import { OneAtATime } from '../http-service/one-at-a-time.ts';
import type { PlaceRow, UtmFolder } from '../utm/utm-folder.ts';
import type { AccountFolder } from './account-folder.ts';
import { PlaceRegister } from './place-register.ts';
import { type Session, Sessions } from './sessions.ts';

/** What the stand-in account stands on: its own folder, the agency's, and whom it believes. */
export class StandInAccount {
  readonly folder: AccountFolder;
  /** The stand-in UTM's folder: the agency's authority and register lie there. */
  readonly agency: UtmFolder;
  readonly places: PlaceRegister;
  readonly sessions = new Sessions();
  /** DER of the authority whose qualified certificates are believed. */
  readonly trusted: Uint8Array;
  /** Its own address, as sign-in statements must name it. */
  readonly origin: string;

  /** Keys are issued one after another. */
  readonly issuing = new OneAtATime();

  constructor(parts: {
    readonly folder: AccountFolder;
    readonly agency: UtmFolder;
    readonly trusted: Uint8Array;
    readonly origin: string;
  }) {
    this.folder = parts.folder;
    this.agency = parts.agency;
    this.places = new PlaceRegister(parts.agency);
    this.trusted = parts.trusted;
    this.origin = parts.origin;
  }

  /** Places for which somebody may ask for keys: the own ones, and those of principals that the agency knows. */
  placesOf({ certificate }: Session): readonly PlaceRow[] {
    const { inn } = certificate.holder;
    if (inn === null) return [];
    const principals = this.folder.options().representatives.filter(({ person }) => person === inn);
    return this.places.of([inn, ...principals.map(({ principal }) => principal)]);
  }
}
