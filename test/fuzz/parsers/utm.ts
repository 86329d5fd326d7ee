import { z } from 'zod';
import { lastPostIn } from '../../../src/egais/utm/access-log.ts';
import { bodyText } from '../../../src/egais/utm/body-text.ts';
import { parseBuild } from '../../../src/egais/utm/build.ts';
import { parseDiagnosis } from '../../../src/egais/utm/diagnosis.ts';
import { parseInfoList } from '../../../src/egais/utm/info-list.ts';
import { readInfoLog } from '../../../src/egais/utm/info-log.ts';
import { jsonOf } from '../../../src/egais/utm/json.ts';
import { parseOrginfo } from '../../../src/egais/utm/orginfo.ts';
import { setProperties } from '../../../src/egais/utm/settings/edit-properties.ts';
import { readEntries } from '../../../src/egais/utm/settings/java-properties.ts';
import { parseSubdivisionRows } from '../../../src/egais/utm/subdivision-rows.ts';
import { parseUnsentDocuments } from '../../../src/egais/utm/unsent-documents.ts';
import { utmDate } from '../../../src/egais/utm/utm-date.ts';
import { logText } from '../../../src/machine/log-text.ts';
import { subdivisionSchema } from '../../../src/shared/domain/subdivision.ts';
import { unsentDocumentsSchema } from '../../../src/shared/domain/unsent-documents.ts';
import { utmInfoSchema, utmStateSchema } from '../../../src/shared/domain/utm.ts';
import { documentLists, infoListAnswers, subdivisionRows } from '../../egais/utm-answers.ts';
import { access, failures, start } from '../../egais/utm-log-lines.ts';
import { jsonTexts, nonEmpty, texts } from '../corpus.ts';
import { type Parser, parser } from '../parser.ts';

const orginfo = {
  cn: '030000000001',
  o: 'ООО «Ромашка»',
  ou: '9900000017',
  c: '990101001',
  from: '19.06.2026 08:01:45 +0300',
  to: '19.06.2027 08:11:45+0300',
};

const textOf = (input: Uint8Array): string => bodyText(input, 'application/json');

const date = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('absent') }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('date'), iso: z.string().refine((iso) => !Number.isNaN(Date.parse(iso))) }),
]);

const optional = z.string().nullable();
const onComputer = utmStateSchema.shape.computer.unwrap().shape;
const logOf = (input: Uint8Array): string => logText({ bytes: input, whole: true, modifiedAt: 0 });

