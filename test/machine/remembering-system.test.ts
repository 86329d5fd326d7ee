import { expect, test } from 'vitest';
import { runChecks } from '../../src/machine/checks.ts';
import { rememberingSystem } from '../../src/machine/remembering-system.ts';
import type { System } from '../../src/machine/system.ts';
import { emptyContext } from './contexts.ts';
import { windows11Working } from './recorded/windows-11-working.ts';
import { recordedSystem } from './recorded-system.ts';

function watched(): { readonly system: System; readonly asked: string[] } {
  const recorded = recordedSystem(windows11Working.recording);
  const asked: string[] = [];
  return {
    asked,
    system: {
      ...recorded,
      run: (program, args) => {
        asked.push([program, ...args].join(' '));
        return recorded.run(program, args);
      },
      connects: (port) => {
        asked.push(`port ${port}`);
        return recorded.connects(port);
      },
      httpDate: (url) => {
        asked.push(url);
        return recorded.httpDate(url);
      },
    },
  };
}

test('a run of all checks asks each question once, and starts PowerShell twice', async () => {
  const { system, asked } = watched();
  await runChecks(system, emptyContext);
  expect(asked).toHaveLength(new Set(asked).size);
  expect(asked.filter((command) => command.includes('powershell.exe'))).toHaveLength(2);
});

test('the next run asks anew', async () => {
  const { system, asked } = watched();
  await runChecks(system, emptyContext, { only: ['smart-card-service'] });
  const once = asked.length;
  await runChecks(system, emptyContext, { only: ['smart-card-service'] });
  expect(asked).toHaveLength(2 * once);
});

test('the same arguments cut otherwise are another question', async () => {
  const { system, asked } = watched();
  const remembering = rememberingSystem(system);
  await Promise.all([remembering.run('sc.exe', ['query', 'A B']), remembering.run('sc.exe', ['query', 'A', 'B'])]);
  expect(asked).toHaveLength(2);
});

test('a check asked for alone asks only what it needs', async () => {
  const { system, asked } = watched();
  await runChecks(system, emptyContext, { only: ['memory'] });
  expect(asked).toEqual([]);
  await runChecks(system, emptyContext, { only: ['time-zone'] });
  expect(asked).toHaveLength(1);
});
