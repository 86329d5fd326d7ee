import { generateKeyPairSync, sign as nodeSign, randomUUID } from 'node:crypto';
import { buildAccessKeyRequest } from '../../../src/egais/access-key-request.ts';
import { writeSignedData } from '../../../src/pki/cms-writer.ts';
import type { PlaceRow } from '../../../src/practice/utm/utm-folder.ts';
import { succeed } from '../../../src/shared/result.ts';
import type { LocalAccount } from '../../egais/account/local-account.ts';
import type { SoftwareHolder } from '../../egais/account/software-holder.ts';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

/** A program that knows the contract and nothing of our client. */
export class ContractCaller {
  readonly account: LocalAccount;
  token: string | null = null;

  constructor(account: LocalAccount) {
    this.account = account;
  }

  async call(method: 'GET' | 'POST', path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${this.account.url}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json(), headers: response.headers } as Answer;
  }

  /** The statement is written out here as the document has it. */
  async signIn(holder: SoftwareHolder, origin = this.account.url): Promise<Answer> {
    const { body } = await this.call('POST', '/v1/challenges', {});
    const statement = [
      'Вход в личный кабинет ЕГАИС. Ничего другого эта подпись не подтверждает.',
      `Служба: ${origin}`,
      `Запрос: ${body.id}`,
      `Случайное число: ${body.nonce}`,
    ];
    const content = Buffer.from(`${statement.join('\n')}\n`);
    const signature = await signed(holder, content);
    const answer = await this.call('POST', '/v1/sessions', { challengeId: body.id, signature });
    if (answer.status === 201) this.token = String(answer.body.token);
    return answer;
  }
}

/** A CMS SignedData by the holder, with the content inside; base64. */
export async function signed(holder: SoftwareHolder, content: Uint8Array): Promise<string> {
  const written = await writeSignedData({
    content,
    detached: false,
    certificate: holder.qualified.der,
    chain: [],
    signingTime: new Date(),
    sign: async (bytes) => {
      const signature = await holder.token.signQualified(bytes);
      if (!signature.ok) throw new Error(signature.problem.code);
      return signature.value;
    },
  });
  if (!written.ok) throw new Error(written.reason);
  return Buffer.from(written.der).toString('base64');
}

const rsaPair = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** The key that is asked for: SubjectPublicKeyInfo, DER. */
export const spki = Uint8Array.from(rsaPair.publicKey.export({ format: 'der', type: 'spki' }));

/** The body of an order, sound in every part unless `rest` says otherwise. */
export async function orderFor(
  holder: SoftwareHolder,
  row: PlaceRow,
  rest: object = {},
): Promise<Record<string, unknown>> {
  const fsrarId = row.Owner_ID;
  const built = await buildAccessKeyRequest({
    subdivision: {
      fsrarId,
      rowId: row.ID,
      fullName: row.Full_Name,
      shortName: row.Short_Name,
      inn: row.INN,
      kpp: row.KPP || null,
      regionCode: '77',
      address: '',
      legalAddress: '',
    },
    pair: { keyId: '00', publicKey: spki },
    sign: async (data) => succeed(Uint8Array.from(nodeSign('sha256', data, rsaPair.privateKey))),
  });
  if (!built.ok) throw new Error(built.problem.code);
  const request = await signed(holder, built.value.der);
  return { fsrarId, role: 'organization', termsAccepted: true, request, mchd: null, ...rest };
}

export const order = (caller: ContractCaller, body: unknown, key: string = randomUUID()): Promise<Answer> =>
  caller.call('POST', '/v1/access-keys', body, { 'idempotency-key': key });
