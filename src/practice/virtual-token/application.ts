import type { Handle } from 'pkcs11js';
import { CKU } from '../../token/pkcs11-numbers.ts';
import { isPrivate, readHandle, ulong } from './attributes.ts';
import { refuse } from './cryptoki-error.ts';
import { changeDevice, readDevices } from './device-folder.ts';
import type { AppletManner } from './device-kinds.ts';
import type { AppletState, DeviceState, StoredObject } from './device-state.ts';
import { appletOf, isPresent, type OccupiedSlot, occupiedSlots, requireFree, slotCount } from './slots.ts';

/** A signature or verification that was begun. */
export interface PendingOperation {
  readonly mechanism: number;
  readonly object: number;
}

export interface Session {
  readonly slot: number;
  readonly serial: string;
  readonly appletIndex: number;
  readonly insertions: number;
  readonly readWrite: boolean;
  found: Handle[] | null;
  signing: PendingOperation | null;
  verifying: PendingOperation | null;
  digesting: number | null;
}

/** An applet as a session sees it at one moment. */
interface OpenApplet {
  readonly device: DeviceState;
  readonly state: AppletState;
  readonly manner: AppletManner;
}

/**
 * An application in the sense of PKCS#11: its sessions and logins, over a folder of devices that other applications
 * use as well.
 */
export class Application {
  readonly folder: string;
  readonly sessions = new Map<number, Session>();
  /** Slot → user type that is logged in, with the insertion it belongs to. */
  readonly logins = new Map<number, { readonly userType: number; readonly insertions: number }>();
  initialised = false;
  #nextSession = 1;

  constructor(folder: string) {
    this.folder = folder;
  }

  sessionsOf(slot: number): readonly Session[] {
    return [...this.sessions.values()].filter((session) => session.slot === slot);
  }

  addSession(session: Session): Handle {
    const id = this.#nextSession++;
    this.sessions.set(id, session);
    return ulong(id);
  }

  requireInitialised(): void {
    if (!this.initialised) refuse('CRYPTOKI_NOT_INITIALIZED');
  }

  occupied(): readonly OccupiedSlot[] {
    return occupiedSlots(readDevices(this.folder));
  }

  slot(handle: Handle): { readonly slot: number; readonly place: OccupiedSlot | undefined } {
    this.requireInitialised();
    const occupied = this.occupied();
    const slot = readHandle(handle);
    if (slot < 0 || slot >= Math.max(slotCount, occupied.length)) refuse('SLOT_ID_INVALID');
    return { slot, place: occupied[slot] };
  }

  inserted(handle: Handle): OccupiedSlot {
    const { place } = this.slot(handle);
    if (!place || !isPresent(place.device)) return refuse('TOKEN_NOT_PRESENT');
    return place;
  }

  dropSessions(slot: number): void {
    for (const [id, session] of this.sessions) if (session.slot === slot) this.sessions.delete(id);
    this.logins.delete(slot);
  }

  session(handle: Handle): Session {
    this.requireInitialised();
    const session = this.sessions.get(readHandle(handle)) ?? refuse('SESSION_HANDLE_INVALID');
    this.open(session);
    return session;
  }

  open(session: Session): OpenApplet {
    const device = readDevices(this.folder).find((candidate) => candidate.serial === session.serial);
    return this.#opened(session, device);
  }

  #opened(session: Session, device: DeviceState | undefined): OpenApplet {
    if (!device || !isPresent(device)) {
      this.dropSessions(session.slot);
      return refuse('DEVICE_REMOVED');
    }
    if (device.insertions !== session.insertions) {
      this.dropSessions(session.slot);
      return refuse('SESSION_HANDLE_INVALID');
    }
    requireFree(device);
    return { device, ...appletOf(device, session.appletIndex) };
  }

  change<T>(session: Session, change: (applet: OpenApplet) => T): T {
    return changeDevice(this.folder, session.serial, (device) => change(this.#opened(session, device)));
  }

  userType(session: Session): number | null {
    const login = this.logins.get(session.slot);
    return login && login.insertions === session.insertions ? login.userType : null;
  }

  visible(session: Session): readonly StoredObject[] {
    const signedIn = this.userType(session) === CKU.user;
    return this.open(session).state.objects.filter((object) => signedIn || !isPrivate(object));
  }

  object(session: Session, handle: Handle): StoredObject {
    const id = readHandle(handle);
    return this.visible(session).find((object) => object.handle === id) ?? refuse('OBJECT_HANDLE_INVALID');
  }

  requireWrite(session: Session, privateObject: boolean): void {
    if (!session.readWrite) refuse('SESSION_READ_ONLY');
    const needsLogin = privateObject || this.open(session).manner.loginToWrite;
    if (needsLogin && this.userType(session) !== CKU.user) refuse('USER_NOT_LOGGED_IN');
  }
}
