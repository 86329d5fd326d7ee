import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { paperPdf, papersOf } from '../../../src/practice/certification-account/papers.ts';
import { typedPage } from '../../../src/practice/certification-account/typed-page.ts';

const poppler = (tool: string, args: readonly string[], input: Uint8Array): Buffer =>
  execFileSync(tool, args, { input, stdio: ['pipe', 'pipe', 'pipe'] });
const linesOf = (pdf: Uint8Array): readonly string[] =>
  poppler('pdftotext', ['-layout', '-', '-'], pdf)
    .toString('utf8')
    .split(/[\n\f]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

test('papers of the practice authority are Russian, and somebody else reads them', () => {
  const application = { id: '722318', owner: 'Ёлкина Мария Петровна' } as Parameters<typeof paperPdf>[1];
  for (const paper of papersOf(true)) {
    expect(linesOf(paperPdf(paper, application))).toEqual([
      'Учебный удостоверяющий центр',
      paper.name,
      'Заявка № 722318',
      'Владелец: Ёлкина Мария Петровна',
      'Учебная бумага: юридической силы не имеет.',
    ]);
  }
});

test('every letter is there on paper: none is blank, and no two of them look the same that should not', () => {
  const letters = [...'БГДЁЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯбвгдёжзийклмнптфцчшщъыьэюя№«»'];
  const pictures = new Map<string, string>();
  for (const letter of letters) {
    const drawn = poppler('pdftoppm', ['-gray', '-r', '50', '-'], typedPage([letter])).toString('latin1');
    expect(pictures.get(drawn), letter).toBeUndefined();
    pictures.set(drawn, letter);
  }
  const blank = poppler('pdftoppm', ['-gray', '-r', '50', '-'], typedPage([''])).toString('latin1');
  expect(pictures.has(blank)).toBe(false);
});
