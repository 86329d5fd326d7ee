import { afterEach, expect, test } from 'vitest';
import { listUtms } from '../../src/setup/list-utms.ts';
import { installedUtmsSchema } from '../../src/shared/domain/installed-utm.ts';
import { deadAddress, httpAnswer, type RawServer, rawServer } from '../egais/raw-server.ts';
import { infoListAnswers } from '../egais/utm-answers.ts';
import { registryOf } from '../machine/recorded/machine.ts';
import * as windows from '../machine/recorded/outputs/windows.ts';
import { printed, recordedSystem } from '../machine/recorded-system.ts';

const open: RawServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function answering(pages: Readonly<Record<string, string>>): Promise<string> {
  const server = await rawServer((socket, line) => {
    const page = pages[line.split(' ')[1] ?? ''];
    socket.end(page === undefined ? httpAnswer('404 Not Found', '') : httpAnswer('200 OK', page));
  });
  open.push(server);
  return server.url.replace('localhost', '127.0.0.1');
}

const utm = (contour: string) => ({
  '/info/version': '4.2.0b002698',
  '/api/info/list': JSON.stringify({ ...infoListAnswers.healthy, contour }),
});

const optionsKey = (service: string): string =>
  `HKLM\\SOFTWARE\\WOW6432Node\\Apache Software Foundation\\Procrun 2.0\\${service}\\Parameters\\Java`;

/** A Windows with one UTM a port; without a port its settings do not tell. */
function computer(ports: readonly (string | null)[]) {
  const names = ports.map((_, index) => (index === 0 ? 'Transport' : `Transport${index + 1}`));
  return recordedSystem({
    commands: {
      [registryOf.services]: printed(windows.servicesNamed(...names)),
      ...Object.fromEntries(
        names.flatMap((name) => [
          [`sc.exe query ${name}`, printed(windows.service(name, '4  RUNNING'))],
          [`sc.exe qc ${name}`, printed(windows.qc('2   AUTO_START'))],
          [
            `reg.exe query ${optionsKey(name)} /v Options`,
            printed(`\r\nHKEY_X\r\n    Options    REG_MULTI_SZ    -Dbasedir=C:\\${name}\\0-Da=b\r\n`),
          ],
        ]),
      ),
    },
    files: Object.fromEntries(
      names.flatMap((name, index) => {
        const port = ports[index];
        return port == null ? [] : [[`C:\\${name}\\conf\\transport.properties`, `web.server.port=${port}\n`]];
      }),
    ),
  });
}

const portOf = (url: string): string => new URL(url).port;
const usual = 'http://127.0.0.1:8080';

test('each is asked at its own port, and what is there is told', async () => {
  const [first, second, stranger, dead] = [
    await answering(utm('prod')),
    await answering(utm('test')),
    await answering({ '/': '<html>' }),
    (await deadAddress()).replace('localhost', '127.0.0.1'),
  ];
  const system = computer([first, second, stranger, dead].map(portOf));
  const found = await listUtms({ system, utmUrl: usual });
  expect(installedUtmsSchema.parse(found)).toEqual(found);
  expect(found.told).toBe(true);
  expect(found.utms).toMatchObject([
    { service: 'Transport', url: first, reachability: 'answering', build: '4.2.0b002698', contour: 'prod' },
    { service: 'Transport2', url: second, reachability: 'answering', contour: 'test', fsrarId: '030000000001' },
    { service: 'Transport3', url: stranger, reachability: 'other-program', build: null },
    { service: 'Transport4', url: dead, reachability: 'silent', contour: null },
  ]);
});

test('a UTM that keeps its port to itself is asked at the usual address, if it must be the one', async () => {
  const url = await answering(utm('prod'));
  expect((await listUtms({ system: computer([null]), utmUrl: url })).utms).toMatchObject([
    { port: null, url, reachability: 'answering' },
  ]);
  expect((await listUtms({ system: computer([null, null]), utmUrl: url })).utms).toMatchObject([
    { url: null, reachability: 'not-asked' },
    { url: null, reachability: 'not-asked' },
  ]);
});

test('a computer that does not tell what is installed', async () => {
  expect(await listUtms({ system: recordedSystem({}), utmUrl: usual })).toEqual({ told: false, utms: [] });
});
