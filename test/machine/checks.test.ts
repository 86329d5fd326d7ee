import { expect, test } from 'vitest';
import { checks, runChecks } from '../../src/machine/checks.ts';
import type { Finding } from '../../src/shared/domain/finding.ts';
import { emptyContext } from './contexts.ts';
import { recordedSystem } from './recorded-system.ts';

const ids = checks.map((check) => check.id);

test('every check is told of once, and the answer keeps the order of the table', async () => {
  const told: Finding[] = [];
  const findings = await runChecks(recordedSystem({}), emptyContext, { onFinding: (finding) => told.push(finding) });
  expect(findings.map((finding) => finding.id)).toEqual(ids);
  expect(new Set(told)).toEqual(new Set(findings));
  expect(told).toHaveLength(ids.length);
});

test('a slow answer holds up no other check', async () => {
  const told: string[] = [];
  let answer: (value: null) => void = () => {};
  const slow = new Promise<null>((resolve) => {
    answer = resolve;
  });
  let done: Promise<unknown> = Promise.resolve();
  await new Promise<void>((othersTold) => {
    done = runChecks({ ...recordedSystem({}), httpDate: () => slow }, emptyContext, {
      onFinding: ({ id }) => {
        told.push(id);
        if (told.length === ids.length - 2) othersTold();
      },
    });
  });
  expect(told).not.toContain('clock');
  expect(told).not.toContain('network');
  answer(null);
  expect(await done).toHaveLength(ids.length);
});

test('one check can be asked for alone', async () => {
  const asked: string[] = [];
  const watched = {
    ...recordedSystem({}),
    httpDate: async (url: string) => {
      asked.push(url);
      return null;
    },
  };
  expect(await runChecks(watched, emptyContext, { only: ['token'] })).toMatchObject([{ id: 'token' }]);
  expect(asked).toEqual([]);
});
