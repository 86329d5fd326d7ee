import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CheckId } from '../../src/shared/domain/finding.ts';
import { commandResults } from '../../src/shared/results.ts';

const root = resolve(import.meta.dirname, '../..');

/** What another program of this computer says; empty when it fails or is not there. */
const said = (program: string, ...args: string[]): string => {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
};

const shell = (script: string): string => said('sh', '-c', script);

const answerSchema = z.object({ ok: z.literal(true), result: commandResults['machine-check'] });

// The command line and other programs, those of a Linux, are asked about the same computer in the same moment. Install or remove the smart
// card daemon or a driver, and both sides change.
describe('`machine check --json` tells the truth about this computer', () => {
  let findings: z.infer<typeof answerSchema>['result']['findings'] = [];
  let ready = false;

  beforeAll(() => {
    const output = execFileSync(process.execPath, ['scripts/cli.mjs', 'machine', 'check', '--json'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 110_000,
    });
    ({ findings, ready } = answerSchema.parse(JSON.parse(output)).result);
  });

  const of = (id: CheckId) => {
    const finding = findings.find((one) => one.id === id);
    if (!finding) throw new Error(`No finding of ${id}`);
    return finding;
  };

  test('the system, by its own release file', () => {
    expect(of('operating-system').facts.distribution).toBe(shell('. /etc/os-release && printf %s "$ID"'));
    expect(of('operating-system').facts.release).toBe(said('uname', '-r'));
  });

  test('the smart card daemon, by the list of packages and the list of processes', () => {
    const daemon = of('smart-card-service');
    const installed = existsSync('/usr/sbin/pcscd');
    const packaged = said('dpkg-query', '-W', `-f=\${db:Status-Status}`, 'pcscd') === 'installed';
    if (said('dpkg-query', '--version') !== '') expect(packaged).toBe(installed);
    expect(daemon.facts.installed).toBe(installed);
    const running = said('pgrep', '-x', 'pcscd') !== '' || said('systemctl', 'is-active', 'pcscd.socket') === 'active';
    expect(daemon.facts.listening).toBe(running);
    expect(daemon.variant).toMatch(running ? /^linux-running/ : installed ? /^linux-stopped$/ : /^linux-absent$/);
  });

  test('drivers, by a search of the disk', () => {
    const found = shell(
      "find -L /usr/lib /usr/lib64 /opt -maxdepth 5 \\( -name 'libjcPKCS11-2.so' -o -name 'librtpkcs11ecp.so' \\) 2>/dev/null || true",
    );
    expect(of('vendor-libraries').variant === 'absent').toBe(found === '');
    expect(of('driver-publisher').variant === 'nothing').toBe(found === '');
  });

  test('rights, memory and disk, by id, free and df', () => {
    expect(of('administrator').facts.elevated).toBe(said('id', '-u') === '0');
    const memory = Number(/^Mem:\s+(\d+)/m.exec(said('free', '-b'))?.[1]);
    expect(Math.abs(Number(of('memory').facts.total) / memory - 1)).toBeLessThan(0.05);
    const free = Number(said('df', '-B1', '--output=avail', '/opt').split('\n').at(-1));
    // Other tests write to the same disk.
    expect(Math.abs(Number(of('disk-space').facts.free) - free)).toBeLessThan(4 * 1024 ** 3);
  });

  test('the UTM and its ports, by the folder and by the kernel’s list of sockets', () => {
    expect(of('utm').facts.installed).toBe(existsSync('/opt/utm/transport'));
    // /proc/net/tcp: address and port in hexadecimal, state 0A is listening (proc(5)).
    const listening = new Set(
      ['/proc/net/tcp', '/proc/net/tcp6']
        .filter(existsSync)
        .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/:([0-9A-F]{4}) [0-9A-F]+:0000 0A /g)])
        .map(([, port]) => Number.parseInt(port ?? '', 16)),
    );
    expect(of('utm-port').facts.held).toBe(listening.has(8080));
    expect(of('utm-service-ports').variant === 'free').toBe(![8192, 8193, 8194].some((port) => listening.has(port)));
    expect(of('portal-components').variant === 'none').toBe(!listening.has(24_738));
  });

  test('a computer with something to mend is not called ready', () => {
    expect(ready).toBe(findings.every(({ status }) => status !== 'bad'));
  });
});
