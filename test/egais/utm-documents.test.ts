import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { parseUnsentDocuments } from '../../src/egais/utm/unsent-documents.ts';
import { createUtmClient } from '../../src/egais/utm/utm-client.ts';
import { deadAddress, httpAnswer, type RawServer, rawServer } from './raw-server.ts';
import { documentLists } from './utm-answers.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => parseUnsentDocuments(bytesOf(text));

describe('a list of unsent documents', () => {
  test.each([documentLists.none, documentLists.bare, '<A></A>', '\n<A>\n</A>\n'])('that is empty: %j', (text) => {
    expect(read(text)).toEqual({ count: 0, documents: [] });
  });

  test('names each by its address, its type and whose answer it is', () => {
    expect(read(documentLists.two)).toEqual({
      count: 2,
      documents: [
        {
          address: 'http://localhost:8080/opt/in/WayBill_v4/17',
          type: 'WayBill_v4',
          replyId: '8f3c1a52-0b1d-4c58-9e0a-3f6d2c7b9a10',
        },
        { address: 'http://localhost:8080/opt/in/QueryRests_v2/18', type: 'QueryRests_v2', replyId: null },
      ],
    });
  });

  test('counts a document whose address says nothing of it', () => {
    expect(read('<A><url>17</url></A>')).toEqual({
      count: 1,
      documents: [{ address: '17', type: null, replyId: null }],
    });
  });

  test.each([
    ['nothing', ''],
    ['a page', '<html><body>УТМ</body></html>'],
    ['JSON', '{"rows":[],"total":0}'],
    ['another root', '<B><ver>2</ver></B>'],
    ['an error in the place of a list', '<A><error>Ошибка</error></A>'],
    ['words between the addresses', '<A>Ошибка работы RSA<ver>2</ver></A>'],
    ['an address without a word', '<A><url></url></A>'],
    ['something inside an address', '<A><url><b>1</b></url></A>'],
    ['documents in another element', '<A><urls><url>1</url></urls></A>'],
    ['a list that breaks off', '<A><url>http://localhost:8080/opt/in/WayBill/1</url>'],
    ['a document type', '<!DOCTYPE A [<!ENTITY a "b">]><A/>'],
    ['two lists', '<A/><A/>'],
  ])('%s is no empty list', (_, text) => {
    expect(read(text)).toBeNull();
  });

  test('has as many documents as were written into it', () => {
    const address = fc.stringMatching(/^[\w./:-]{1,60}$/);
    fc.assert(
      fc.property(fc.array(address), (addresses) => {
        const list = `<A>${addresses.map((one) => `<url>${one}</url>`).join('\n')}<ver>2</ver></A>`;
        expect(read(list)?.documents.map((one) => one.address)).toEqual(addresses);
      }),
    );
  });
});

describe('asked of a UTM', () => {
  const open: RawServer[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.close()));
  });
  async function answering(status: string, body: string) {
    const server = await rawServer((socket) => socket.end(httpAnswer(status, body)));
    open.push(server);
    const client = createUtmClient(server.url, { documents: 400 });
    return { server, outcome: await client.unsentDocuments() };
  }

  test('it is one GET', async () => {
    const { server, outcome } = await answering('200 OK', documentLists.two);
    expect(outcome).toMatchObject({ ok: true, value: { count: 2 } });
    expect(server.requestLines).toEqual(['GET /opt/in HTTP/1.1']);
  });

  test.each([
    ['404 Not Found', documentLists.none],
    ['500 Internal Server Error', 'Ошибка'],
    ['200 OK', ''],
    ['200 OK', '<html></html>'],
  ])('%s with %j is never none', async (status, body) => {
    expect((await answering(status, body)).outcome).toMatchObject({ problem: { code: 'EGAIS_UNSENT_UNREADABLE' } });
  });

  test('silence is told as silence', async () => {
    const client = createUtmClient(await deadAddress(), { documents: 400 });
    expect(await client.unsentDocuments()).toMatchObject({ problem: { code: 'EGAIS_UTM_SILENT' } });
  });
});
