import type { Finding } from '../../../shared/domain/finding.ts';
import type { TokenReport } from '../../../shared/domain/token.ts';
import { defineCheck, outcomesOf } from '../../check.ts';
import { fileName } from '../../file-name.ts';

export interface TokenFacts {
  readonly report: TokenReport | null;
}

const conclude = outcomesOf('token', {
  'not-read': ['waiting', 'check-again'],
  none: ['waiting', 'check-again'],
  'none-without-driver': ['waiting', 'check-again'],
  'none-driver-failed': ['waiting', 'check-again'],
  unreadable: ['waiting', 'check-again'],
  one: ['ok'],
  'one-driver-failed': ['info'],
  several: ['attention', 'check-again'],
});

const tailOf = (serial: string): string => serial.slice(-4);

/** Judges what the token floor saw. Whether the token is fit for its task is the business of the next step. */
export function tokenRule({ report }: TokenFacts): Finding {
  if (report === null) return conclude('not-read', {});
  const { devices } = report;
  const failed = report.libraries.filter((library) => library.status === 'failed');
  const unreadable = report.libraries.flatMap((library) => library.unreadableSlots);
  const libraries = failed.map((library) => fileName(library.path)).join(', ');
  const raw = {
    devices: devices.length,
    libraries: report.libraries.length,
    failedLibraries: libraries,
    unreadableSlots: unreadable.length,
  };
  const [first, second] = devices;
  if (first && second) {
    const names = devices.map((device) => `${device.name} …${tailOf(device.printedSerial)}`).join(', ');
    return conclude('several', raw, { names });
  }
  if (first) {
    const values = { name: first.name, serialTail: tailOf(first.printedSerial) };
    return failed.length > 0
      ? conclude('one-driver-failed', raw, { ...values, libraries })
      : conclude('one', raw, values);
  }
  if (unreadable.length > 0) return conclude('unreadable', raw);
  if (failed.length > 0) return conclude('none-driver-failed', raw, { libraries });
  return report.libraries.length === 0 ? conclude('none-without-driver', raw) : conclude('none', raw);
}

export const token = defineCheck({
  id: 'token',
  probe: async (_, context): Promise<TokenFacts> => ({ report: context.tokens }),
  rule: tokenRule,
});
