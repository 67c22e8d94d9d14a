import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Random bytes of the system. Its device is read where there is one: to load node:crypto would be a twentieth of a run. */
export async function randomBytes(length: number): Promise<Buffer> {
  return fromDevice(length) ?? (await import('node:crypto')).randomBytes(length);
}

function fromDevice(length: number): Buffer | undefined {
  let device: number | undefined;
  try {
    device = openSync('/dev/urandom', 'r');
    const bytes = Buffer.alloc(length);
    return fstatSync(device).isCharacterDevice() && readSync(device, bytes) === length ? bytes : undefined;
  } catch {
    return undefined; // Windows, or a jail without devices
  } finally {
    if (device !== undefined) closeSync(device);
  }
}
