import { describe, expect, test } from 'vitest';
import { runChecks } from '../../src/machine/checks.ts';
import { findingText } from '../../src/shared/texts/finding-texts.ts';
import { emptyContext, library, tokens, utmState } from './contexts.ts';
import { alt11Stopped } from './recorded/alt-11-stopped.ts';
import { astra17Working } from './recorded/astra-1.7-working.ts';
import { debian12Container, debian12ContainerWithDaemon } from './recorded/debian-12-container.ts';
import { debian12HalfRemoved } from './recorded/debian-12-half-removed.ts';
import { type Machine, own } from './recorded/machine.ts';
import { windows7Remains } from './recorded/windows-7-remains.ts';
import { windows10AlteredDriver } from './recorded/windows-10-altered-driver.ts';
import { windows10DeadBattery } from './recorded/windows-10-dead-battery.ts';
import { windows10NewShop } from './recorded/windows-10-new-shop.ts';
import { windows10OldUtm } from './recorded/windows-10-old-utm.ts';
import { windows10ServiceDisabled } from './recorded/windows-10-service-disabled.ts';
import { windows10ThirtyTwoBitDriver } from './recorded/windows-10-thirty-two-bit-driver.ts';
import { windows11BehindProxy } from './recorded/windows-11-behind-proxy.ts';
import { windows11PortTaken } from './recorded/windows-11-port-taken.ts';
import { windows11TwoTokens } from './recorded/windows-11-two-tokens.ts';
import { windows11Working } from './recorded/windows-11-working.ts';
import { windowsServerRemoteDesktop } from './recorded/windows-server-remote-desktop.ts';
import { recordedSystem } from './recorded-system.ts';

const machines: readonly Machine[] = [
  windows11Working,
  windows10NewShop,
  windows10ServiceDisabled,
  windows10ThirtyTwoBitDriver,
  windows11PortTaken,
  windows10DeadBattery,
  windows11TwoTokens,
  windowsServerRemoteDesktop,
  windows11BehindProxy,
  windows10OldUtm,
  windows7Remains,
  windows10AlteredDriver,
  debian12Container,
  debian12ContainerWithDaemon,
  debian12HalfRemoved,
  astra17Working,
  alt11Stopped,
];

const findingsOf = ({ recording, context }: Machine) =>
  runChecks(recordedSystem(recording), {
    ...emptyContext,
    tokens: tokens([], [library(own('jcPKCS11-2.dll'))]),
    utm: utmState('silent'),
    ...context,
  });

describe('computers of shops, as their own commands tell them', () => {
  test.each(machines.map((machine) => [machine.about, machine] as const))('%s', async (_, machine) => {
    const findings = await findingsOf(machine);
    expect(Object.fromEntries(findings.map(({ id, status, variant }) => [id, `${status} ${variant}`]))).toEqual(
      machine.findings,
    );
    for (const { id, values } of findings) {
      expect({ id, values }).toMatchObject({ id, values: machine.values?.[id] ?? {} });
    }
  });

  test('between them they come to most of what can be said', async () => {
    const said = new Set(
      (await Promise.all(machines.map(findingsOf))).flat().map(({ id, variant }) => `${id} ${variant}`),
    );
    expect(said.size).toBeGreaterThan(85);
  });

  test('no password of a proxy and no full serial stands in any finding', async () => {
    const all = JSON.stringify(await Promise.all(machines.map(findingsOf)));
    expect(all).not.toContain('secret');
    expect(all).not.toContain('6082028644721');
    expect(all).not.toContain('0313210061');
  });

  test('what was printed in the code page of Russian Windows is read as it was written', async () => {
    const [found] = (await findingsOf(windows11PortTaken)).filter(({ id }) => id === 'utm-port');
    expect(found && findingText(found).ru.title).toBe('Порт {{port}} занят программой {{program}}');
    expect(found?.values.program).toBe('Касса 2.exe');
  });
});
