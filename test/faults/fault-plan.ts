import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ReturnCodeName } from '../../src/token/pkcs11-numbers.ts';

/**
 * What may befall a PKCS#11 call: a return code, the token pulled out for real (every later call meets its absence),
 * the process killed, or the call never coming back.
 */
export const faults = {
  pulled: 'pull',
  'device-removed': { code: 'DEVICE_REMOVED' },
  'general-error': { code: 'GENERAL_ERROR' },
  'session-invalid': { code: 'SESSION_HANDLE_INVALID' },
  'function-failed': { code: 'FUNCTION_FAILED' },
  'memory-full': { code: 'DEVICE_MEMORY' },
  'pin-incorrect': { code: 'PIN_INCORRECT' },
  'token-busy': { code: 'DEVICE_ERROR' },
  crash: 'crash',
  hang: 'hang',
} as const satisfies Record<string, 'pull' | 'crash' | 'hang' | { readonly code: ReturnCodeName }>;

const faultIdSchema = z.enum(Object.keys(faults) as [keyof typeof faults, ...(keyof typeof faults)[]]);
export type FaultId = z.infer<typeof faultIdSchema>;
export const faultIds = faultIdSchema.options;

/** `before`: the call never reaches the library. `after`: it took effect and its answer is lost. */
const momentSchema = z.enum(['before', 'after']);
export type Moment = z.infer<typeof momentSchema>;

const planSchema = z.object({
  /** Calls are counted anew for each plan. */
  id: z.number().int(),
  /** The fault strikes once, at this call counted from one since the plan was laid; 0 strikes never. */
  call: z.number().int().nonnegative(),
  fault: faultIdSchema,
  moment: momentSchema,
  struck: z.boolean(),
});
export type FaultPlan = z.infer<typeof planSchema>;

const planFile = (folder: string): string => join(folder, 'fault-plan.json');
const callsFile = (folder: string): string => join(folder, 'calls.txt');

/** The plan of a token's folder; `null` while none is laid. */
export function readPlan(folder: string): FaultPlan | null {
  try {
    return planSchema.parse(JSON.parse(readFileSync(planFile(folder), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Whole at once: the other process reads it at any moment. */
function writePlan(folder: string, plan: FaultPlan): void {
  writeFileSync(`${planFile(folder)}.new`, JSON.stringify(plan));
  renameSync(`${planFile(folder)}.new`, planFile(folder));
}

/** Lays a fresh plan; calls are written down from now on. */
export function layPlan(folder: string, plan: Omit<FaultPlan, 'id' | 'struck'>): void {
  rmSync(callsFile(folder), { force: true });
  writePlan(folder, { ...plan, id: (readPlan(folder)?.id ?? 0) + 1, struck: false });
}

export const noteStrike = (folder: string, plan: FaultPlan): void => writePlan(folder, { ...plan, struck: true });

export const noteCall = (folder: string, call: string): void => appendFileSync(callsFile(folder), `${call}\n`);

/** The names of the calls made since the plan was laid, in order. */
export function callsMade(folder: string): readonly string[] {
  try {
    return readFileSync(callsFile(folder), 'utf8').trimEnd().split('\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
