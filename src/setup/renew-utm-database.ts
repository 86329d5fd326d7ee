import { bothPinsGiven } from '../egais/utm/settings/given-pins.ts';
import { createUtmClient } from '../egais/utm/utm-client.ts';
import { within } from '../machine/questions/installed-utms.ts';
import type { System } from '../machine/system.ts';
import type { ForeignDatabase, RenewedDatabase } from '../shared/domain/utm-database.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { mendComputer } from './mend-computer.ts';
import { confirmsTail } from './typed-confirmation.ts';
import { findUtmService } from './utm-service.ts';
import type { Workplace } from './workplace.ts';

type Place = Pick<Workplace, 'readUtm' | 'utmUrl' | 'system' | 'elevation' | 'record'>;

/**
 * Reads whose database a UTM has, and whether it may be put aside: only one that was made for another place, out of
 * which everything was sent. Changes nothing.
 * @param expectedFsrarId FSRAR ID of the chosen place, `null` when none is chosen
 * Problems: `EGAIS_UTM_DATABASE_NOT_FOREIGN`, `EGAIS_UTM_DATABASE_UNSENT`, and those of the list of unsent documents.
 */
export async function readForeignDatabase(
  { readUtm, utmUrl }: Pick<Place, 'readUtm' | 'utmUrl'>,
  expectedFsrarId: string | null,
): Promise<Result<ForeignDatabase>> {
  const { verdict, info } = await readUtm(expectedFsrarId);
  const databaseFsrarId = info?.database.ownerId ?? null;
  // A verdict may come to mean something else one day; a shop's own database is never put aside.
  const isOwn = databaseFsrarId === expectedFsrarId || databaseFsrarId === info?.ownerId || info?.ownerId === null;
  if (verdict.id !== 'foreign-database' || info === null || databaseFsrarId === null || isOwn) {
    return fail(problem('EGAIS_UTM_DATABASE_NOT_FOREIGN', {}, { verdict: verdict.id, databaseFsrarId }));
  }
  const unsent = await createUtmClient(utmUrl).unsentDocuments();
  if (!unsent.ok) return unsent;
  const { count } = unsent.value;
  if (count > 0 || info.unsentChequesSince !== null) {
    const cheques = info.unsentChequesSince?.slice(0, 60) ?? '—';
    return fail(problem('EGAIS_UTM_DATABASE_UNSENT', { count, cheques }));
  }
  return succeed({ databaseFsrarId, fsrarId: info.ownerId, createdAt: info.database.createdAt });
}

const propertiesBytes = 65_536;

async function pinsAreGiven(system: System, folder: string | null): Promise<boolean> {
  if (folder === null) return false;
  const bytes = await system.readBytes(within(system, folder, 'conf', 'transport.properties'), propertiesBytes);
  const given = bytes !== null && bothPinsGiven(bytes);
  bytes?.fill(0);
  return given;
}

/**
 * Puts a UTM's foreign database aside, so that it makes a new one for the key on the token. Everything in the database
 * is lost to the UTM and stays in a folder beside it. The UTM is started at once only where both PINs stand in its
 * settings: otherwise they have to be given to it first (`configureUtm`).
 * @param typed the last four characters of the FSRAR ID that the database belongs to, as the person typed them
 * Problems: those of `readForeignDatabase` and of `mendComputer`, `EGAIS_UTM_DATABASE_UNCONFIRMED`,
 * `EGAIS_UTM_DATABASE_MOVED` (put aside, and the UTM did not start).
 */
export async function renewUtmDatabase(
  place: Place,
  { expectedFsrarId, typed }: { readonly expectedFsrarId: string | null; readonly typed: string },
): Promise<Result<RenewedDatabase>> {
  const read = await readForeignDatabase(place, expectedFsrarId);
  if (!read.ok) return read;
  const { databaseFsrarId, fsrarId } = read.value;
  if (!confirmsTail(databaseFsrarId, typed)) {
    return fail(problem('EGAIS_UTM_DATABASE_UNCONFIRMED', { databaseFsrarId }));
  }
  const { system, record } = place;
  const utm = await findUtmService(system, place.utmUrl);
  if (utm === null) return fail(problem('MACHINE_MEND_UNAVAILABLE', {}, { operation: 'renew-utm-database' }));
  const start = await pinsAreGiven(system, utm.folder);
  record.write({ event: 'utm-database-renewal', facts: { databaseFsrarId, fsrarId, service: utm.service, start } });
  const outcome = await mendComputer(place, { operation: 'renew-utm-database', service: utm.service, start });
  if (!outcome.ok) return outcome;
  const { movedTo } = outcome.value;
  record.write({ event: 'utm-database-renewed', facts: { movedTo, started: start } });
  return succeed({
    ...read.value,
    service: utm.service,
    movedTo: movedTo ?? '—',
    started: start,
    pinsNeeded: !start,
  });
}
