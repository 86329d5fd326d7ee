import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  blankTransportPins,
  readTransportPins,
  transportProperties,
} from '../../../src/practice/utm/transport-properties.ts';

const fileWith = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'transport-')), 'transport.properties');
  writeFileSync(path, text);
  return path;
};

test('the PINs an installer wrote are read, and emptied without a trace', () => {
  const path = fileWith(transportProperties({ gost: '0987654321', pki: '11111111' }));
  expect(readTransportPins(path)).toEqual({ gost: '0987654321', pki: '11111111' });
  blankTransportPins(path);
  expect(readTransportPins(path)).toEqual({ gost: '', pki: '' });
  expect(readFileSync(path, 'utf8')).not.toMatch(/0987654321|11111111/);
});

test('every other line stays as it was', () => {
  const path = fileWith(
    '# settings\r\nweb.server.port=8081\r\ncrypto.lib.pki.keystorePassword = 11111111 \nunknown.key: x=y\n',
  );
  expect(readTransportPins(path)).toEqual({ gost: '', pki: '11111111' });
  blankTransportPins(path);
  expect(readFileSync(path, 'utf8')).toBe(
    '# settings\nweb.server.port=8081\ncrypto.lib.pki.keystorePassword=\nunknown.key: x=y\n',
  );
});

test('a missing file holds no PINs', () => {
  expect(readTransportPins('/nonexistent/transport.properties')).toEqual({ gost: '', pki: '' });
});
