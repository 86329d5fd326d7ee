import { readWinHttpProxy } from '../outputs/proxy.ts';
import { readDword } from '../outputs/registry.ts';
import type { System } from '../system.ts';
import { queryRegistry } from './windows-registry.ts';

/** How programs of this computer are told to reach the internet. `null`: not through a proxy. */
export interface ProxySettings {
  /** `host:port` of the person's settings, of the services of Windows, or of the environment. */
  readonly server: string | null;
  /** Address of a script that chooses a proxy. */
  readonly script: string | null;
}

const internetSettings = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';

/** A proxy may be written with a name and a password, which are nobody's business. */
const withoutCredentials = (address: string): string => address.replace(/\/\/[^@/]*@/, '//');

async function onWindows(system: System): Promise<ProxySettings> {
  const [[settings], services] = await Promise.all([
    queryRegistry(system, internetSettings),
    system.run('netsh.exe', ['winhttp', 'show', 'proxy']),
  ]);
  const enabled = readDword(settings?.values.get('ProxyEnable')) === 1;
  const server = (enabled ? settings?.values.get('ProxyServer') : undefined) ?? readWinHttpProxy(services.stdout);
  return { server: server || null, script: settings?.values.get('AutoConfigURL') || null };
}

function fromEnvironment(system: System): ProxySettings {
  const names = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'];
  const server = names.map((name) => system.environment(name)).find((value) => value);
  return { server: server ?? null, script: null };
}

export async function readProxySettings(system: System): Promise<ProxySettings> {
  const { server, script } = system.platform === 'win32' ? await onWindows(system) : fromEnvironment(system);
  return {
    server: server === null ? null : withoutCredentials(server),
    script: script === null ? null : withoutCredentials(script),
  };
}
