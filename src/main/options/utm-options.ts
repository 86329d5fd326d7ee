import path from 'node:path';
import { z } from 'zod';
import { parsed } from './option.ts';

interface ProxyAddress {
  readonly host: string;
  readonly port: number;
}

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535);

const proxySchema = z.union([
  z.literal('none'),
  z
    .string()
    .regex(/^[\w.-]{1,253}:\d{1,5}$/)
    .transform((text) => text.split(':'))
    .pipe(z.tuple([z.string(), portSchema]))
    .transform(([host, port]): ProxyAddress => ({ host, port })),
]);

const serialSchema = z.union([z.literal('none').transform(() => ''), z.string().regex(/^[0-9A-Fa-f]{1,80}$/)]);

const timeoutSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((seconds) => seconds >= 1 && seconds <= 86_400);

/** Protected, or on this computer. */
const downloadUrlSchema = z
  .url({ protocol: /^https?$/ })
  .transform((text) => new URL(text))
  .refine(({ protocol, hostname }) => protocol === 'https:' || /^(?:127\.[\d.]+|localhost|\[::1\])$/.test(hostname));

const absolute = z.string().transform((file) => path.resolve(file));

/** Options of the commands about a UTM. */
export const utmOptionTable = {
  port: parsed('port', portSchema, '1–65535'),
  gostLibrary: parsed('gost-library', absolute, 'FILE'),
  rsaLibrary: parsed('rsa-library', absolute, 'FILE'),
  /** `none`: no proxy. */
  proxy: parsed('proxy', proxySchema, 'HOST:PORT, none'),
  /** Hex digits; empty for `none`. */
  gostSerial: parsed('gost-serial', serialSchema, 'HEX, none'),
  timeoutSeconds: parsed('timeout', timeoutSchema, '1–86400'),
  /** Where the UTM is downloaded from. */
  downloadUrl: parsed('url', downloadUrlSchema, 'https://…'),
} as const;
