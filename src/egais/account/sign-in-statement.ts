import type { Challenge } from './wire.ts';

/**
 * What is signed to sign in: not the server's random number alone, but a text that says what the signature is for and
 * for which server. So no server can pass a document off as a random number, and none can use what another was given
 * (docs/account.md, "Signing in").
 * @param origin of the service, like `https://account.example`
 */
export const signInStatement = (origin: string, { id, nonce }: Pick<Challenge, 'id' | 'nonce'>): Uint8Array =>
  Buffer.from(
    [
      'Вход в личный кабинет ЕГАИС. Ничего другого эта подпись не подтверждает.',
      `Служба: ${origin}`,
      `Запрос: ${id}`,
      `Случайное число: ${nonce}`,
      '',
    ].join('\n'),
    'utf8',
  );
