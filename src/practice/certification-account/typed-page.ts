/** Letters of Windows-1251 above ASCII: where a run begins, and its first letter. */
const runs = [
  [0xc0, 'А'],
  [0xe0, 'а'],
] as const;
const runLength = 32;
const single: Readonly<Record<string, { readonly byte: number; readonly glyph: string }>> = {
  Ё: { byte: 0xa8, glyph: 'afii10023' },
  ё: { byte: 0xb8, glyph: 'afii10071' },
  '№': { byte: 0xb9, glyph: 'afii61352' },
  '«': { byte: 0xab, glyph: 'guillemotleft' },
  '»': { byte: 0xbb, glyph: 'guillemotright' },
  '—': { byte: 0x97, glyph: 'emdash' },
};

const codeOf = (letter: string): number => letter.codePointAt(0) ?? 0;

function byteOf(letter: string): number {
  const alone = single[letter];
  if (alone) return alone.byte;
  const code = codeOf(letter);
  const run = runs.find(([, first]) => code >= codeOf(first) && code < codeOf(first) + runLength);
  if (run) return run[0] + code - codeOf(run[1]);
  return code >= 0x20 && code < 0x7f ? code : codeOf('?');
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
const typed = (line: string): string => `<${[...line].map((letter) => hex(byteOf(letter), 2)).join('')}>`;

/** Names of the letters in a run (Adobe Glyph List): Ё stands between Е and Ж there. */
const glyphsFrom = (first: number): string =>
  Array.from({ length: runLength }, (_, index) => `/afii${first + index + (index > 5 ? 1 : 0)}`).join(' ');

const encoding = [
  `${0xc0} ${glyphsFrom(10017)}`,
  `${0xe0} ${glyphsFrom(10065)}`,
  ...Object.values(single).map(({ byte, glyph }) => `${byte} /${glyph}`),
].join(' ');

/** What the bytes mean, for whoever copies the text (ISO 32000-1, 9.10.3). */
const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /typed def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
3 beginbfrange
<20> <7e> <0020>
${runs.map(([byte, first]) => `<${hex(byte, 2)}> <${hex(byte + runLength - 1, 2)}> <${hex(codeOf(first), 4)}>`).join('\n')}
endbfrange
${Object.keys(single).length} beginbfchar
${Object.entries(single)
  .map(([letter, { byte }]) => `<${hex(byte, 2)}> <${hex(codeOf(letter), 4)}>`)
  .join('\n')}
endbfchar
endcmap end end`;

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

/**
 * One page of A4 as from a typewriter, PDF. Nothing is embedded: every system has a typewriter's face with Russian
 * letters, and all its letters are of one width (ISO 32000-1, 9.6.3 and 9.6.6).
 */
export function typedPage(lines: readonly string[]): Uint8Array {
  const text = `BT /F1 11 Tf 72 770 Td 20 TL ${lines.map((line) => `${typed(line)} Tj T*`).join(' ')} ET`;
  const widths = Array.from({ length: 0x100 - 0x20 }, () => 600).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (ru) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(text),
    `<< /Type /Font /Subtype /TrueType /BaseFont /CourierNew /FirstChar 32 /LastChar 255 /Widths [${widths}] /FontDescriptor 6 0 R /ToUnicode 7 0 R /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [${encoding}] >> >>`,
    // 33: of one width, and of letters.
    '<< /Type /FontDescriptor /FontName /CourierNew /Flags 33 /FontBBox [-122 -680 623 1021] /ItalicAngle 0 /Ascent 833 /Descent -300 /CapHeight 571 /StemV 50 >>',
    stream(toUnicode),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const end = file.length;
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}
