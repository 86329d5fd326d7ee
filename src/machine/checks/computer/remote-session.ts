import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, type MachineContext, outcomesOf, tokenSeen } from '../../check.ts';
import type { System } from '../../system.ts';

export interface RemoteSessionFacts {
  readonly session: 'local' | 'desktop' | 'shell' | 'unknown';
  readonly tokenSeen: boolean;
}

// Windows names the session of a person at the computer «Console» and one of Remote Desktop «RDP-Tcp#0».
function windowsSession(name: string | undefined): RemoteSessionFacts['session'] {
  if (name === undefined || name === '') return 'unknown';
  return /^(RDP|ICA)-/i.test(name) ? 'desktop' : 'local';
}

/** What remote desktops of Linux leave in the environment of their sessions: xrdp, X2Go, NX. */
const linuxDesktops = ['XRDP_SESSION', 'X2GO_SESSION', 'NXSESSIONID'];

function linuxSession(system: System): RemoteSessionFacts['session'] {
  if (linuxDesktops.some((name) => system.environment(name))) return 'desktop';
  return system.environment('SSH_CONNECTION') ? 'shell' : 'local';
}

const probe = async (system: System, context: MachineContext): Promise<RemoteSessionFacts> => ({
  session: system.platform === 'win32' ? windowsSession(system.environment('SESSIONNAME')) : linuxSession(system),
  tokenSeen: tokenSeen(context),
});

const conclude = outcomesOf('remote-session', {
  local: ['ok'],
  desktop: ['attention', 'check-again'],
  'desktop-token-seen': ['info'],
  shell: ['info'],
  unknown: ['info'],
});

/** In a remote desktop programs see the readers of the computer a person sits at, not those of the one shown. */
export function remoteSessionRule({ session, tokenSeen: seen }: RemoteSessionFacts): Finding {
  const variant = session === 'desktop' && seen ? 'desktop-token-seen' : session;
  return conclude(variant, { session, tokenSeen: seen });
}

export const remoteSession = defineCheck({ id: 'remote-session', probe, rule: remoteSessionRule });
