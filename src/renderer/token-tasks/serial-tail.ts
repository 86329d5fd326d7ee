import type { Device } from '../../shared/domain/token.ts';

/** The last four characters of the number on the case, which a person types before something is erased. */
export const serialTail = (device: Pick<Device, 'printedSerial'>): string => device.printedSerial.slice(-4);

/** Whether the person typed them; case and blanks do not matter. */
export const isSerialTail = (typed: string, device: Pick<Device, 'printedSerial'>): boolean =>
  typed.trim().toLowerCase() === serialTail(device).toLowerCase();
