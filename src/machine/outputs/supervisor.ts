import type { ServiceState } from './service-control.ts';

// State names of supervisord's documentation, “Process States”.
const states: Readonly<Record<string, ServiceState>> = {
  RUNNING: 'running',
  STARTING: 'starting',
  BACKOFF: 'starting',
  STOPPED: 'stopped',
  STOPPING: 'stopped',
  EXITED: 'stopped',
  FATAL: 'stopped',
};

/** Reads `supervisorctl status utm`. Whoever may not ask, or has no supervisor, is told nothing of the state. */
export function readSupervisorState(output: string): ServiceState {
  const name = /^utm[ \t]+([A-Z]{4,12})\b/m.exec(output)?.[1] ?? '';
  return states[name] ?? 'unknown';
}
