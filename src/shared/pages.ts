import { z } from 'zod';

/**
 * Web pages the product may open in the system browser. The window names a page, never an address.
 * Addresses: vendors' own download pages, the agency's site and the tax service's, as in `docs/sources.md`.
 */
export const pages = {
  'jacarta-client': 'https://www.aladdin-rd.ru/support/downloads/jacarta/',
  'rutoken-drivers': 'https://www.rutoken.ru/support/download/windows/',
  'utm-download': 'https://fsrar.gov.ru/',
  'fns-certification-authority': 'https://www.nalog.gov.ru/rn77/related_activities/ucfns/',
  'forus-account': 'https://key.forus.ru/',
  astral: 'https://astral.ru/',
  'accredited-authorities': 'https://e-trust.gosuslugi.ru/',
  'mchd-portal': 'https://m4d.nalog.gov.ru/',
} as const;

/** Pages whose address follows from the state: the UTM's own, and the entry of a power of attorney in the register. */
const statePages = ['utm-home', 'mchd-register'] as const;

export type PageId = keyof typeof pages | (typeof statePages)[number];

export const pageIdSchema = z.enum([...(Object.keys(pages) as (keyof typeof pages)[]), ...statePages]);
