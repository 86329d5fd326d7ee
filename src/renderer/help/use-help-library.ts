import { useEffect, useState } from 'react';

export type HelpLibrary = typeof import('./library.ts');

let fetched: HelpLibrary | null = null;

/** Fetches the help: hundreds of texts that no start of the window waits for. */
export async function fetchHelp(): Promise<HelpLibrary> {
  fetched ??= await import('./library.ts');
  return fetched;
}

/** The help once it is here; `null` for the moment before. */
export function useHelpLibrary(): HelpLibrary | null {
  const [library, setLibrary] = useState(fetched);
  useEffect(() => {
    let wanted = true;
    void fetchHelp().then((found) => {
      if (wanted) setLibrary(found);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return library;
}
