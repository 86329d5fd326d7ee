import { randomFillSync } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Attribute, Handle, InitializationOptions, KeyPair, Mechanism, Template, TemplateResult } from 'pkcs11js';
import type { Cryptoki } from '../../token/cryptoki.ts';
import { CKA, CKF, CKO, CKU } from '../../token/pkcs11-numbers.ts';
import {
  type AttributeMap,
  attributeOf,
  isPrivate,
  isTrue,
  matches,
  readAttribute,
  readHandle,
  readTemplate,
  sizeOf,
  toStored,
  ulong,
} from './attributes.ts';
import { refuse } from './cryptoki-error.ts';
import { changeDevice, readDevices } from './device-folder.ts';
import { type AppletManner, deviceManners } from './device-kinds.ts';
import type { AppletState, DeviceState, StoredObject } from './device-state.ts';
import { type FreshPair, planGeneration } from './key-generation.ts';
import { newPin, tryPin } from './pin.ts';
import { digestMechanisms, signatureMechanisms } from './signature-mechanisms.ts';
import { appletOf, freeMemory, type OccupiedSlot, occupiedSlots, padded, slotCount, tokenInfo } from './slots.ts';

interface PendingOperation {
  readonly mechanism: number;
  readonly object: number;
}

interface Session {
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
  readonly session: Session;
  readonly device: DeviceState;
  readonly state: AppletState;
  readonly manner: AppletManner;
}

const version = { major: 1, minor: 0 };
const description = 'Practice PKCS#11 library';
const manufacturer = 'EGAIS Wizard';

/**
 * A PKCS#11 library over a folder of virtual devices. Sessions and logins belong to this object, as they belong to one
 * process; tries, keys and presence live in the folder, so that several processes see one token.
 */
class VirtualCryptoki implements Cryptoki {
  readonly #folder: string;
  readonly #sessions = new Map<number, Session>();
  /** Slot → user type that is logged in, with the insertion it belongs to. */
  readonly #logins = new Map<number, { readonly userType: number; readonly insertions: number }>();
  #initialised = false;
  #nextSession = 1;

  constructor(folder: string) {
    this.#folder = folder;
  }

  C_Initialize(_options?: InitializationOptions): void {
    if (this.#initialised) refuse('CRYPTOKI_ALREADY_INITIALIZED');
    this.#initialised = true;
  }

  C_Finalize(): void {
    this.#requireInitialised();
    this.#initialised = false;
    this.#sessions.clear();
    this.#logins.clear();
  }

  C_GetInfo() {
    this.#requireInitialised();
    return {
      cryptokiVersion: { major: 2, minor: 40 },
      manufacturerID: padded(manufacturer, 32),
      flags: 0,
      libraryDescription: padded(description, 32),
      libraryVersion: version,
    };
  }

  C_GetSlotList(tokenPresent = false): Handle[] {
    this.#requireInitialised();
    const occupied = this.#occupied();
    if (tokenPresent) return occupied.filter(({ device }) => device.plugged).map(({ slot }) => ulong(slot));
    return Array.from({ length: Math.max(slotCount, occupied.length) }, (_, slot) => ulong(slot));
  }

  C_GetSlotInfo(handle: Handle) {
    const { slot, place } = this.#slot(handle);
    const present = place?.device.plugged ?? false;
    return {
      slotDescription: padded(place?.device.reader ?? `Virtual slot ${slot}`, 64),
      manufacturerID: padded(place ? deviceManners[place.device.kind].manufacturer : manufacturer, 32),
      flags: CKF.removableDevice | CKF.hardwareSlot | (present ? CKF.tokenPresent : 0),
      hardwareVersion: version,
      firmwareVersion: version,
    };
  }

  C_GetTokenInfo(handle: Handle) {
    const { slot, device, appletIndex } = this.#inserted(handle);
    const sessions = [...this.#sessions.values()].filter((session) => session.slot === slot);
    return tokenInfo(device, appletIndex, {
      all: sessions.length,
      readWrite: sessions.filter((session) => session.readWrite).length,
    });
  }

  C_GetMechanismList(handle: Handle): number[] {
    const { device, appletIndex } = this.#inserted(handle);
    return [...appletOf(device, appletIndex).manner.mechanisms.keys()];
  }

  C_GetMechanismInfo(handle: Handle, mechanism: number) {
    const { device, appletIndex } = this.#inserted(handle);
    return appletOf(device, appletIndex).manner.mechanisms.get(mechanism) ?? refuse('MECHANISM_INVALID');
  }

  C_InitToken(handle: Handle, pin = '', label = ''): void {
    const { slot, device, appletIndex } = this.#inserted(handle);
    if ([...this.#sessions.values()].some((session) => session.slot === slot)) refuse('SESSION_EXISTS');
    if (!appletOf(device, appletIndex).manner.initialisable) refuse('FUNCTION_NOT_SUPPORTED');
    changeDevice(this.#folder, device.serial, (draft) => {
      const { state } = appletOf(draft, appletIndex);
      const refusal = tryPin(state.soPin, pin);
      if (refusal) refuse(refusal);
      Object.assign(state, { label: label.trimEnd(), initialised: true, userPin: null, objects: [] });
    });
  }

  C_InitPIN(handle: Handle, pin = ''): void {
    const session = this.#session(handle);
    if (this.#userType(session) !== CKU.so) refuse('USER_NOT_LOGGED_IN');
    this.#change(session, ({ state, manner }) => {
      requirePinLength(pin, manner);
      state.userPin = newPin(pin, manner.user.tries);
    });
  }

  C_SetPIN(handle: Handle, oldPin: string, newValue: string): void {
    const session = this.#session(handle);
    if (!session.readWrite) refuse('SESSION_READ_ONLY');
    const role = this.#userType(session) === CKU.so ? 'soPin' : 'userPin';
    this.#change(session, ({ state, manner }) => {
      const current = state[role] ?? refuse('USER_PIN_NOT_INITIALIZED');
      requirePinLength(newValue, manner);
      const refusal = tryPin(current, oldPin);
      if (refusal) refuse(refusal);
      state[role] = newPin(newValue, current.maxTries);
    });
  }

