import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { ownRecordBody } from '../../src/egais/utm/own-record-query.ts';
import { createUtmClient } from '../../src/egais/utm/utm-client.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** What another implementation of multipart forms, that of the platform, makes of the body. */
async function formOf(fsrarId: string): Promise<string> {
  const { contentType, body } = ownRecordBody(fsrarId);
  const request = new Request('http://utm/', {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: Uint8Array.from(body),
  });
  const file = (await request.formData()).get('xml_file');
  return file instanceof File ? file.text() : '';
}

test('the query is one file of a form, about one’s own record', async () => {
  const xml = await formOf('030000000001');
  expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<ns:Documents /);
  expect(xml).toContain('<ns:FSRAR_ID>030000000001</ns:FSRAR_ID>');
  expect(xml).toContain('<qp:Name>СИО</qp:Name><qp:Value>030000000001</qp:Value>');
  expect(xml).toContain('xmlns:qp="http://fsrar.ru/WEGAIS/QueryParameters"');
});

test.each(['', '<b>', '0300 0001', '0'.repeat(21)])('%j is nobody’s FSRAR ID', (fsrarId) => {
  expect(() => ownRecordBody(fsrarId)).toThrow(TypeError);
});

test('it goes out as one whole POST', async () => {
  let received = '';
  let type = '';
  const server = createServer((request, response) => {
    type = request.headers['content-type'] ?? '';
    request.on('data', (chunk: Buffer) => (received += chunk.toString('utf8')));
    request.on('end', () => response.end('<A><url>u-1</url><ver>2</ver></A>'));
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const client = createUtmClient(`http://127.0.0.1:${port}`);
  expect(await client.askOwnRecord('030000000001')).toEqual({ kind: 'accepted', replyId: 'u-1' });
  expect(type).toMatch(/^multipart\/form-data; boundary=/);
  expect(received.split(type.split('boundary=')[1] ?? '?')).toHaveLength(3);
});
