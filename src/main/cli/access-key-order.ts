import type { MchdFiles } from '../../egais/access-key-issuer.ts';
import { foundQualified } from '../../setup/chosen-token.ts';
import { qualifiedAsker } from '../../setup/qualified-asker.ts';
import type { Workplace } from '../../setup/workplace.ts';
import type { AccessKeyIssuerId } from '../../shared/domain/access-key.ts';
import { type AccessRole, roleOf } from '../../shared/domain/access-role.ts';
import { MCHD_FILE_LIMIT } from '../../shared/domain/mchd.ts';
import type { Subdivision } from '../../shared/domain/subdivision.ts';
import type { Device } from '../../shared/domain/token.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { readNamedFile } from '../read-file.ts';
import type { CommandContext } from './command.ts';

type OrderContext = Pick<CommandContext, 'options'>;

/** The role that the certificate decides, or that `--role` names. Problem: `SETUP_ROLE_NOT_CHOSEN`. */
export function orderedRole(place: Workplace, device: Device, { options }: OrderContext): Result<AccessRole> {
  const qualified = foundQualified(device, place.now());
  if (!qualified) return fail(problem('SETUP_NO_QUALIFIED_CERTIFICATE'));
  const role = roleOf(qualified.certificate.holder, options.role);
  return role === null ? fail(problem('SETUP_ROLE_NOT_CHOSEN')) : succeed(role);
}

/**
 * The two files of `--mchd` and `--mchd-signature`, checked; `null` for a role that has none.
 * Problems: `SETUP_MCHD_NOT_ACCEPTED` with the codes that speak against them, and those of reading.
 */
export async function orderedMchd(
  place: Workplace,
  device: Device,
  role: AccessRole,
  { options }: OrderContext,
): Promise<Result<MchdFiles | null>> {
  if (role !== 'person-with-mchd') return succeed(null);
  if (options.mchd === null || options.mchdSignature === null) {
    return fail(problem('SETUP_USAGE', { explanation: '--mchd FILE.xml --mchd-signature FILE.sig' }));
  }
  const document = await readNamedFile(options.mchd, MCHD_FILE_LIMIT);
  if (!document.ok) return document;
  const signature = await readNamedFile(options.mchdSignature, MCHD_FILE_LIMIT);
  if (!signature.ok) return signature;
  const files = { document: document.value, signature: signature.value };
  const at = place.now();
  const certificate = foundQualified(device, at)?.certificate ?? null;
  const checked = await place.checkMchd({ ...files, certificate, trusted: [], powerCodes: place.powerCodes, at });
  if (!checked.ok) return checked;
  const faults = checked.value.findings.filter(({ severity }) => severity === 'fault').map(({ code }) => code);
  return faults.length > 0
    ? fail(problem('SETUP_MCHD_NOT_ACCEPTED', {}, { faults: faults.join(', ') }))
    : succeed(files);
}

/** The list, from the account for its own issuer and from the UTM otherwise. */
export function listedPlaces(
  place: Workplace,
  device: Device | null,
  issuer: AccessKeyIssuerId | 'utm' | 'account',
): Promise<Result<readonly Subdivision[]>> {
  const source = place.sources[issuer === 'account' ? 'account' : 'utm'];
  if (!source) return Promise.resolve(fail(problem('SETUP_ISSUER_CLOSED')));
  return source.subdivisions(device ? qualifiedAsker(place.tokens, device, place.now()) : null);
}

/**
 * The place that `--subdivision` names. By files no list is needed: where none can be had, the place is put together
 * from the signature on the token and `--kpp`.
 */
export async function orderedPlace(
  place: Workplace,
  device: Device,
  issuer: AccessKeyIssuerId,
  fsrarId: string,
  { options }: OrderContext,
): Promise<Result<Subdivision>> {
  const rows = await listedPlaces(place, device, issuer);
  if (!rows.ok) return issuer === 'file' ? placeOfHolder(place, device, fsrarId, options.kpp) : rows;
  const found = rows.value.find((row) => row.fsrarId === fsrarId);
  if (found) return succeed(found);
  return fail(problem('SETUP_SUBDIVISION_NOT_FOUND', { fsrarId, count: rows.value.length }));
}

function placeOfHolder(place: Workplace, device: Device, fsrarId: string, kpp: string | null): Result<Subdivision> {
  const holder = foundQualified(device, place.now())?.certificate.holder;
  if (!holder?.inn) return fail(problem('SETUP_NO_QUALIFIED_CERTIFICATE'));
  const { name, inn } = holder;
  return succeed({
    fsrarId,
    rowId: 'by-hand',
    fullName: name,
    shortName: name,
    inn,
    kpp,
    regionCode: '',
    address: '',
    legalAddress: '',
  });
}
