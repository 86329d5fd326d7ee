import { describe, expect, test } from 'vitest';
import { certifyRequest, createQualifiedAuthority } from '../../src/practice/certification-authority.ts';
import { papersFor } from '../../src/setup/papers/papers.ts';
import { printedHtml } from '../../src/setup/printed/printed-html.ts';
import { offeredPapers, paperNames } from '../../src/shared/certification-papers.ts';
import { certificationAuthorityIdSchema, paperKindSchema } from '../../src/shared/domain/certification-authority.ts';
import { softwareRequest } from '../support/software-request.ts';

const at = new Date('2026-11-27T09:00:00Z');
const { der: request } = await softwareRequest();
const authority = createQualifiedAuthority(new Date('2026-01-01T00:00:00Z'));
const certificate = certifyRequest(authority, request, {
  notBefore: new Date('2026-11-26T09:00:00Z'),
  notAfter: new Date('2028-02-24T09:00:00Z'),
});
const facts = { request, requestedAt: at, certificate, token: 'JaCarta-2 SE, № 0B12345678', at };
const nothing = { request: null, requestedAt: null, certificate: null, token: null, at };

describe.each(certificationAuthorityIdSchema.options)('%s', (id) => {
  test.each(paperKindSchema.options)('%s: made exactly where it is offered, a sample in nobody’s name', (kind) => {
    const paper = papersFor(id, kind, facts);
    expect(paper.ok).toBe(offeredPapers[id].some((offered) => offered.kind === kind));
    if (!paper.ok) return;
    expect(paper.value.note).toContain('форма удостоверяющего центра главнее');
    const text = printedHtml(paper.value);
    expect(text).toContain('<html lang="ru">');
    expect(text).not.toMatch(/undefined|null|\{\{/);
    expect(text).toContain('27.11.2026');
  });
});

test('what a paper says is what the certificate and the request say', () => {
  const said = (kind: (typeof paperKindSchema.options)[number]) => {
    const paper = papersFor('forus', kind, facts);
    return paper.ok ? JSON.stringify(paper.value).replaceAll('\\"', '"') : '';
  };
  for (const kind of ['application', 'receipt', 'revocation', 'power-of-attorney', 'certificate-form'] as const) {
    const text = said(kind);
    for (const value of ['ООО «Ромашка»', 'Иванова', 'Мария Петровна', '9900000017', '1299900000025'])
      expect(text).toContain(value);
  }
  expect(said('receipt')).toContain('24.02.2028');
  expect(said('certificate-form')).toContain('Учебный удостоверяющий центр');
  expect(said('request-form')).toContain('BEGIN CERTIFICATE REQUEST');
  expect(said('application')).toContain('ООО НПФ «Форус»');
});

test('without a request or a certificate there is nothing to say, but rules are rules', () => {
  for (const kind of paperKindSchema.options) {
    expect(papersFor('other', kind, nothing).ok).toBe(kind === 'handling-rules');
    const damaged = { ...nothing, request: new Uint8Array([1, 2, 3]), certificate: new Uint8Array(9) };
    expect(papersFor('other', kind, damaged).ok).toBe(kind === 'handling-rules');
  }
});

test('every paper has a name, and every authority offers some', () => {
  for (const kind of paperKindSchema.options) expect(paperNames[kind].ru).toMatch(/^[А-Я]/);
  for (const offered of Object.values(offeredPapers)) expect(offered.length).toBeGreaterThan(3);
});
