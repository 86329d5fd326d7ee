import type { System } from '../system.ts';

export interface UsbDevice {
  /** Four lower-case hexadecimal digits. */
  readonly vendorId: string;
  readonly product: string;
}

const folder = '/sys/bus/usb/devices';
const decoder = new TextDecoder();

async function read(system: System, path: string): Promise<string> {
  const bytes = await system.readBytes(path, 256);
  return bytes ? decoder.decode(bytes).trim() : '';
}

/** Devices on the USB buses, as the kernel lists them (sysfs-bus-usb). `null` where it lists none at all. */
export async function findUsbDevices(system: System): Promise<readonly UsbDevice[] | null> {
  const entries = await system.list(folder);
  if (entries.length === 0) return null;
  const devices = await Promise.all(
    entries.map(async (entry) => {
      const [vendorId, product] = await Promise.all([
        read(system, `${folder}/${entry}/idVendor`),
        read(system, `${folder}/${entry}/product`),
      ]);
      return { vendorId, product };
    }),
  );
  return devices.filter(({ vendorId }) => vendorId !== '');
}
