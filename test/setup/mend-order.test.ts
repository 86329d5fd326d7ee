import { describe, expect, test } from 'vitest';
import { mendOrder } from '../../src/setup/mend-order.ts';
import { registryOf } from '../machine/recorded/machine.ts';
import * as windows from '../machine/recorded/outputs/windows.ts';
import { printed, printedInOem, recordedSystem } from '../machine/recorded-system.ts';

const optionsKey = (service: string): string =>
  `HKLM\\SOFTWARE\\WOW6432Node\\Apache Software Foundation\\Procrun 2.0\\${service}\\Parameters\\Java`;

/** A Windows with stopped UTMs on these ports. */
function windowsWith(ports: readonly number[]) {
  const utms = ports.map((port, index) => ({
    port,
    name: index === 0 ? 'Transport' : `Transport${index + 1}`,
    folder: `C:\\UTM${index}\\transporter`,
  }));
  return recordedSystem({
    commands: {
      [registryOf.services]: printed(windows.servicesNamed(...utms.map(({ name }) => name))),
      'sc.exe query Transport': printedInOem(windows.scAbsent, 1060),
      ...Object.fromEntries(
        utms.flatMap(({ name, folder }) => [
          [`sc.exe query ${name}`, printed(windows.service(name, '1  STOPPED'))],
          [
            `reg.exe query ${optionsKey(name)} /v Options`,
            printed(`\r\nHKEY_X\r\n    Options    REG_MULTI_SZ    -Dbasedir=${folder}\r\n`),
          ],
        ]),
      ),
    },
    files: Object.fromEntries(
      utms.map(({ folder, port }) => [`${folder}\\conf\\transport.properties`, `web.server.port=${port}\r\n`]),
    ),
  });
}

const startAt = (utmUrl: string, system = windowsWith([8080])) =>
  mendOrder('start-utm-service', { utmUrl, system, clock: () => undefined, installer: () => null });

describe('a start is one of the UTM that is meant', () => {
  test('the one at the port', async () => {
    expect(await startAt('http://localhost:8082', windowsWith([8080, 8082]))).toEqual({
      ok: true,
      value: { operation: 'start-utm-service', service: 'Transport2' },
    });
  });

  test('the one of the vendor’s own name where the computer tells of none', async () => {
    expect(await startAt('http://localhost:8080', recordedSystem({}))).toEqual({
      ok: true,
      value: { operation: 'start-utm-service' },
    });
  });

  test.each([
    ['on another computer', 'http://192.0.2.1:8080', [8080]],
    ['on another computer, which this one does not tell of', 'http://192.0.2.1:8080', null],
    ['not one of two on other ports', 'http://localhost:9000', [8080, 8082]],
    ['not the one on another port', 'http://localhost:9000', [8080]],
    ['not installed', 'http://localhost:8080', []],
  ])('%s: no other is started in its place', async (_, url, ports) => {
    expect(await startAt(url, ports === null ? recordedSystem({}) : windowsWith(ports))).toMatchObject({
      ok: false,
      problem: { code: 'MACHINE_MEND_UNAVAILABLE', details: { operation: 'start-utm-service' } },
    });
  });
});
