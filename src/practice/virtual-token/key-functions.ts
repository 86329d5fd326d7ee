import { randomFillSync } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Handle, KeyPair, Mechanism, Template } from 'pkcs11js';
import type { Cryptoki } from '../../token/cryptoki.ts';
import { CKA, CKO } from '../../token/pkcs11-numbers.ts';
import type { Application, PendingOperation, Session } from './application.ts';
import { attributeOf, isTrue, readHandle, ulong } from './attributes.ts';
import { refuse } from './cryptoki-error.ts';
import { type FreshPair, planGeneration } from './key-generation.ts';
import { digestMechanisms, signatureMechanisms } from './signature-mechanisms.ts';
import { store } from './slots.ts';

function putInto(result: Uint8Array, outData: Buffer): Buffer {
  if (outData.length < result.length) refuse('BUFFER_TOO_SMALL');
  outData.set(result);
  return outData.subarray(0, result.length);
}

function operation(
  application: Application,
  session: Session,
  mechanism: number,
  key: Handle,
  kind: number,
  usage: number,
): PendingOperation {
  const entry = signatureMechanisms.get(mechanism);
  if (!entry || !application.open(session).manner.mechanisms.has(mechanism)) return refuse('MECHANISM_INVALID');
  const id = readHandle(key);
  const object =
    application.visible(session).find((candidate) => candidate.handle === id) ?? refuse('KEY_HANDLE_INVALID');
  if (!attributeOf(object, CKA.class)?.equals(ulong(kind))) refuse('KEY_HANDLE_INVALID');
  if (!attributeOf(object, CKA.keyType)?.equals(ulong(entry.keyType))) refuse('KEY_TYPE_INCONSISTENT');
  if (!isTrue(attributeOf(object, usage))) refuse('KEY_FUNCTION_NOT_PERMITTED');
  return { mechanism, object: id };
}

function planPair(
  application: Application,
  session: Session,
  mechanism: Mechanism,
  publicKey: Template,
  privateKey: Template,
) {
  const { manner, device } = application.open(session);
  const plan = planGeneration(mechanism, publicKey, privateKey, manner);
  application.requireWrite(session, true);
  return { plan, latency: device.generationMs };
}

/** The pair appears whole, after the wait, if the device is still the one that was asked. */
function storePair(application: Application, session: Session, pair: FreshPair): KeyPair {
  return application.change(session, ({ device, state }) => ({
    publicKey: ulong(store(device, state, pair.publicKey)),
    privateKey: ulong(store(device, state, pair.privateKey)),
  }));
}

/** Digesting, signing and key management functions: PKCS#11 v2.40 §5.10 to §5.14. */
export const keyFunctions = (application: Application) => {
  const sign = (handle: Handle, inData: Buffer, outData: Buffer): Buffer => {
    const session = application.session(handle);
    const { mechanism, object } = session.signing ?? refuse('OPERATION_NOT_INITIALIZED');
    const key = application.object(session, ulong(object));
    const signature = signatureMechanisms.get(mechanism)?.sign(key, inData) ?? refuse('MECHANISM_INVALID');
    const result = putInto(signature, outData);
    // A buffer that is too small leaves the operation active: PKCS#11 v2.40 §5.2.
    session.signing = null;
    return result;
  };

  return {
    C_DigestInit(handle: Handle, { mechanism }: Mechanism): void {
      const session = application.session(handle);
      if (session.digesting !== null) refuse('OPERATION_ACTIVE');
      if (!application.open(session).manner.mechanisms.has(mechanism) || !digestMechanisms.has(mechanism))
        refuse('MECHANISM_INVALID');
      session.digesting = mechanism;
    },

    C_Digest(handle: Handle, inData: Buffer, outData: Buffer): Buffer {
      const session = application.session(handle);
      const digest = digestMechanisms.get(session.digesting ?? refuse('OPERATION_NOT_INITIALIZED'));
      const result = putInto(digest?.(inData) ?? refuse('OPERATION_NOT_INITIALIZED'), outData);
      session.digesting = null;
      return result;
    },

    C_SignInit(handle: Handle, { mechanism }: Mechanism, key: Handle): void {
      const session = application.session(handle);
      if (session.signing) refuse('OPERATION_ACTIVE');
      session.signing = operation(application, session, mechanism, key, CKO.privateKey, CKA.sign);
    },

    C_Sign: sign,

    async C_SignAsync(handle: Handle, inData: Buffer, outData: Buffer): Promise<Buffer> {
      return sign(handle, inData, outData);
    },

    C_VerifyInit(handle: Handle, { mechanism }: Mechanism, key: Handle): void {
      const session = application.session(handle);
      if (session.verifying) refuse('OPERATION_ACTIVE');
      session.verifying = operation(application, session, mechanism, key, CKO.publicKey, CKA.verify);
    },

    C_Verify(handle: Handle, inData: Buffer, signature: Buffer): boolean {
      const session = application.session(handle);
      const { mechanism, object } = session.verifying ?? refuse('OPERATION_NOT_INITIALIZED');
      session.verifying = null;
      const key = application.object(session, ulong(object));
      const good = signatureMechanisms.get(mechanism)?.verify(key, inData, signature) ?? refuse('MECHANISM_INVALID');
      return good || refuse('SIGNATURE_INVALID');
    },

    C_GenerateKeyPair(handle: Handle, mechanism: Mechanism, publicKey: Template, privateKey: Template): KeyPair {
      const session = application.session(handle);
      const { plan, latency } = planPair(application, session, mechanism, publicKey, privateKey);
      const pair = plan.generateSync();
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, latency);
      return storePair(application, session, pair);
    },

    async C_GenerateKeyPairAsync(
      handle: Handle,
      mechanism: Mechanism,
      publicKey: Template,
      privateKey: Template,
    ): Promise<KeyPair> {
      const session = application.session(handle);
      const { plan, latency } = planPair(application, session, mechanism, publicKey, privateKey);
      const [pair] = await Promise.all([plan.generate(), delay(latency)]);
      return storePair(application, session, pair);
    },

    C_GenerateRandom(handle: Handle, buffer: Buffer): Buffer {
      application.session(handle);
      return randomFillSync(buffer);
    },
  } satisfies Partial<Cryptoki>;
};
