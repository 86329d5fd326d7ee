import type { Device } from '../shared/domain/token.ts';
import type { UtmVerdictId } from '../shared/domain/utm.ts';
import { type Handover, isoOf } from '../shared/handover.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { Workplace } from './workplace.ts';

/** What is handed over, and how the UTM is at that: an ill one is nothing to connect a program to. */
export interface ReadHandover {
  readonly handover: Handover;
  readonly verdict: UtmVerdictId;
}

const carries = ({ applets }: Device, fsrarId: string): boolean =>
  applets.some(({ certificates }) => certificates.some(({ certificate }) => certificate?.fsrarId === fsrarId));

/**
 * What the accounting software is told, by what the UTM says of itself; place and token are added where they can be had.
 * Asks for no PIN and changes nothing.
 * Problems: `EGAIS_UTM_SILENT`, `EGAIS_UTM_OTHER_PROGRAM`.
 * @param fsrarId of the place that should be; `null`: that of the key the UTM reads
 */
export async function readHandover(
  { readUtm, sources, tokens }: Pick<Workplace, 'readUtm' | 'sources' | 'tokens'>,
  fsrarId: string | null,
): Promise<Result<ReadHandover>> {
  const { url, reachability, info, verdict } = await readUtm(fsrarId);
  if (reachability === 'silent') return fail(problem('EGAIS_UTM_SILENT', { url }));
  if (reachability === 'other-program') return fail(problem('EGAIS_UTM_OTHER_PROGRAM', { url }));
  const handedOver = fsrarId ?? info?.ownerId ?? null;
  const [places, scan] = await Promise.all([sources.utm?.subdivisions(null), tokens.scan()]);
  const place = places?.ok ? places.value.find((row) => row.fsrarId === handedOver) : undefined;
  const device =
    scan.ok && handedOver !== null ? scan.value.devices.find((each) => carries(each, handedOver)) : undefined;
  return succeed({
    handover: {
      url,
      fsrarId: handedOver,
      serial: device?.serial ?? null,
      place: place ?? null,
      accessKeyUntil: isoOf(info?.rsa.notAfter),
      qualifiedUntil: isoOf(info?.gost.notAfter),
    },
    verdict: verdict.id,
  });
}
