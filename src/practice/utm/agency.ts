import {
  createEgaisAuthority,
  issueAccessKeyCertificate,
  type PracticeAuthority,
  practiceAuthoritySchema,
} from '../certification-authority.ts';
import type { PlaceRow, UtmFolder } from './utm-folder.ts';

const yearMs = 365 * 24 * 60 * 60 * 1000;

const known = (folder: UtmFolder): PracticeAuthority | null =>
  folder.read(folder.paths.authority, practiceAuthoritySchema);

async function authority(folder: UtmFolder, now: Date): Promise<PracticeAuthority> {
  const standing = known(folder);
  if (standing !== null) return standing;
  // Older than the oldest key that a scenario may begin with.
  const fresh = await createEgaisAuthority('production', new Date(now.getTime() - 2 * yearMs));
  folder.write(folder.paths.authority, fresh);
  return fresh;
}

/** Certifies an access key as the agency's service behind the UTM does. The authority is made at its first use. */
export async function issueByAgency(
  folder: UtmFolder,
  place: PlaceRow,
  publicKey: Uint8Array,
  now: Date,
): Promise<Uint8Array> {
  return issueAccessKeyCertificate(await authority(folder, now), {
    fsrarId: place.Owner_ID,
    organization: place.Full_Name,
    inn: place.INN,
    kpp: place.KPP === '' ? null : place.KPP,
    publicKey,
    now,
  });
}
