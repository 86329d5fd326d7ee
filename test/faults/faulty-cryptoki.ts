import type { Cryptoki } from '../../src/token/cryptoki.ts';
import { CKR, type ReturnCodeName } from '../../src/token/pkcs11-numbers.ts';
import { type FaultId, faults, noteCall, noteStrike, readPlan } from './fault-plan.ts';

/** As pkcs11js throws it. */
class InjectedError extends Error {
  readonly code: number;
  readonly method: string;

  constructor(name: ReturnCodeName, method: string) {
    super(`CKR_${name}`);
    this.name = 'Pkcs11Error';
    this.code = CKR[name];
    this.method = method;
  }
}

function waitForever(): never {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('Nobody was to wake this process');
}

/** Returns only when the token was pulled. */
function strike(fault: FaultId, call: string, pull: () => void): void {
  const kind = faults[fault];
  if (kind === 'pull') {
    pull();
    return;
  }
  if (kind === 'hang') waitForever();
  if (kind === 'crash') {
    process.kill(process.pid, 'SIGKILL');
    waitForever();
  }
  throw new InjectedError(kind.code, call);
}

/**
 * The same library, one call of which meets the fault that the plan in `folder` names. While a plan lies there every
 * call is written down beside it.
 * @param pull takes the token out of its reader
 */
export function withFault(cryptoki: Cryptoki, folder: string, pull: () => void): Cryptoki {
  let counted = { plan: 0, calls: 0 };
  const perform = (call: string, act: () => unknown): unknown => {
    const plan = readPlan(folder);
    if (!plan) return act();
    noteCall(folder, call);
    counted = { plan: plan.id, calls: (counted.plan === plan.id ? counted.calls : 0) + 1 };
    if (plan.struck || counted.calls !== plan.call) return act();
    noteStrike(folder, plan);
    const struck = () => strike(plan.fault, call, pull);
    if (plan.moment === 'before') {
      struck();
      return act();
    }
    let answer: unknown;
    try {
      answer = act();
    } catch (error) {
      struck();
      throw error;
    }
    if (answer instanceof Promise) return answer.finally(struck);
    struck();
    return answer;
  };
  return new Proxy(cryptoki, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => perform(String(property), () => member.apply(target, args));
    },
  });
}