  C_OpenSession(handle: Handle, flags: number): Handle {
    const { slot, device, appletIndex } = this.#inserted(handle);
    if ((flags & CKF.serialSession) === 0) refuse('SESSION_PARALLEL_NOT_SUPPORTED');
    const readWrite = (flags & CKF.rwSession) !== 0;
    if (!readWrite && this.#logins.get(slot)?.userType === CKU.so) refuse('SESSION_READ_WRITE_SO_EXISTS');
    const id = this.#nextSession++;
    this.#sessions.set(id, {
      slot,
      serial: device.serial,
      appletIndex,
      insertions: device.insertions,
      readWrite,
      found: null,
      signing: null,
      verifying: null,
      digesting: null,
    });
    return ulong(id);
  }

  C_CloseSession(handle: Handle): void {
    const { slot } = this.#session(handle);
    this.#sessions.delete(readHandle(handle));
    if (![...this.#sessions.values()].some((session) => session.slot === slot)) this.#logins.delete(slot);
  }

  C_CloseAllSessions(handle: Handle): void {
    this.#dropSessions(this.#slot(handle).slot);
  }

  C_GetSessionInfo(handle: Handle) {
    const session = this.#session(handle);
    const userType = this.#userType(session);
    // CKS_RO_PUBLIC 0, CKS_RO_USER 1, CKS_RW_PUBLIC 2, CKS_RW_USER 3, CKS_RW_SO 4
    const state = userType === CKU.so ? 4 : (session.readWrite ? 2 : 0) + (userType === CKU.user ? 1 : 0);
    return {
      slotID: ulong(session.slot),
      state,
      flags: CKF.serialSession | (session.readWrite ? CKF.rwSession : 0),
      deviceError: 0,
    };
  }

  C_Login(handle: Handle, userType: number, pin = ''): void {
    const session = this.#session(handle);
    const current = this.#userType(session);
    if (userType !== CKU.so && userType !== CKU.user) refuse('USER_TYPE_INVALID');
    if (current !== null) refuse(current === userType ? 'USER_ALREADY_LOGGED_IN' : 'USER_ANOTHER_ALREADY_LOGGED_IN');
    if (userType === CKU.so && [...this.#sessions.values()].some((s) => s.slot === session.slot && !s.readWrite))
      refuse('SESSION_READ_ONLY_EXISTS');
    this.#change(session, ({ state, manner }) => {
      const entry = (userType === CKU.so ? state.soPin : state.userPin) ?? refuse('USER_PIN_NOT_INITIALIZED');
      if (entry.wrongTries < entry.maxTries) requirePinLength(pin, manner);
      const refusal = tryPin(entry, pin);
      if (refusal) refuse(refusal);
    });
    this.#logins.set(session.slot, { userType, insertions: session.insertions });
  }

  C_Logout(handle: Handle): void {
    const session = this.#session(handle);
    if (this.#userType(session) === null) refuse('USER_NOT_LOGGED_IN');
    this.#logins.delete(session.slot);
  }

  C_CreateObject(handle: Handle, template: Template): Handle {
    const attributes = readTemplate(template);
    const session = this.#session(handle);
    const kind = attributes.get(CKA.class) ?? refuse('TEMPLATE_INCOMPLETE');
    if (!kind.equals(ulong(CKO.certificate)) && !kind.equals(ulong(CKO.data))) refuse('FUNCTION_NOT_SUPPORTED');
    if (!isTrue(attributes.get(CKA.token))) refuse('TEMPLATE_INCONSISTENT');
    if (!attributes.has(CKA.value)) refuse('TEMPLATE_INCOMPLETE');
    const withDefaults: AttributeMap = new Map([
      [CKA.label, Buffer.alloc(0)],
      [CKA.private, Buffer.from([0])],
      [CKA.modifiable, Buffer.from([1])],
      ...(kind.equals(ulong(CKO.certificate)) ? ([[CKA.id, Buffer.alloc(0)]] as const) : []),
      ...attributes,
    ]);
    const object = { attributes: toStored(withDefaults), secret: null };
    this.#requireWrite(session, isTrue(withDefaults.get(CKA.private)));
    return this.#change(session, ({ device, state }) => ulong(store(device, state, object)));
  }

  C_DestroyObject(handle: Handle, object: Handle): void {
    const session = this.#session(handle);
    const target = this.#object(session, object);
    this.#requireWrite(session, isPrivate(target));
    this.#change(session, ({ state }) => {
      state.objects = state.objects.filter((candidate) => candidate.handle !== target.handle);
    });
  }

  C_GetAttributeValue(handle: Handle, object: Handle, template: Template): TemplateResult {
    const target = this.#object(this.#session(handle), object);
    return template.map(({ type }) => ({ type, value: readAttribute(target, type) }));
  }

  C_SetAttributeValue(handle: Handle, object: Handle, template: Attribute[]): TemplateResult {
    const session = this.#session(handle);
    const target = this.#object(session, object);
    this.#requireWrite(session, isPrivate(target));
    if (!isTrue(attributeOf(target, CKA.modifiable))) refuse('ATTRIBUTE_READ_ONLY');
    const fresh = readTemplate(template);
    if ([...fresh.keys()].some((type) => type !== CKA.label && type !== CKA.id)) refuse('ATTRIBUTE_READ_ONLY');
    return this.#change(session, ({ state }) => {
      const stored = state.objects.find((candidate) => candidate.handle === target.handle);
      Object.assign((stored ?? refuse('OBJECT_HANDLE_INVALID')).attributes, toStored(fresh));
      return [...fresh].map(([type, value]) => ({ type, value }));
    });
  }

  C_FindObjectsInit(handle: Handle, template: Template = []): void {
    const session = this.#session(handle);
    if (session.found) refuse('OPERATION_ACTIVE');
    const wanted = readTemplate(template);
    session.found = this.#visible(session)
      .filter((object) => matches(object, wanted))
      .map((object) => ulong(object.handle));
  }

  C_FindObjects(handle: Handle, maxObjectCount: number): Handle[] {
    const session = this.#session(handle);
    return (session.found ?? refuse('OPERATION_NOT_INITIALIZED')).splice(0, maxObjectCount);
  }

  C_FindObjectsFinal(handle: Handle): void {
    const session = this.#session(handle);
    if (!session.found) refuse('OPERATION_NOT_INITIALIZED');
    session.found = null;
  }

  C_DigestInit(handle: Handle, { mechanism }: Mechanism): void {
    const session = this.#session(handle);
    if (session.digesting !== null) refuse('OPERATION_ACTIVE');
    if (!this.#open(session).manner.mechanisms.has(mechanism) || !digestMechanisms.has(mechanism))
      refuse('MECHANISM_INVALID');
    session.digesting = mechanism;
  }

  C_Digest(handle: Handle, inData: Buffer, outData: Buffer): Buffer {
    const session = this.#session(handle);
    const digest = digestMechanisms.get(session.digesting ?? refuse('OPERATION_NOT_INITIALIZED'));
    const result = putInto(digest?.(inData) ?? refuse('OPERATION_NOT_INITIALIZED'), outData);
    session.digesting = null;
    return result;
  }

  C_SignInit(handle: Handle, { mechanism }: Mechanism, key: Handle): void {
    const session = this.#session(handle);
    if (session.signing) refuse('OPERATION_ACTIVE');
    session.signing = this.#operation(session, mechanism, key, CKO.privateKey, CKA.sign);
  }

  C_Sign(handle: Handle, inData: Buffer, outData: Buffer): Buffer {
    const session = this.#session(handle);
    const { mechanism, object } = session.signing ?? refuse('OPERATION_NOT_INITIALIZED');
    const key = this.#object(session, ulong(object));
    const signature = signatureMechanisms.get(mechanism)?.sign(key, inData) ?? refuse('MECHANISM_INVALID');
    const result = putInto(signature, outData);
    // A buffer that is too small leaves the operation active: PKCS#11 v2.40 §5.2.
    session.signing = null;
    return result;
  }

  async C_SignAsync(handle: Handle, inData: Buffer, outData: Buffer): Promise<Buffer> {
    return this.C_Sign(handle, inData, outData);
  }

  C_VerifyInit(handle: Handle, { mechanism }: Mechanism, key: Handle): void {
    const session = this.#session(handle);
    if (session.verifying) refuse('OPERATION_ACTIVE');
    session.verifying = this.#operation(session, mechanism, key, CKO.publicKey, CKA.verify);
  }

  C_Verify(handle: Handle, inData: Buffer, signature: Buffer): boolean {
    const session = this.#session(handle);
    const { mechanism, object } = session.verifying ?? refuse('OPERATION_NOT_INITIALIZED');
    session.verifying = null;
    const key = this.#object(session, ulong(object));
    const good = signatureMechanisms.get(mechanism)?.verify(key, inData, signature) ?? refuse('MECHANISM_INVALID');
    return good || refuse('SIGNATURE_INVALID');
  }

  C_GenerateKeyPair(handle: Handle, mechanism: Mechanism, publicKey: Template, privateKey: Template): KeyPair {
    const session = this.#session(handle);
    const { plan, latency } = this.#planPair(session, mechanism, publicKey, privateKey);
    const pair = plan.generateSync();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, latency);
    return this.#storePair(session, pair);
  }

  async C_GenerateKeyPairAsync(
    handle: Handle,
    mechanism: Mechanism,
    publicKey: Template,
    privateKey: Template,
  ): Promise<KeyPair> {
    const session = this.#session(handle);
    const { plan, latency } = this.#planPair(session, mechanism, publicKey, privateKey);
    const [pair] = await Promise.all([plan.generate(), delay(latency)]);
    return this.#storePair(session, pair);
  }

  C_GenerateRandom(handle: Handle, buffer: Buffer): Buffer {
    this.#session(handle);
    return randomFillSync(buffer);
  }

  #requireInitialised(): void {
    if (!this.#initialised) refuse('CRYPTOKI_NOT_INITIALIZED');
  }

  #occupied(): readonly OccupiedSlot[] {
    return occupiedSlots(readDevices(this.#folder));
  }

  #slot(handle: Handle): { readonly slot: number; readonly place: OccupiedSlot | undefined } {
    this.#requireInitialised();
    const occupied = this.#occupied();
    const slot = readHandle(handle);
    if (slot < 0 || slot >= Math.max(slotCount, occupied.length)) refuse('SLOT_ID_INVALID');
    return { slot, place: occupied[slot] };
  }

  #inserted(handle: Handle): OccupiedSlot {
    const { place } = this.#slot(handle);
    if (!place?.device.plugged) return refuse('TOKEN_NOT_PRESENT');
    return place;
  }

  #dropSessions(slot: number): void {
    for (const [id, session] of this.#sessions) if (session.slot === slot) this.#sessions.delete(id);
    this.#logins.delete(slot);
  }

  #session(handle: Handle): Session {
    this.#requireInitialised();
    const session = this.#sessions.get(readHandle(handle)) ?? refuse('SESSION_HANDLE_INVALID');
    this.#open(session);
    return session;
  }

  #open(session: Session): OpenApplet {
    const device = readDevices(this.#folder).find((candidate) => candidate.serial === session.serial);
    return this.#opened(session, device);
  }

  #opened(session: Session, device: DeviceState | undefined): OpenApplet {
    if (!device?.plugged) {
      this.#dropSessions(session.slot);
      return refuse('DEVICE_REMOVED');
    }
    if (device.insertions !== session.insertions) {
      this.#dropSessions(session.slot);
      return refuse('SESSION_HANDLE_INVALID');
    }
    return { session, device, ...appletOf(device, session.appletIndex) };
  }

  #change<T>(session: Session, change: (applet: OpenApplet) => T): T {
    return changeDevice(this.#folder, session.serial, (device) => change(this.#opened(session, device)));
  }

  #userType(session: Session): number | null {
    const login = this.#logins.get(session.slot);
    return login && login.insertions === session.insertions ? login.userType : null;
  }

  #visible(session: Session): readonly StoredObject[] {
    const signedIn = this.#userType(session) === CKU.user;
    return this.#open(session).state.objects.filter((object) => signedIn || !isPrivate(object));
  }

  #object(session: Session, handle: Handle): StoredObject {
    const id = readHandle(handle);
    return this.#visible(session).find((object) => object.handle === id) ?? refuse('OBJECT_HANDLE_INVALID');
  }

  #requireWrite(session: Session, privateObject: boolean): void {
    if (!session.readWrite) refuse('SESSION_READ_ONLY');
    const needsLogin = privateObject || this.#open(session).manner.loginToWrite;
    if (needsLogin && this.#userType(session) !== CKU.user) refuse('USER_NOT_LOGGED_IN');
  }

  #operation(session: Session, mechanism: number, key: Handle, kind: number, usage: number): PendingOperation {
    const entry = signatureMechanisms.get(mechanism);
    if (!entry || !this.#open(session).manner.mechanisms.has(mechanism)) return refuse('MECHANISM_INVALID');
    const id = readHandle(key);
    const object = this.#visible(session).find((candidate) => candidate.handle === id) ?? refuse('KEY_HANDLE_INVALID');
    if (!attributeOf(object, CKA.class)?.equals(ulong(kind))) refuse('KEY_HANDLE_INVALID');
    if (!attributeOf(object, CKA.keyType)?.equals(ulong(entry.keyType))) refuse('KEY_TYPE_INCONSISTENT');
    if (!isTrue(attributeOf(object, usage))) refuse('KEY_FUNCTION_NOT_PERMITTED');
    return { mechanism, object: id };
  }

  #planPair(session: Session, mechanism: Mechanism, publicKey: Template, privateKey: Template) {
    const { manner, device } = this.#open(session);
    const plan = planGeneration(mechanism, publicKey, privateKey, manner);
    this.#requireWrite(session, true);
    return { plan, latency: device.generationMs };
  }

  /** The pair appears whole, after the wait, if the device is still the one that was asked. */
  #storePair(session: Session, pair: FreshPair): KeyPair {
    return this.#change(session, ({ device, state }) => ({
      publicKey: ulong(store(device, state, pair.publicKey)),
      privateKey: ulong(store(device, state, pair.privateKey)),
    }));
  }
}

function requirePinLength(pin: string, { pinLength }: AppletManner): void {
  const length = Buffer.byteLength(pin);
  if (length < pinLength.min || length > pinLength.max) refuse('PIN_LEN_RANGE');
}

function store(device: DeviceState, state: AppletState, object: Omit<StoredObject, 'handle'>): number {
  const stored = { ...object, handle: device.nextHandle };
  if (sizeOf(stored) > freeMemory(state)) refuse('DEVICE_MEMORY');
  state.objects.push(stored);
  device.nextHandle += 1;
  return stored.handle;
}

function putInto(result: Uint8Array, outData: Buffer): Buffer {
  if (outData.length < result.length) refuse('BUFFER_TOO_SMALL');
  outData.set(result);
  return outData.subarray(0, result.length);
}

/** Opens the virtual devices of a folder as one PKCS#11 library. The folder may be empty or not exist yet. */
export const openVirtualCryptoki = (folder: string): Cryptoki => new VirtualCryptoki(folder);
