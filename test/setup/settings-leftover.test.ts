import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localUtmPath } from '../../src/practice/computers/utm-paths.ts';
import { practiceJourneys } from './practice-journey.ts';

const begin = practiceJourneys();

test('whoever comes to the settings of a UTM finds nothing with PINs beside them, whatever a power cut left', async () => {
  const { journey, folder, until } = await begin('unsent-documents');
  const settings = localUtmPath(join(folder, 'world/utm'))('C:\\UTM\\transporter\\conf\\transport.properties');
  if (settings === null) throw new Error('The practice UTM has no settings');
  const left = `${settings}.egais-wizard-new`;
  writeFileSync(left, 'crypto.lib.pki.keyPassword=11111111\r\n');
  await journey.utm.refresh();
  expect(existsSync(left)).toBe(true);
  await journey.utm.planSettings();
  await until(({ utmSetup }) => utmSetup.settings !== null);
  expect([existsSync(settings), existsSync(left)]).toEqual([true, false]);
}, 60_000);
