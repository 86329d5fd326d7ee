import type { MchdReport } from '../../shared/domain/mchd.ts';
import { type MchdFindingCode, mchdFindingTexts } from '../../shared/texts/mchd-findings.ts';

export type MchdFinding = MchdReport['findings'][number];

/** Something found about a power of attorney; the severity and the words belong to the code. */
export const finding = (code: MchdFindingCode, values: MchdFinding['values'] = {}): MchdFinding => ({
  code,
  severity: mchdFindingTexts[code].severity,
  values,
});

/** A finding, if there is cause for it. */
export const findingIf = (
  cause: boolean,
  code: MchdFindingCode,
  values: MchdFinding['values'] = {},
): readonly MchdFinding[] => (cause ? [finding(code, values)] : []);
