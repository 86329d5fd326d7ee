import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { TransportPins } from './transport-properties.ts';
import type { UtmFolder } from './utm-folder.ts';

const cipher = 'aes-256-gcm';
const vaultSchema = z.object({ key: z.base64(), nonce: z.base64(), tag: z.base64(), sealed: z.base64() });
const pinsSchema = z.object({ gost: z.string(), pki: z.string() });

/** Keeps the PINs inside the encrypted database, where a UTM finds them after it has emptied its properties file. */
export function sealPins(folder: UtmFolder, pins: TransportPins): void {
  const [key, nonce] = [randomBytes(32), randomBytes(12)];
  const seal = createCipheriv(cipher, key, nonce);
  const sealed = Buffer.concat([seal.update(JSON.stringify(pins), 'utf8'), seal.final()]);
  const parts = { key, nonce, tag: seal.getAuthTag(), sealed };
  const texts = Object.entries(parts).map(([name, bytes]) => [name, bytes.toString('base64')]);
  folder.write(folder.paths.vault, Object.fromEntries(texts));
}

/** The PINs of the database, `null` when it has none. */
export function openPins(folder: UtmFolder): TransportPins | null {
  const vault = folder.read(folder.paths.vault, vaultSchema);
  if (vault === null) return null;
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
  const seal = createDecipheriv(cipher, bytes(vault.key), bytes(vault.nonce)).setAuthTag(bytes(vault.tag));
  const opened = Buffer.concat([seal.update(bytes(vault.sealed)), seal.final()]).toString('utf8');
  return pinsSchema.parse(JSON.parse(opened));
}
