import { z } from 'zod';

/**
 * Web pages the product may open in the system browser. The window names a page, never an address.
 * Addresses: vendors' own download pages and the agency's site, as in `docs/sources.md`.
 */
export const pages = {
  'jacarta-client': 'https://www.aladdin-rd.ru/support/downloads/jacarta/',
  'rutoken-drivers': 'https://www.rutoken.ru/support/download/windows/',
  'utm-download': 'https://fsrar.gov.ru/',
} as const;

export type PageId = keyof typeof pages | 'utm-home';

export const pageIdSchema = z.enum([...(Object.keys(pages) as (keyof typeof pages)[]), 'utm-home']);
