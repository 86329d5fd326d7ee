import { describe, expect, test } from 'vitest';
import { token } from '../../src/machine/checks/drivers/token.ts';
import type { TokenReport } from '../../src/shared/domain/token.ts';
import { device, emptyContext, library, tokens } from './contexts.ts';
import { recordedSystem } from './recorded-system.ts';

const check = (report: TokenReport | null) => token.run(recordedSystem({}), { ...emptyContext, tokens: report });

const jacarta = device('JaCarta-2 SE', '6082028644721');
const rutoken = device('Рутокен ЭЦП 3.0', '1234567890');
const good = library('C:\\Windows\\System32\\jcPKCS11-2.dll');
const broken = library('C:\\Windows\\System32\\rtPKCS11ECP.dll', 'failed');

describe('the token as the token floor saw it', () => {
  test.each([
    ['not read yet', null, 'waiting', 'not-read', {}],
    ['no driver at all', tokens([], []), 'waiting', 'none-without-driver', {}],
    ['nothing plugged in', tokens([], [good]), 'waiting', 'none', {}],
    [
      'a driver that did not load',
      tokens([], [broken]),
      'waiting',
      'none-driver-failed',
      { libraries: 'rtPKCS11ECP.dll' },
    ],
    [
      'a slot that cannot be read',
      tokens([], [library('/usr/lib/токен.so', 'loaded', 1)]),
      'waiting',
      'unreadable',
      {},
    ],
    ['one', tokens([jacarta], [good]), 'ok', 'one', { name: 'JaCarta-2 SE', serialTail: '4721' }],
    [
      'one, with a broken driver of another vendor',
      tokens([jacarta], [good, broken]),
      'info',
      'one-driver-failed',
      { name: 'JaCarta-2 SE', serialTail: '4721', libraries: 'rtPKCS11ECP.dll' },
    ],
    [
      'several',
      tokens([jacarta, rutoken], [good]),
      'attention',
      'several',
      { names: 'JaCarta-2 SE …4721, Рутокен ЭЦП 3.0 …7890' },
    ],
  ] as const)('%s', async (_, report, status, variant, values) => {
    expect(await check(report)).toMatchObject({ id: 'token', status, variant, values });
  });

  test('a slot that cannot be read hides no token beside it', async () => {
    expect(await check(tokens([jacarta], [library('/usr/lib/a.so', 'loaded', 2)]))).toMatchObject({
      variant: 'one',
      facts: { unreadableSlots: 2 },
    });
  });

  test('the full serial number stays out of the finding', async () => {
    expect(JSON.stringify(await check(tokens([jacarta, rutoken], [good])))).not.toContain('608202');
  });
});
