import { type OutsideEvent, outsideEventSchema } from '../../shared/domain/scenario.ts';
import type { ComputerRecord } from './records.ts';

/** What a person does beside the wizard, so that practice can show how the wizard sees it by itself. */
export const outsideEvents: Readonly<
  Record<OutsideEvent, { mayHappen(record: ComputerRecord): boolean; after(record: ComputerRecord): ComputerRecord }>
> = {
  'driver-installed': {
    mayHappen: ({ drivers }) => drivers !== 'both-copies',
    after: (record) => ({ ...record, drivers: 'both-copies' }),
  },
  'port-freed': {
    mayHappen: ({ intruder }) => intruder !== null,
    after: (record) => ({ ...record, intruder: null }),
  },
};

/** The one thing that can happen to this computer from outside, `null` when nothing has to. Pure. */
export const nextOutsideEvent = (record: ComputerRecord): OutsideEvent | null =>
  outsideEventSchema.options.find((name) => outsideEvents[name].mayHappen(record)) ?? null;
