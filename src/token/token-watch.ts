import type { TokenWatch } from './token-access.ts';

interface Watcher {
  readonly listener: () => void;
  paused: boolean;
  /** Something changed while it was paused. */
  missed: boolean;
}

/** What each library showed when it was last looked at, and who wants to know of a change. */
export interface PresenceWatch {
  watch(listener: () => void): TokenWatch;
  /** Takes down what a library shows now; whoever watches is told if it is something else than before. */
  note(library: string, present: readonly string[]): void;
  /** Tells the watchers that what was known holds no longer. */
  tell(): void;
  /** Ends every watch. */
  stop(): void;
}

/**
 * Looks again and again while somebody watches, one look at a time.
 * @param look takes a look at every library and notes what it finds
 * @param intervalMs between the end of a look and the next one
 */
export function createPresenceWatch(look: () => Promise<void>, intervalMs: number): PresenceWatch {
  const watchers = new Set<Watcher>();
  const known = new Map<string, string>();
  let timer: NodeJS.Timeout | null = null;
  let looking = false;

  const wanted = (): boolean => [...watchers].some(({ paused }) => !paused);

  const schedule = (): void => {
    if (timer || looking || !wanted()) return;
    timer = setTimeout(async () => {
      timer = null;
      looking = true;
      try {
        await look();
      } finally {
        looking = false;
        schedule();
      }
    }, intervalMs);
    timer.unref();
  };

  const tell = (): void => {
    for (const watcher of watchers) {
      if (watcher.paused) watcher.missed = true;
      else watcher.listener();
    }
  };

  return {
    watch(listener) {
      const watcher: Watcher = { listener, paused: false, missed: false };
      watchers.add(watcher);
      schedule();
      return {
        pause(paused) {
          watcher.paused = paused;
          if (paused || !watchers.has(watcher)) return;
          if (watcher.missed) listener();
          watcher.missed = false;
          schedule();
        },
        stop: () => void watchers.delete(watcher),
      };
    },
    note(library, present) {
      const now = [...present].sort().join('\n');
      const before = known.get(library);
      known.set(library, now);
      if (before !== undefined && before !== now) tell();
    },
    tell,
    stop() {
      watchers.clear();
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
