import { z } from 'zod';

/** An address that may be talked to: HTTPS, or plain HTTP on this computer. */
export const accountUrlSchema = z
  .url({ protocol: /^https?$/ })
  .refine((text) => {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || hostname === 'localhost' || /^127\./.test(hostname) || hostname === '[::1]';
  })
  .transform((text) => text.replace(/\/+$/, ''));
