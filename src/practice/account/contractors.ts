import { randomUUID } from 'node:crypto';
import { contractorDraftSchema, type WireContractor } from '../../egais/account/wire.ts';
import { safely } from '../../shared/safely.ts';
import { type Reply, reply } from '../http-service/reply.ts';
import type { PlaceRow } from '../utm/utm-folder.ts';
import type { EnteredPlace } from './account-folder.ts';
import { refuse } from './refusals.ts';
import type { Session } from './sessions.ts';
import type { StandInAccount } from './stand-in-account.ts';

/** «Подтверждена ФНС» is the only status that is publicly known; the others are the stand-in's own words. */
const statuses = {
  confirmed: 'Подтверждена ФНС',
  waiting: 'На проверке в ФНС',
  refused: 'Отклонена ФНС',
} as const;

const isLicensee = ({ isLicense }: PlaceRow): boolean => isLicense === 'true';

const standingOf = ({ decidedAt, decision }: EnteredPlace, now: Date): keyof typeof statuses =>
  now.toISOString() < decidedAt ? 'waiting' : decision;

function enteredRow(place: EnteredPlace, now: Date): WireContractor {
  const { id, inn, kpp, name, address, submittedAt } = place;
  const standing = standingOf(place, now);
  const status = statuses[standing];
  return { id, inn, kpp, name, address, standing, status, licensee: false, register: null, submittedAt };
}

function registeredRow(row: PlaceRow, registerAddresses: Readonly<Record<string, string>>): WireContractor {
  const kpp = row.KPP === '' ? null : row.KPP;
  const { Full_Name: name, Fact_Address: address } = row;
  const register = {
    licence: `Учебная лицензия № ${row.ID}`,
    name,
    kpp,
    address: registerAddresses[row.Owner_ID] ?? address,
  };
  return {
    id: `place-${row.ID}`,
    inn: row.INN,
    kpp,
    name,
    address,
    standing: 'confirmed',
    status: statuses.confirmed,
    licensee: isLicensee(row),
    register: isLicensee(row) ? register : null,
    submittedAt: null,
  };
}

/** Takes up into the register of places what the tax service has confirmed meanwhile. */
export function settleEntered(account: StandInAccount, now: Date): readonly EnteredPlace[] {
  const before = account.folder.entered() ?? [];
  const isNew = (place: EnteredPlace): boolean => place.fsrarId === null && standingOf(place, now) === 'confirmed';
  if (!before.some(isNew)) return before;
  const after = before.map((place) => (isNew(place) ? { ...place, fsrarId: account.places.add(place) } : place));
  account.folder.writeEntered(after);
  return after;
}

/** Places entered by hand first, then those that were always registered. */
export function contractorsOf(account: StandInAccount, { certificate }: Session, now: Date): readonly WireContractor[] {
  const { inn } = certificate.holder;
  const entered = settleEntered(account, now).filter((place) => place.inn === inn);
  const taken = new Set(entered.map(({ fsrarId }) => fsrarId));
  const { registerAddresses } = account.folder.options();
  const registered = account.places.of(inn === null ? [] : [inn]).filter(({ Owner_ID }) => !taken.has(Owner_ID));
  return [
    ...entered.map((place) => enteredRow(place, now)),
    ...registered.map((row) => registeredRow(row, registerAddresses)),
  ];
}

const sameAddress = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Takes a place that a non-licensee or a sole proprietor enters. */
export function enterContractor(account: StandInAccount, session: Session, body: unknown, now: Date): Reply {
  const draft = safely(contractorDraftSchema, body);
  if (!draft.success) return refuse('MALFORMED_REQUEST');
  const { inn, kind } = session.certificate.holder;
  if (inn === null || (kind !== 'organization' && kind !== 'sole-proprietor')) return refuse('ROLE_NOT_ALLOWED');
  if (account.places.of([inn]).some(isLicensee)) return refuse('LICENSEE_DATA_READ_ONLY');
  if ((kind === 'organization') !== (draft.data.kpp !== null)) return refuse('KPP_UNSUITABLE');
  const entered = settleEntered(account, now);
  const standing = entered.filter((place) => place.inn === inn && standingOf(place, now) !== 'refused');
  const again = standing.some(({ address }) => sameAddress(address, draft.data.address));
  if (again || (kind === 'sole-proprietor' && standing.length > 0)) return refuse('CONTRACTOR_ALREADY_ENTERED');

  const { decidedAfterMs, decision } = account.folder.options().contractors;
  const place: EnteredPlace = {
    ...draft.data,
    id: randomUUID(),
    inn,
    submittedAt: now.toISOString(),
    decidedAt: new Date(now.getTime() + decidedAfterMs).toISOString(),
    decision,
    fsrarId: null,
  };
  account.folder.writeEntered([...entered, place]);
  return reply(201, enteredRow(place, now), { location: `/v1/contractors/${place.id}` });
}

export function readContractor(account: StandInAccount, session: Session, id: string, now: Date): Reply {
  const found = contractorsOf(account, session, now).find((contractor) => contractor.id === id);
  return found === undefined ? refuse('NOT_FOUND') : reply(200, found);
}
