import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gostSubjectPublicKeyInfo } from '../../src/pki/public-key.ts';
import {
  createEgaisAuthority,
  createQualifiedAuthority,
  issueAccessKeyCertificate,
  issueQualifiedCertificate,
  type PracticeAuthority,
} from '../../src/practice/certification-authority.ts';
import { generateGostKeyPair } from '../../src/practice/gost-signature.ts';
import { romashka } from '../../src/practice/holders.ts';
import { TokenPart } from '../../src/practice/token-part.ts';
import { createVirtualDevice } from '../../src/practice/virtual-token/device.ts';
import { CKF } from '../../src/token/pkcs11-numbers.ts';
import { openSoftHsm, type SoftHsm } from '../oracle/softhsm.ts';
import { type FaultId, faultIds } from './fault-plan.ts';
import { openTokenFolder, writeSoftHsmFolder } from './token-folder.ts';

export type GroundId = 'virtual' | 'softhsm';

export const pins = { user: '12345678', wrong: '87651234', fresh: '24681357', so: '87654321', wrongSo: '18273645' };

/** CKA_ID of what stands on every prepared token. */
export const ids = {
  /** An access key in use: a pair with its certificate. */
  accessKey: 'a1a1a1a1',
  /** A pair that never got its certificate. */
  orphan: 'b2b2b2b2',
  /** The qualified signature; on SoftHSM2 its certificate alone. */
  qualified: 'c3c3c3c3',
  /** An access key past its date. */
  expired: 'd4d4d4d4',
} as const;

const place = { organization: romashka.shortName, inn: romashka.inn, kpp: '990001001' };
const oldFsrarId = '030000000017';
export const freshFsrarId = '030000000025';

/** A token in a folder of its own, prepared once and copied for each injection. */
export interface Ground {
  readonly id: GroundId;
  readonly faults: readonly FaultId[];
  /** A certificate for the orphan, DER in base64. */
  readonly orphanCertificate: string;
  /** Certifies a new access key, as EGAIS would. */
  certify(publicKey: Uint8Array): string;
  /** A fresh copy, and what it holds. */
  copy(): string;
  close(): void;
}

const yearMs = 365 * 24 * 60 * 60 * 1000;

type AccessKeyOnToken = 'accessKey' | 'expired';
const ages: Record<AccessKeyOnToken, number> = { accessKey: yearMs / 2, expired: 2 * yearMs };

interface Authorities {
  readonly egais: PracticeAuthority;
  readonly qualified: PracticeAuthority;
}

const accessKeyCertificate = (authority: PracticeAuthority, publicKey: Uint8Array, fsrarId: string, now: Date) =>
  issueAccessKeyCertificate(authority, { fsrarId, ...place, publicKey, now });

async function writeQualified(part: TokenPart, ground: GroundId, { qualified }: Authorities): Promise<void> {
  const set = '1.2.643.2.2.35.1';
  const keyId = Buffer.from(ids.qualified, 'hex');
  const publicKey =
    ground === 'virtual'
      ? await part.generateGost(keyId, 'Подпись')
      : gostSubjectPublicKeyInfo(generateGostKeyPair(set).publicKey, set);
  const now = Date.now();
  const period = { notBefore: new Date(now - yearMs / 6), notAfter: new Date(now + yearMs) };
  const der = issueQualifiedCertificate(qualified, { holder: romashka.certificate, publicKey, ...period });
  part.writeCertificate(keyId, 'Подпись', der);
}

/** Writes what a shop has on its token, and answers the public key of the orphan. */
async function furnish(
  folder: string,
  ground: GroundId,
  accessKeys: readonly AccessKeyOnToken[],
  authorities: Authorities,
): Promise<Uint8Array> {
  const cryptoki = openTokenFolder(folder);
  cryptoki.C_Initialize({ flags: CKF.osLockingOk });
  const slot = cryptoki
    .C_GetSlotList(true)
    .find((each) => (cryptoki.C_GetTokenInfo(each).flags & CKF.tokenInitialized) !== 0);
  if (slot === undefined) throw new Error(`No prepared token in ${folder}`);
  const part = new TokenPart(cryptoki, slot);
  part.signIn(pins.user);
  for (const which of accessKeys) {
    const id = Buffer.from(ids[which], 'hex');
    const publicKey = await part.generateRsa(id, 'Ключ доступа');
    const since = new Date(Date.now() - ages[which]);
    const der = accessKeyCertificate(authorities.egais, publicKey, oldFsrarId, since);
    part.writeCertificate(id, 'Ключ доступа', der);
  }
  await writeQualified(part, ground, authorities);
  const orphan = await part.generateRsa(Buffer.from(ids.orphan, 'hex'), 'Без сертификата');
  part.close();
  cryptoki.C_Finalize();
  return orphan;
}

function prepareFolder(ground: GroundId, folder: string, softHsm: SoftHsm | null): void {
  if (ground === 'virtual') {
    createVirtualDevice(folder, 'rutoken-ecp-3');
    return;
  }
  if (!softHsm) throw new Error('SoftHSM2 is missing');
  softHsm.addToken({ label: 'Магазин', pin: pins.user, soPin: pins.so });
  cpSync(join(softHsm.folder, 'tokens'), join(folder, 'tokens'), { recursive: true });
  writeSoftHsmFolder(folder, softHsm.library);
}

/** @param accessKeys those that stand on the token, beside the qualified signature and an orphan */
export async function openGround(id: GroundId, accessKeys: readonly AccessKeyOnToken[]): Promise<Ground> {
  const root = mkdtempSync(join(tmpdir(), `faults-${id}-`));
  const softHsm = id === 'softhsm' ? openSoftHsm() : null;
  const prepared = join(root, 'prepared');
  mkdirSync(prepared);
  prepareFolder(id, prepared, softHsm);
  const past = new Date(Date.now() - 3 * yearMs);
  const authorities = {
    egais: await createEgaisAuthority('production', past),
    qualified: createQualifiedAuthority(past),
  };
  const orphan = await furnish(prepared, id, accessKeys, authorities);
  const certify = (publicKey: Uint8Array) =>
    Buffer.from(accessKeyCertificate(authorities.egais, publicKey, freshFsrarId, new Date())).toString('base64');
  let copies = 0;
  return {
    id,
    // SoftHSM2 has no reader to pull from; its removal is the return code alone.
    faults: faultIds.filter((fault) => id === 'virtual' || fault !== 'pulled'),
    orphanCertificate: certify(orphan),
    certify,
    copy() {
      copies += 1;
      const folder = join(root, `copy-${copies}`);
      cpSync(prepared, folder, { recursive: true });
      if (softHsm) writeSoftHsmFolder(folder, softHsm.library);
      return folder;
    },
    close() {
      softHsm?.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
