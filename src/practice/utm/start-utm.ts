import { UtmFolder } from './utm-folder.ts';

/** The service of a stand-in UTM that does not come up by itself is started: its process sees it in its folder. */
export function startUtm(folder: string): void {
  const utm = new UtmFolder(folder);
  const options = utm.options();
  if (options.listensAfterMs === null) utm.write(utm.paths.options, { ...options, listensAfterMs: 0 });
}
