import {
  type DueReminder,
  daysLeft,
  endingKeySchema,
  endOf,
  type KnownToken,
  type KnownTokens,
  reachedReminder,
} from '../shared/domain/known-token.ts';
import type { Device, TokenReport } from '../shared/domain/token.ts';
import { accessKeyApplet, accessKeys, gostApplet, qualifiedCertificate } from './chosen-token.ts';

const mostTokens = 50;
const mostShown = 24;
/** The schema's bound; a certificate may name its holder at any length. */
const short = (text: string): string => text.slice(0, 400);

export const noKnownTokens: KnownTokens = { remind: false, tokens: [] };

/** What is to be remembered of a device. A part that was not read this time leaves standing what was known of it. */
function knownOf(device: Device, before: KnownToken | undefined, now: Date): KnownToken {
  const qualified = qualifiedCertificate(device, now);
  const accessKey = accessKeys(device)[0]?.certificate ?? null;
  const gostRead = gostApplet(device) !== undefined;
  const pkiRead = accessKeyApplet(device) !== undefined;
  return {
    serial: short(device.serial),
    printedSerial: short(device.printedSerial),
    name: short(device.name),
    holder: gostRead ? qualified && short(qualified.holder.name) : (before?.holder ?? null),
    fsrarId: pkiRead ? (accessKey?.fsrarId ?? null) : (before?.fsrarId ?? null),
    qualifiedUntil: gostRead ? (qualified?.notAfter ?? null) : (before?.qualifiedUntil ?? null),
    accessKeyUntil: pkiRead ? (accessKey?.notAfter ?? null) : (before?.accessKeyUntil ?? null),
    lastSeenAt: now.toISOString(),
    shown: before?.shown ?? [],
  };
}

const sayOf = ({ lastSeenAt, ...rest }: KnownToken): string => JSON.stringify([rest, lastSeenAt.slice(0, 10)]);

/**
 * What is known after a device was read. A token without keys is not worth knowing until it had some. The same value
 * answers when nothing is new on that day, so that tokens may be read every few seconds and nothing is written.
 */
export function knownAfter(known: KnownTokens, device: Device, now: Date): KnownTokens {
  const before = known.tokens.find(({ serial }) => serial === short(device.serial));
  const after = knownOf(device, before, now);
  if (!before && after.qualifiedUntil === null && after.accessKeyUntil === null) return known;
  if (before && sayOf(before) === sayOf(after)) return known;
  const others = known.tokens.filter((token) => token !== before);
  const latestLast = [...others, after].sort((left, right) => left.lastSeenAt.localeCompare(right.lastSeenAt));
  return { ...known, tokens: latestLast.slice(-mostTokens) };
}

export const knownAfterAll = (known: KnownTokens, { devices }: TokenReport, now: Date): KnownTokens =>
  devices.reduce((after, device) => knownAfter(after, device, now), known);

/** A token by its serial, as the program or the case writes it. */
export const knownBy = ({ tokens }: KnownTokens, serial: string): KnownToken | null =>
  tokens.find((token) => [token.serial, token.printedSerial].includes(serial)) ?? null;

export const withoutToken = (known: KnownTokens, serial: string): KnownTokens => ({
  ...known,
  tokens: known.tokens.filter((token) => token.serial !== serial),
});

/** What is known once a person was told of the broken file that was put aside. */
export const afterLossTold = ({ setAside: _told, ...known }: KnownTokens): KnownTokens => known;

/**
 * Reminders that are due: of each key the nearest of ninety, thirty and seven days and the end itself, each once for an
 * end. A key that was replaced is not among what is known, and so nobody is reminded of it.
 */
export const dueReminders = ({ tokens }: KnownTokens, now: Date): readonly DueReminder[] =>
  tokens.flatMap((token) =>
    endingKeySchema.options.flatMap((key) => {
      const until = endOf(token, key);
      if (until === null) return [];
      const days = reachedReminder(until, now);
      const isShown = token.shown.some(
        (one) => one.key === key && one.until === until && days !== undefined && one.days <= days,
      );
      if (days === undefined || isShown) return [];
      const { serial, printedSerial, name, holder } = token;
      return [{ serial, printedSerial, name, holder, key, until, days, daysLeft: daysLeft(until, now) }];
    }),
  );

/** What is known once these reminders were shown. */
export const afterShown = (known: KnownTokens, shown: readonly DueReminder[]): KnownTokens =>
  shown.length === 0
    ? known
    : {
        ...known,
        tokens: known.tokens.map((token) => {
          const fresh = shown.filter(({ serial }) => serial === token.serial);
          const told = fresh.map(({ key, until, days }) => ({ key, until, days }));
          return { ...token, shown: [...token.shown, ...told].slice(-mostShown) };
        }),
      };
