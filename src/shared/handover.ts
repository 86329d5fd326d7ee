import type { UtmDate } from './domain/utm.ts';
import type { WizardState } from './ipc/wizard-state.ts';

/** `null` where the UTM gives no day. */
export const isoOf = (date: UtmDate | undefined): string | null => (date?.kind === 'date' ? date.iso : null);

/** What the accounting software is told, and until when it holds. */
export interface Handover {
  readonly url: string;
  /** Of the proven key, else of the chosen place, else what the UTM reads. */
  readonly fsrarId: string | null;
  /** `Device.serial` of the chosen token; `null` where none is there. */
  readonly serial: string | null;
  readonly place: WizardState['subdivisions']['chosen'];
  /** ISO 8601. */
  readonly accessKeyUntil: string | null;
  readonly qualifiedUntil: string | null;
}

function qualifiedUntil({ tokens, utm }: WizardState): string | null {
  const certificates = tokens.report?.devices.flatMap(({ applets }) =>
    applets.flatMap((applet) => applet.certificates),
  );
  const own = certificates?.find(({ certificate }) => certificate?.fingerprint === tokens.qualifiedCertificate);
  return own?.certificate?.notAfter ?? isoOf(utm.state?.info?.gost.notAfter);
}

/** The facts of a hand-over as a walk knows them; `null` until the UTM was asked. */
export function handoverOf(state: WizardState): Handover | null {
  const { utm, accessKey, subdivisions, tokens } = state;
  if (utm.state === null) return null;
  const { url, info } = utm.state;
  return {
    url,
    fsrarId: accessKey.proof?.fsrarId ?? (subdivisions.chosen?.fsrarId || null) ?? info?.ownerId ?? null,
    serial: tokens.report?.devices.find(({ id }) => id === tokens.chosen)?.serial ?? null,
    place: subdivisions.chosen,
    accessKeyUntil: accessKey.proof?.certificate?.notAfter ?? isoOf(info?.rsa.notAfter),
    qualifiedUntil: qualifiedUntil(state),
  };
}

/** The earlier of the two ends, when keys have to be changed next; `null` while neither is known. */
export function nextChangeOf({ accessKeyUntil, qualifiedUntil: qualified }: Handover): string | null {
  const [first] = [qualified, accessKeyUntil].filter((end) => end !== null).sort();
  return first ?? null;
}
