import type { PrintedDocument, PrintedSection } from '../../shared/printed-documents.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

// A4 with the margins of Russian office papers; only what every system has, since the page loads nothing.
const style = `
@page { size: A4; margin: 20mm 15mm 20mm 25mm; }
body { font: 11pt/1.45 'Golos Text', 'PT Sans', 'Segoe UI', 'DejaVu Sans', Arial, sans-serif; color: #000; margin: 0; }
h1 { font-size: 15pt; line-height: 1.25; margin: 0 0 6mm; }
address { font-style: normal; width: 50%; margin: 0 0 8mm auto; }
p.note { font-size: 9pt; color: #333; border-left: 0.8mm solid #999; padding-left: 3mm; margin: 0 0 6mm; }
h2 { font-size: 11.5pt; margin: 6mm 0 2mm; }
p { margin: 0 0 2mm; white-space: pre-wrap; overflow-wrap: anywhere; }
p.code { font: 8pt/1.35 'DejaVu Sans Mono', Consolas, monospace; }
/* A border stands half outside of its table, and the paper ends there. */
table { border-collapse: collapse; width: calc(100% - 0.4mm); }
th, td { border: 0.3mm solid #999; padding: 1.4mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { width: 34%; font-weight: 400; color: #333; }
.sign { margin-top: 12mm; display: flex; gap: 4mm; align-items: end; }
.sign i { flex: 1; border-bottom: 0.3mm solid #000; }
section { break-inside: avoid; }
section + section { margin-top: 4mm; }
`;

const isCode = (text: string): boolean => text.startsWith('-----BEGIN ');

function sectionHtml({ heading, paragraphs, rows, signatures }: PrintedSection): string {
  const lines = [
    heading === null ? '' : `<h2>${escaped(heading)}</h2>`,
    ...paragraphs.map((text) => `<p${isCode(text) ? ' class="code"' : ''}>${escaped(text)}</p>`),
    rows.length === 0
      ? ''
      : `<table>${rows.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('')}</table>`,
    ...signatures.map((text) => `<div class="sign"><span>${escaped(text)}</span><i></i></div>`),
  ];
  return `<section>${lines.join('')}</section>`;
}

/** A document as one self-contained page for paper: no script, nothing loaded, every text escaped. */
export const printedHtml = ({ title, addressee = [], note, sections }: PrintedDocument): string =>
  [
    '<!doctype html><html lang="ru"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title><style>${style}</style></head>`,
    `<body>${note === undefined ? '' : `<p class="note">${escaped(note)}</p>`}`,
    addressee.length === 0 ? '' : `<address>${addressee.map(escaped).join('<br>')}</address>`,
    `<h1>${escaped(title)}</h1>${sections.map(sectionHtml).join('')}</body></html>`,
  ].join('');
