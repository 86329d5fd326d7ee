import { z } from 'zod';

const shortText = z.string().max(400);
const moment = z.iso.datetime();

/** The two keys of a token that end, each by a date of its own. */
export const endingKeySchema = z.enum(['qualified', 'access-key']);
export type EndingKey = z.infer<typeof endingKeySchema>;

/**
 * How many days before an end a person is reminded: time to get a signature, time to act, the last call. Nought is the
 * end itself, once the key has ended.
 */
export const reminderDays = [90, 30, 7, 0] as const;
export type ReminderDays = (typeof reminderDays)[number];

const shownReminderSchema = z.strictObject({
  key: endingKeySchema,
  until: moment,
  days: z.literal(reminderDays),
});

/** A token that was read on this computer, and when its keys end. */
export const knownTokenSchema = z.strictObject({
  /** `Device.serial`. */
  serial: shortText,
  printedSerial: shortText,
  name: shortText,
  /** Whose signature it is; `null` where none was seen. */
  holder: shortText.nullable(),
  /** FSRAR ID of the access key's place. */
  fsrarId: shortText.nullable(),
  /** ISO 8601; `null`: no such key was seen. */
  qualifiedUntil: moment.nullable(),
  accessKeyUntil: moment.nullable(),
  lastSeenAt: moment,
  /** Reminders that were shown of it, the latest last. */
  shown: z.array(shownReminderSchema).max(24),
});
export type KnownToken = z.infer<typeof knownTokenSchema>;

/** What is remembered of tokens between two runs of the program. */
export const knownTokensSchema = z.strictObject({
  /** A person asked to be reminded. */
  remind: z.boolean(),
  tokens: z.array(knownTokenSchema).max(50),
  /** Under which name the broken file before this one was put aside, until a person has been told of it. */
  setAside: shortText.optional(),
});
export type KnownTokens = z.infer<typeof knownTokensSchema>;

/** Whether a person is reminded, and whether the system starts the program for it. */
export const remindersSchema = z.object({
  remind: z.boolean(),
  /** The system starts the program at log-in; a person may have said no in the system's own settings. */
  startsWithSystem: z.boolean(),
});
export type Reminders = z.infer<typeof remindersSchema>;

/** A reminder that is due: `days` is the nearest of `reminderDays` that was reached, `daysLeft` what is left by now. */
export const dueReminderSchema = z.object({
  serial: z.string(),
  printedSerial: z.string(),
  name: z.string(),
  holder: z.string().nullable(),
  key: endingKeySchema,
  until: z.string(),
  days: z.literal(reminderDays),
  daysLeft: z.number().int(),
});
export type DueReminder = z.infer<typeof dueReminderSchema>;

const dayMs = 24 * 60 * 60 * 1000;

/** Whole days until a moment, rounded down: 0 on its last day, less once it is over. */
export const daysLeft = (until: string, now: Date): number => Math.floor((Date.parse(until) - now.getTime()) / dayMs);

/** The nearest of `reminderDays` that was reached by now; `undefined`: the end is far. */
export function reachedReminder(until: string, now: Date): ReminderDays | undefined {
  const left = daysLeft(until, now);
  return reminderDays.findLast((days) => (days === 0 ? left < 0 : left <= days));
}

/** The end of one key of a token. */
export const endOf = (token: Pick<KnownToken, 'qualifiedUntil' | 'accessKeyUntil'>, key: EndingKey): string | null =>
  key === 'qualified' ? token.qualifiedUntil : token.accessKeyUntil;

/** A key of it ends within the time of the first reminder, or has ended. */
export const hasSomethingToSay = (token: KnownToken, now: Date): boolean =>
  endingKeySchema.options.some((key) => {
    const until = endOf(token, key);
    return until !== null && daysLeft(until, now) <= reminderDays[0];
  });
