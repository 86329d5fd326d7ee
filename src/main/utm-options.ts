import path from 'node:path';
import { z } from 'zod';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';

interface ProxyAddress {
  readonly host: string;
  readonly port: number;
}

/** Options of the commands about a UTM; `null`: not said. */
export interface UtmOptions {
  readonly port: number | null;
  readonly gostLibrary: string | null;
  readonly rsaLibrary: string | null;
  /** `none`: no proxy. */
  readonly proxy: ProxyAddress | 'none' | null;
  /** Hex digits; empty for `none`. */
  readonly gostSerial: string | null;
  readonly timeoutSeconds: number | null;
  /** Where the UTM is downloaded from. */
  readonly downloadUrl: URL | null;
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

const usage = (explanation: string) => fail(problem('SETUP_USAGE', { explanation }));

/** @param given the text of an option, `null` where it is not given */
export function readUtmOptions(
  given: (name: 'port' | 'gost-library' | 'rsa-library' | 'proxy' | 'gost-serial' | 'timeout' | 'url') => string | null,
): Result<UtmOptions> {
  const port = portSchema.nullable().safeParse(given('port'));
  if (!port.success) return usage(`--port: ${given('port')} (1–65535)`);
  const proxy = proxySchema.nullable().safeParse(given('proxy'));
  if (!proxy.success) return usage(`--proxy: ${given('proxy')} (HOST:PORT, none)`);
  const gostSerial = serialSchema.nullable().safeParse(given('gost-serial'));
  if (!gostSerial.success) return usage(`--gost-serial: ${given('gost-serial')} (HEX, none)`);
  const timeout = timeoutSchema.nullable().safeParse(given('timeout'));
  if (!timeout.success) return usage(`--timeout: ${given('timeout')} (1–86400)`);
  const downloadUrl = downloadUrlSchema.nullable().safeParse(given('url'));
  if (!downloadUrl.success) return usage(`--url: ${given('url')} (https://…)`);
  const absolute = (file: string | null): string | null => (file === null ? null : path.resolve(file));
  return succeed({
    port: port.data,
    gostLibrary: absolute(given('gost-library')),
    rsaLibrary: absolute(given('rsa-library')),
    proxy: proxy.data,
    gostSerial: gostSerial.data,
    timeoutSeconds: timeout.data,
    downloadUrl: downloadUrl.data,
  });
}
