import { readdirSync, readFileSync } from 'node:fs';

/** Command lines and environments of every process that can be read, as they are now. */
function processTexts(): { readonly pid: string; readonly text: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) =>
      ['cmdline', 'environ'].flatMap((file) => {
        try {
          return [{ pid, text: readFileSync(`/proc/${pid}/${file}`, 'latin1') }];
        } catch {
          // The process is gone, or is not ours to look into.
          return [];
        }
      }),
    );
}

/** Processes whose arguments or environment hold the secret. */
export const processesHolding = (secret: string): string[] =>
  processTexts()
    .filter(({ text }) => text.includes(secret))
    .map(({ pid }) => pid);
