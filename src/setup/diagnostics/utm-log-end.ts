import { withoutSecrets } from '../../egais/utm/log-secrets.ts';
import { readUtmLogs } from '../../machine/questions/utm-logs.ts';
import type { System } from '../../machine/system.ts';
import type { UtmState } from '../../shared/domain/utm.ts';

/** Some hundreds of lines: the last start and the last exchanges. */
const most = 100_000;

/**
 * The end of the UTM's log, line by line without whatever may be a PIN: a UTM may write what it was given. `null` where
 * the folder of the UTM is not known, or nothing can be read in it.
 */
export async function utmLogEnd(system: System, utm: UtmState | null): Promise<string | null> {
  const folder = utm?.computer?.folder ?? null;
  if (folder === null) return null;
  const { info, daemon } = await readUtmLogs(system, folder);
  const text = [daemon?.text, info?.text].filter((part) => part !== undefined && part !== '').join('\n');
  if (text === '') return null;
  const end = text.slice(-most);
  return end
    .slice(text.length > most ? end.indexOf('\n') + 1 : 0)
    .split('\n')
    .map(withoutSecrets)
    .join('\n');
}
