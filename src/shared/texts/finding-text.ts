import type { Bilingual } from '../language.ts';

/** What is said about one variant of a finding; `{{name}}` stands for the finding's value of that name. */
export type FindingText = Bilingual<{ readonly title: string; readonly reason: string }>;
