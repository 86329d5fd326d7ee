import { randomUUID } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type DeviceState, deviceStateSchema } from './device-state.ts';

const suffix = '.token.json';
const lockLimitMs = 20_000;
const replaceLimitMs = 2000;

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const pause = new Int32Array(new SharedArrayBuffer(4));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** Takes a dead process's lock away; gives it back if it turns out to be a newer one. */
function breakStaleLock(lock: string): void {
  const aside = `${lock}.${randomUUID()}`;
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    // An empty file belongs to a process between creating the lock and naming itself in it.
    if (!owner || isAlive(owner)) return;
    renameSync(lock, aside);
    if (Number(readFileSync(aside, 'utf8')) !== owner) renameSync(aside, lock);
    else rmSync(aside);
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

/**
 * Runs `action` alone among all processes that use the folder. PKCS#11 calls are synchronous, so the wait is too.
 */
function whileLocked<T>(folder: string, action: () => T): T {
  const lock = join(folder, '.lock');
  const deadline = Date.now() + lockLimitMs;
  let file: number | undefined;
  while (file === undefined) {
    try {
      file = openSync(lock, 'wx');
    } catch (error) {
      // Windows answers EPERM while another process is removing the file.
      if (!isCode(error, 'EEXIST') && !isCode(error, 'EPERM')) throw error;
      if (Date.now() > deadline) throw new Error(`The folder of virtual tokens stays locked: ${folder}`);
      breakStaleLock(lock);
      Atomics.wait(pause, 0, 0, 3);
    }
  }
  try {
    writeSync(file, String(process.pid));
    return action();
  } finally {
    closeSync(file);
    rmSync(lock, { force: true });
  }
}

const fileOf = (folder: string, serial: string): string => join(folder, `${serial}${suffix}`);

const heldByReader = ['EPERM', 'EACCES', 'EBUSY'];

/** Windows refuses to replace a file while somebody reads it, which takes a moment. */
function replaceFile(fresh: string, target: string): void {
  const deadline = Date.now() + replaceLimitMs;
  for (;;) {
    try {
      renameSync(fresh, target);
      return;
    } catch (error) {
      if (!heldByReader.some((code) => isCode(error, code)) || Date.now() > deadline) throw error;
      Atomics.wait(pause, 0, 0, 3);
    }
  }
}

function writeDevice(folder: string, device: DeviceState): void {
  const target = fileOf(folder, device.serial);
  const fresh = `${target}.${randomUUID()}`;
  writeFileSync(fresh, JSON.stringify(device));
  replaceFile(fresh, target);
}

const readDevice = (path: string): DeviceState => deviceStateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));

/** Every device of the folder, in slot order; none where the folder does not exist. */
export function readDevices(folder: string): readonly DeviceState[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  }
  return names
    .filter((name) => name.endsWith(suffix))
    .map((name) => readDevice(join(folder, name)))
    .sort((a, b) => a.order - b.order);
}

/** Adds a device built from what the folder already holds. */
export function addDevice(folder: string, build: (existing: readonly DeviceState[]) => DeviceState): DeviceState {
  mkdirSync(folder, { recursive: true });
  return whileLocked(folder, () => {
    const device = build(readDevices(folder));
    writeDevice(folder, device);
    return device;
  });
}

/**
 * Changes one device: `change` gets a copy of its own and edits it in place; the result is written whole by an atomic
 * rename. When `change` throws, nothing is written. Throws when there is no such device.
 */
export function changeDevice<T>(folder: string, serial: string, change: (device: DeviceState) => T): T {
  return whileLocked(folder, () => {
    const device = readDevice(fileOf(folder, serial));
    const answer = change(device);
    writeDevice(folder, device);
    return answer;
  });
}
