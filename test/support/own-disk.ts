/** A small disk of one's own, for tests of a full one: what follows runs with it mounted on the first folder named. */
export const ownDisk = [
  'unshare',
  '-rm',
  'sh',
  '-c',
  'mount -t tmpfs -o size=64k none "$0" && exec "$@"',
] as const satisfies readonly string[];
