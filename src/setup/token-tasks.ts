import type { AppletKind, Device } from '../shared/domain/token.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { DeletableKind } from '../token/token-access.ts';
import { confirms } from './typed-confirmation.ts';
import type { Workplace } from './workplace.ts';

/** Work on a token other than signing in. PINs pass through to the token process and stay nowhere. */
export type TokenTask =
  | {
      readonly kind: 'change-pin';
      readonly applet: AppletKind;
      readonly oldPin: string;
      readonly newPin: string;
      readonly lastTryConfirmed: boolean;
    }
  | {
      readonly kind: 'unblock-pin';
      readonly applet: AppletKind;
      readonly soPin: string;
      readonly newPin: string | null;
      readonly lastTryConfirmed: boolean;
    }
  | {
      readonly kind: 'initialise';
      readonly applet: AppletKind;
      /** `null` for a part that has no administrator's PIN. */
      readonly soPin: string | null;
      readonly newPin: string;
      readonly label: string;
      readonly confirmation: string;
      readonly lastTryConfirmed: boolean;
    }
  | {
      readonly kind: 'delete-key';
      readonly applet: AppletKind;
      readonly keyId: string;
      readonly as: DeletableKind;
      readonly confirmation: string;
    };

/** Whoever did this task knows the user PIN of the part. Tries that are restored alone tell nobody the PIN. */
export const setsPin = (task: TokenTask): boolean => task.kind !== 'delete-key' && task.newPin !== null;

/** What has to be so before anything is sent to the token. `savedCertificates`: how many were saved of this applet. */
function guard(device: Device, task: TokenTask, savedCertificates: number): Result<null> {
  if (task.kind !== 'initialise' && task.kind !== 'delete-key') return succeed(null);
  if (!confirms(device, task.confirmation)) return fail(problem('SETUP_CONFIRMATION_MISMATCH', { name: device.name }));
  const count = device.applets.find(({ kind }) => kind === task.applet)?.certificates.length ?? 0;
  if (task.kind === 'initialise' && savedCertificates < count) {
    return fail(problem('SETUP_CERTIFICATES_NOT_SAVED', { count }));
  }
  return succeed(null);
}

function perform({ tokens }: Workplace, device: string, task: TokenTask): Promise<Result<unknown>> {
  switch (task.kind) {
    case 'change-pin':
      return tokens.changePin({ device, ...task });
    case 'unblock-pin':
      return tokens.unblockPin({ device, ...task });
    case 'initialise':
      // An empty PIN is refused unsent wherever one is needed.
      return tokens.initialise({ device, ...task, soPin: task.soPin ?? '' });
    case 'delete-key':
      return tokens.deleteKey({ device, ...task });
  }
}

/** Does one task: one login at most, no repetition, and for what cannot be undone the typed confirmation first. */
export async function performTokenTask(
  workplace: Workplace,
  device: Device,
  task: TokenTask,
  savedCertificates: number,
): Promise<Result<null>> {
  const allowed = guard(device, task, savedCertificates);
  const outcome = allowed.ok ? await perform(workplace, device.id, task) : allowed;
  workplace.record.write({
    event: `token-${task.kind}`,
    facts: { device: device.serial, applet: task.applet, outcome: outcome.ok ? 'done' : outcome.problem.code },
  });
  return outcome.ok ? succeed(null) : outcome;
}
