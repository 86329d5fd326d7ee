import { utilityProcess } from 'electron';
import { z } from 'zod';
import type { MchdCheck } from '../setup/check-mchd.ts';
import { mchdReportSchema } from '../shared/domain/mchd.ts';
import { problem, problemSchema } from '../shared/problems/problem.ts';
import { fail, type Result } from '../shared/result.ts';

/** A document of the largest size takes about a second; what takes this long has no end. */
const longestMs = 60_000;

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: mchdReportSchema }),
  z.object({ ok: z.literal(false), problem: problemSchema }),
]);

const fell = (cause: string): Result<never> => fail(problem('SETUP_UNEXPECTED', {}, { cause }));

/**
 * Checks a power of attorney in a process of its own, ended after the answer. Problem, beside those of the check:
 * `SETUP_UNEXPECTED` when that process ends or is not done in time.
 */
export const mchdCheckProcess =
  (entry: string): MchdCheck =>
  (question) =>
    new Promise((resolve) => {
      const child = utilityProcess.fork(entry, [], { serviceName: 'egais-wizard-mchd', stdio: 'ignore' });
      const limit = setTimeout(() => child.kill(), longestMs);
      child.once('message', (message: unknown) => {
        const answer = answerSchema.safeParse(message);
        resolve(answer.success ? answer.data : fell(answer.error.message));
        child.kill();
      });
      child.once('exit', (code) => {
        clearTimeout(limit);
        resolve(fell(`the check ended with ${code}`));
      });
      child.postMessage(question);
    });
