import { describe, expect, test } from 'vitest';
import { accountUrlSchema } from '../../src/main/account-url.ts';

describe('the address of an account', () => {
  test.each([
    ['https://account.example/v1', 'https://account.example/v1'],
    ['https://account.example/v1///', 'https://account.example/v1'],
    ['http://127.0.0.1:8443/', 'http://127.0.0.1:8443'],
    ['http://localhost:1', 'http://localhost:1'],
  ])('%s', (given, understood) => {
    expect(accountUrlSchema.parse(given)).toBe(understood);
  });

  test.each(['http://account.example', 'ftp://127.0.0.1', 'account.example', ''])('%s is none', (given) => {
    expect(accountUrlSchema.safeParse(given).success).toBe(false);
  });

  test('one longer than anybody types is refused before it is looked at', () => {
    const time = process.cpuUsage();
    expect(accountUrlSchema.safeParse(`https://${'/'.repeat(200_000)}x`).success).toBe(false);
    // Quadratic work on these slashes took half a minute.
    expect(process.cpuUsage(time).user).toBeLessThan(5_000_000);
  });
});
