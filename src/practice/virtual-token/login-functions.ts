import type { Handle } from 'pkcs11js';
import type { Cryptoki } from '../../token/cryptoki.ts';
import { CKF, CKU } from '../../token/pkcs11-numbers.ts';
import type { Application } from './application.ts';
import { readHandle, ulong } from './attributes.ts';
import { refuse, refuseAsVendor } from './cryptoki-error.ts';
import { changeDevice } from './device-folder.ts';
import { type AppletManner, deviceManners } from './device-kinds.ts';
import type { AppletState, DeviceState } from './device-state.ts';
import { newPin, tryPin } from './pin.ts';
import { brokenRule } from './pin-policy.ts';
import { appletOf, requireFree } from './slots.ts';

function requirePinLength(pin: string, { pinLength }: AppletManner): void {
  const length = Buffer.byteLength(pin);
  if (length < pinLength.min || length > pinLength.max) refuse('PIN_LEN_RANGE');
}

function requirePolicy(pin: string, device: DeviceState, state: AppletState): void {
  const rule = brokenRule(state.pinPolicy, pin, state.userPin);
  if (rule) refuseAsVendor(deviceManners[device.kind].policyCodes[rule]);
}

/** Token and session management functions: PKCS#11 v2.40 §5.5 and §5.6. */
export const loginFunctions = (application: Application) =>
  ({
    C_InitToken(handle: Handle, pin = '', label = ''): void {
      const { slot, device, appletIndex } = application.inserted(handle);
      requireFree(device);
      if (application.sessionsOf(slot).length > 0) refuse('SESSION_EXISTS');
      if (!appletOf(device, appletIndex).manner.initialisable) refuse('FUNCTION_NOT_SUPPORTED');
      const refusal = changeDevice(application.folder, device.serial, (draft) => {
        const { state } = appletOf(draft, appletIndex);
        const wrong = tryPin(state.soPin ?? refuse('FUNCTION_NOT_SUPPORTED'), pin);
        if (wrong) return wrong;
        Object.assign(state, { label: label.trimEnd(), initialised: true, userPin: null, objects: [] });
        if (draft.dropMs > 0) {
          draft.insertions += 1;
          draft.awayUntil = Date.now() + draft.dropMs;
        }
        return null;
      });
      if (refusal) refuse(refusal);
    },

    C_InitPIN(handle: Handle, pin = ''): void {
      const session = application.session(handle);
      if (application.userType(session) !== CKU.so) refuse('USER_NOT_LOGGED_IN');
      application.change(session, ({ device, state, manner }) => {
        requirePinLength(pin, manner);
        requirePolicy(pin, device, state);
        state.userPin = newPin(pin, manner.user.tries, state.userPin);
      });
    },

    C_SetPIN(handle: Handle, oldPin: string, newValue: string): void {
      const session = application.session(handle);
      if (!session.readWrite) refuse('SESSION_READ_ONLY');
      const role = application.userType(session) === CKU.so ? 'soPin' : 'userPin';
      const refusal = application.change(session, ({ device, state, manner }) => {
        const current = state[role] ?? refuse('USER_PIN_NOT_INITIALIZED');
        if (manner.loginToSetPin && !current.expired && application.userType(session) === null)
          refuse('USER_NOT_LOGGED_IN');
        requirePinLength(newValue, manner);
        const wrong = tryPin(current, oldPin);
        if (wrong) return wrong;
        if (role === 'userPin') requirePolicy(newValue, device, state);
        state[role] = newPin(newValue, current.maxTries, current);
        return null;
      });
      if (refusal) refuse(refusal);
    },

    C_OpenSession(handle: Handle, flags: number): Handle {
      const { slot, device, appletIndex } = application.inserted(handle);
      requireFree(device);
      if ((flags & CKF.serialSession) === 0) refuse('SESSION_PARALLEL_NOT_SUPPORTED');
      const readWrite = (flags & CKF.rwSession) !== 0;
      if (!readWrite && application.logins.get(slot)?.userType === CKU.so) refuse('SESSION_READ_WRITE_SO_EXISTS');
      return application.addSession({
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
    },

    C_CloseSession(handle: Handle): void {
      const { slot } = application.session(handle);
      application.sessions.delete(readHandle(handle));
      if (application.sessionsOf(slot).length === 0) application.logins.delete(slot);
    },

    C_CloseAllSessions(handle: Handle): void {
      application.dropSessions(application.slot(handle).slot);
    },

    C_GetSessionInfo(handle: Handle) {
      const session = application.session(handle);
      const userType = application.userType(session);
      // CKS_RO_PUBLIC 0, CKS_RO_USER 1, CKS_RW_PUBLIC 2, CKS_RW_USER 3, CKS_RW_SO 4
      const state = userType === CKU.so ? 4 : (session.readWrite ? 2 : 0) + (userType === CKU.user ? 1 : 0);
      return {
        slotID: ulong(session.slot),
        state,
        flags: CKF.serialSession | (session.readWrite ? CKF.rwSession : 0),
        deviceError: 0,
      };
    },

    C_Login(handle: Handle, userType: number, pin = ''): void {
      const session = application.session(handle);
      const current = application.userType(session);
      if (userType !== CKU.so && userType !== CKU.user) refuse('USER_TYPE_INVALID');
      if (current !== null) refuse(current === userType ? 'USER_ALREADY_LOGGED_IN' : 'USER_ANOTHER_ALREADY_LOGGED_IN');
      if (userType === CKU.so && application.sessionsOf(session.slot).some((other) => !other.readWrite))
        refuse('SESSION_READ_ONLY_EXISTS');
      const refusal = application.change(session, ({ state, manner }) => {
        if (userType === CKU.so && !state.soPin) refuse('USER_TYPE_INVALID');
        const entry = (userType === CKU.so ? state.soPin : state.userPin) ?? refuse('USER_PIN_NOT_INITIALIZED');
        if (entry.wrongTries < entry.maxTries) requirePinLength(pin, manner);
        return tryPin(entry, pin) ?? (entry.expired ? 'PIN_EXPIRED' : null);
      });
      if (refusal) refuse(refusal);
      application.logins.set(session.slot, { userType, insertions: session.insertions });
    },

    C_Logout(handle: Handle): void {
      const session = application.session(handle);
      if (application.userType(session) === null) refuse('USER_NOT_LOGGED_IN');
      application.logins.delete(session.slot);
    },
  }) satisfies Partial<Cryptoki>;
