/** What a person at this computer may do, and what the program does already. */
export interface UserRights {
  /** Belongs to the administrators, or may act as one with the own password. */
  readonly administrator: boolean;
  /** This very program runs with the rights of an administrator. */
  readonly elevated: boolean;
}

// Well-known security identifiers (Microsoft, [MS-DTYP] §2.4.2.4): the administrators of this computer, and the high
// and system integrity levels. Names beside them are translated, identifiers are not.
const administrators = 'S-1-5-32-544';
const elevatedLevels = ['S-1-16-12288', 'S-1-16-16384'];

/** Reads `whoami /groups /fo csv /nh`; `null` when no group is in it. Administrators are listed unelevated too. */
export function readWindowsGroups(output: string): UserRights | null {
  const groups = new Set([...output.matchAll(/"(S-1-[\d-]+)"/g)].map(([, group]) => group));
  if (groups.size === 0) return null;
  return {
    administrator: groups.has(administrators),
    elevated: elevatedLevels.some((level) => groups.has(level)),
  };
}

// Groups whose members may call `sudo`: Debian, ALT and the Red Hat kin, Astra Linux.
const sudoGroups = /\((?:sudo|wheel|astra-admin)\)/;

/** Reads `id`: `uid=1000(kassa) gid=1000(kassa) groups=1000(kassa),27(sudo)`. */
export function readUnixIdentity(output: string): UserRights | null {
  const [, uid] = /^uid=(\d+)/.exec(output.trim()) ?? [];
  if (uid === undefined) return null;
  const root = uid === '0';
  return { administrator: root || sudoGroups.test(output), elevated: root };
}