export const utmParsers: readonly Parser[] = [
  parser({
    name: 'utm-info-log',
    shape: 'text',
    corpus: () => texts(...Object.values(failures).map((lines) => [...start('10:00'), ...lines].join('\n'))),
    share: 60,
    run: (input) => readInfoLog(logOf(input)),
    answer: onComputer.log.unwrap(),
    understood: (log) => log.startedAt !== null,
  }),
  parser({
    name: 'utm-access-log',
    shape: 'text',
    corpus: () =>
      texts(
        [access('10:00:00', 'POST /opt/in/X', 500, 362), access('10:01:00', 'GET /opt/out', 200, '-')].join('\n'),
        access('10:00:00', 'POST /opt/in', 200, '-'),
      ),
    share: 20,
    run: (input) => lastPostIn([logOf(input)]),
    answer: onComputer.lastPost,
    understood: (post) => post !== null,
  }),
  parser({
    name: 'utm-info-list',
    shape: 'json',
    corpus: () => jsonTexts(...Object.values(infoListAnswers)),
    share: 130,
    run: (input) => parseInfoList(textOf(input)),
    answer: utmInfoSchema.nullable(),
    understood: (info) => info !== null,
  }),
  parser({
    name: 'utm-orginfo',
    shape: 'json',
    corpus: () => jsonTexts(orginfo, { ...orginfo, inn: '500100732259', cn: 'ИП Иванова Мария Петровна' }),
    share: 90,
    run: (input) => parseOrginfo(textOf(input)),
    answer: z
      .object({ cn: z.string(), organization: optional, inn: optional, kpp: optional, notBefore: date, notAfter: date })
      .nullable(),
    understood: (subject) => subject !== null,
  }),
  parser({
    name: 'utm-subdivision-rows',
    shape: 'json',
    corpus: () => jsonTexts(subdivisionRows, { rows: [] }, { rows: subdivisionRows.rows.slice(1) }),
    share: 110,
    run: (input) => parseSubdivisionRows(textOf(input)),
    answer: z.array(subdivisionSchema.extend({ fsrarId: z.string().min(1) })).nullable(),
    understood: (rows) => rows !== null,
  }),
  parser({
    name: 'utm-date',
    shape: 'json',
    corpus: () =>
      jsonTexts('2026-06-19 05:01:45 +0000', '19.06.2026 08:01:45 +0300', '19.06.2027 08:11:45+0300', 'RSA ERROR', 5),
    share: 50,
    run: (input) => utmDate(jsonOf(textOf(input))),
    answer: date,
    understood: ({ kind }) => kind !== 'absent',
  }),
  parser({
    name: 'utm-diagnosis',
    shape: 'xml',
    corpus: () =>
      texts(
        '<?xml version="1.0" encoding="UTF-8"?><diagnosis><CERTIFICATE><CN>030000000001</CN></CERTIFICATE></diagnosis>',
        '<CERTIFICATE><CN> 030000000001 </CN></CERTIFICATE>',
        '<CERTIFICATE><CN></CN></CERTIFICATE>',
      ),
    share: 40,
    run: (input) => parseDiagnosis(textOf(input)),
    answer: z.string().min(1).nullable().optional(),
    understood: (name) => name !== undefined,
  }),
  parser({
    name: 'utm-unsent-documents',
    shape: 'xml',
    corpus: () => texts(...Object.values(documentLists)),
    share: 60,
    run: parseUnsentDocuments,
    answer: unsentDocumentsSchema.nullable(),
    understood: (list) => list !== null,
    objection: (input, list) => {
      const listed = Buffer.from(input).toString('latin1').split('</url>').length - 1;
      return list !== null && list.count === 0 && listed > 0 ? 'documents were taken for none' : null;
    },
  }),
  parser({
    name: 'utm-build',
    shape: 'text',
    corpus: () => texts('4.2.0b002644', '4.0.1-SNAPSHOT\r\n', '4.2.0'),
    share: 20,
    run: (input) => parseBuild(textOf(input)),
    answer: z.string().max(50).optional(),
    understood: (build) => build !== undefined,
  }),
  parser({
    name: 'utm-settings',
    shape: 'text',
    corpus: () =>
      texts(
        '# Порт\r\nweb.server.port = 8080\r\ncrypto.lib.gost.keyPassword:\r\nrsa.library.path=C:\\\\UTM\\\\a.dll\r\n',
        'web.server.port=80\\\n   80\nproxy.host \\u0031\n!\nproxy.port=',
      ),
    share: 40,
    run: (input) => setProperties(input, new Map([['web.server.port', '8082']])),
    answer: z.object({ bytes: z.instanceof(Uint8Array), changed: z.array(z.string()) }),
    understood: ({ changed }) => changed.length === 1,
    objection: (_, { bytes }) =>
      readEntries(bytes).some(({ key, value }) => key === 'web.server.port' && value === '8082')
        ? null
        : 'the port was not set',
  }),
  parser({
    name: 'http-content-type',
    shape: 'text',
    corpus: () => texts('text/html; charset=windows-1251', 'application/json;charset="UTF-8"', 'text/plain'),
    share: 20,
    run: (input) => bodyText(Buffer.from('d0ffe9', 'hex'), Buffer.from(input).toString('latin1')),
    answer: z.string().min(1),
    understood: () => true,
  }),
  parser({
    name: 'http-body',
    shape: 'text',
    corpus: () => nonEmpty([Uint8Array.from(Buffer.from('Не найден ключ')), ...jsonTexts(infoListAnswers.noAccessKey)]),
    share: 20,
    run: (input) => bodyText(input, 'text/plain; charset=utf-8'),
    answer: z.string(),
    understood: (text) => text.includes('Не найден ключ'),
  }),
];
