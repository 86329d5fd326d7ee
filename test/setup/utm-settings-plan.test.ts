import { describe, expect, it } from 'vitest';
import type { System } from '../../src/machine/system.ts';
import { planUtmSettings, settingsOf } from '../../src/setup/utm-settings-plan.ts';
import { jacarta, rutoken } from '../renderer/states/devices.ts';

/** A Windows with these files, and this proxy in the person's settings. */
const windows = (files: readonly string[], proxy: string | null = null): System =>
  ({
    platform: 'win32',
    environment: (name: string) => (name === 'SystemRoot' ? 'C:\\Windows' : undefined),
    exists: async (path: string) => files.includes(path),
    run: async (program: string) => ({
      exitCode: 0,
      stdout:
        program === 'reg.exe' && proxy !== null
          ? `\r\nHKEY_CURRENT_USER\\Settings\r\n    ProxyEnable    REG_DWORD    0x1\r\n    ProxyServer    REG_SZ    ${proxy}\r\n`
          : '',
      stderr: '',
      missing: false,
      timedOut: false,
    }),
  }) as unknown as System;

const jacartaLibrary = 'C:\\Windows\\SysWOW64\\jcPKCS11-2.dll';
const rutokenLibrary = 'C:\\Windows\\SysWOW64\\rtPKCS11ECP.dll';
const replica = 'C:\\Windows\\SysWOW64\\rtPKCS11ECP-replica.dll';
const utmUrl = 'http://127.0.0.1:8082';

describe('what a UTM is set to', () => {
  it('the port at which it is asked, and the 32-bit library of the token that is there', async () => {
    const system = windows([jacartaLibrary, rutokenLibrary]);
    expect(await planUtmSettings({ system, utmUrl }, jacarta([]))).toEqual({
      port: 8082,
      libraries: { gost: jacartaLibrary, rsa: jacartaLibrary },
      proxy: null,
    });
  });

  it('of a Рутокен the second copy is named only where it is there', async () => {
    const without = await planUtmSettings({ system: windows([rutokenLibrary]), utmUrl }, rutoken());
    expect(without.libraries).toEqual({ gost: rutokenLibrary, rsa: null });
    const both = await planUtmSettings({ system: windows([rutokenLibrary, replica]), utmUrl }, rutoken());
    expect(both.libraries).toEqual({ gost: rutokenLibrary, rsa: replica });
  });

  it('no library where none is there, or no token is known', async () => {
    expect((await planUtmSettings({ system: windows([]), utmUrl }, jacarta([]))).libraries).toBeNull();
    expect((await planUtmSettings({ system: windows([jacartaLibrary]), utmUrl }, null)).libraries).toBeNull();
  });

  it('one proxy for everything is taken over; a list by protocols is nothing to guess from', async () => {
    const at = async (proxy: string) => (await planUtmSettings({ system: windows([], proxy), utmUrl }, null)).proxy;
    expect(await at('proxy.shop:3128')).toBe('proxy.shop:3128');
    expect(await at('http=a:1;https=b:2')).toBeNull();
  });

  it('only what a person wished is written, and the port always', () => {
    const plan = { port: 8082, libraries: { gost: rutokenLibrary, rsa: null }, proxy: 'proxy.shop:3128' };
    expect(settingsOf(plan, { libraries: false, proxy: false })).toEqual({ port: '8082' });
    expect(settingsOf(plan, { libraries: true, proxy: true })).toEqual({
      port: '8082',
      gostLibrary: rutokenLibrary,
      proxyHost: 'proxy.shop',
      proxyPort: '3128',
    });
  });
});
