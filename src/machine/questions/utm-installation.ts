import {
  readServiceStart,
  readServiceState,
  type ServiceStart,
  type ServiceState,
} from '../outputs/service-control.ts';
import type { System } from '../system.ts';

/** Signs that a UTM is installed here. */
export interface UtmInstallation {
  readonly installed: boolean;
  /** The Windows service; `null` where the UTM is not a Windows service. */
  readonly service: { readonly state: ServiceState; readonly start: ServiceStart } | null;
}

/**
 * The UTM's service on Windows is `Transport`; its package on Linux fills `/opt/utm`. Folders alone are no sign on
 * Windows: they stay behind after the UTM is removed.
 */
export async function findUtmInstallation(system: System): Promise<UtmInstallation> {
  if (system.platform !== 'win32') return { installed: await system.exists('/opt/utm/transport'), service: null };
  const [query, configuration] = await Promise.all([
    system.run('sc.exe', ['query', 'Transport']),
    system.run('sc.exe', ['qc', 'Transport']),
  ]);
  const state = readServiceState(query);
  return {
    installed: state !== 'absent' && state !== 'unknown',
    service: { state, start: readServiceStart(configuration) },
  };
}
