import type { PrintedSection } from '../../shared/printed-documents.ts';
import { formatDay } from '../../shared/texts/fill.ts';

export type Rows = PrintedSection['rows'];

/** A row, or none where nothing is known. */
export const row = (name: string, value: string | null | undefined): Rows => (value ? [[name, value]] : []);

/** Papers go to Russian offices, so they are in Russian whatever the window speaks. */
export const day = (iso: string): string => formatDay(iso, 'ru');

export const section = (
  heading: string | null,
  rows: Rows,
  paragraphs: readonly string[] = [],
  signatures: readonly string[] = [],
): PrintedSection => ({ heading, paragraphs, rows, signatures });

/** `ab12 cd34 …`: what a person can compare aloud. */
export const inGroups = (hex: string): string => hex.match(/.{1,4}/g)?.join(' ') ?? hex;
