import { setTimeout } from 'node:timers/promises';
import { type RemindOnceEnd, remindOnce } from '../setup/remind-once.ts';
import { DEFAULT_LANGUAGE } from '../shared/language.ts';
import { describeProblem } from '../shared/problems/described.ts';
import type { CommandLine } from './command-line.ts';
import { knownTokensIn, practiceFolder } from './open-workplace.ts';
import { showSystemNotice } from './system-notice.ts';
import { rememberedLanguage } from './window-choices.ts';

/** A person who has just logged in may fetch a coffee; a program nobody needs any more should not stay. */
const longestWaitMs = 10 * 60_000;

/**
 * What the program does when the session starts it: one look at what is remembered, one notice if it is time. No token
 * is read, nothing is asked of a network, no window opens and no other process is started.
 */
export function remindAtLogin({ global }: CommandLine, profileDir: string): Promise<RemindOnceEnd> {
  const folder = global.practice === null ? profileDir : practiceFolder(profileDir, global.practice);
  const language = global.language ?? rememberedLanguage(profileDir) ?? DEFAULT_LANGUAGE;
  return remindOnce({
    knownTokens: knownTokensIn(folder),
    now: () => new Date(),
    show(notice) {
      const { title, reason } = describeProblem(notice, language);
      return showSystemNotice(title, reason);
    },
    patience: () => setTimeout(longestWaitMs),
  });
}
