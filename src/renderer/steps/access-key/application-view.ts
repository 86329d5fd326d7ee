import { fsrarIdOf } from '../../../shared/domain/subdivision.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { summaryOf } from './access-key-view.ts';

type RowId =
  | 'holder'
  | 'inn'
  | 'person'
  | 'role'
  | 'principal'
  | 'principalInn'
  | 'principalKpp'
  | 'mchd'
  | 'mchdUntil'
  | 'name'
  | 'kpp'
  | 'address'
  | 'fsrarId'
  | 'token'
  | 'serial'
  | 'signatureUntil';

interface ApplicationRow {
  readonly id: RowId;
  /** As it stands in the state: a role is its id, a moment is ISO 8601. */
  readonly value: string;
}

/** One part of «Заявка на получение ключа доступа»: only rows whose value is known. */
export interface ApplicationSection {
  readonly id: 'asker' | 'place' | 'token';
  readonly rows: readonly ApplicationRow[];
}

const known = (rows: readonly (readonly [RowId, string | null | undefined])[]): ApplicationRow[] =>
  rows.flatMap(([id, value]) => (value ? [{ id, value }] : []));

/** Who acts by a power of attorney, and by which; nothing for everybody else. */
function mandate({ role, mchd }: WizardState): ApplicationRow[] {
  const { report } = mchd;
  if (role.chosen !== 'person-with-mchd' || !report) return [];
  const [principal] = report.principals;
  return known([
    ['principal', principal?.name],
    ['principalInn', principal?.inn],
    ['principalKpp', principal?.kpp],
    ['mchd', report.number],
    ['mchdUntil', report.validUntil],
  ]);
}

/** The application in full, from what the wizard knows. */
export function applicationOf(state: WizardState): readonly ApplicationSection[] {
  const { device, qualified } = summaryOf(state);
  const place = state.subdivisions.chosen;
  const fsrarId = place ? fsrarIdOf(place) : null;
  const holder = qualified?.holder;
  return [
    {
      id: 'asker',
      rows: [
        ...known([
          ['holder', holder?.name],
          ['inn', holder?.inn],
          ['person', holder?.person === holder?.name ? null : holder?.person],
          ['role', state.role.chosen],
        ]),
        ...mandate(state),
      ],
    },
    {
      id: 'place',
      rows: known([
        ['name', place?.fullName],
        // A place that is chosen later carries what is known of its owner.
        ['kpp', fsrarId === null ? null : place?.kpp],
        ['address', place?.address],
        ['fsrarId', fsrarId],
      ]),
    },
    {
      id: 'token',
      rows: known([
        ['token', device?.name],
        ['serial', device?.printedSerial],
        ['signatureUntil', qualified?.notAfter],
      ]),
    },
  ];
}
