import path from 'node:path';
import { certificateForPapers } from '../../setup/papers/certificate-for-papers.ts';
import type { PaperFacts } from '../../setup/papers/paper-facts.ts';
import { papersFor } from '../../setup/papers/papers.ts';
import { printedHtml } from '../../setup/printed/printed-html.ts';
import { offeredPapers, paperFileName, paperNames } from '../../shared/certification-papers.ts';
import { certificationAuthorityIdSchema, type PaperKind } from '../../shared/domain/certification-authority.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { readNamedFile } from '../read-file.ts';
import type { Command, CommandContext } from './command.ts';
import { makeFolder, writeNewFile } from './new-file.ts';
import { readRequestFile } from './request-file.ts';

const certificateLimit = 5_000_000;

async function certificateOf(file: string, request: Uint8Array | null): Promise<Result<Uint8Array>> {
  const read = await readNamedFile(file, certificateLimit);
  return read.ok ? certificateForPapers(read.value, request) : read;
}

async function factsOf({ options: { request, certificate }, ...context }: CommandContext): Promise<Result<PaperFacts>> {
  const requested = request === null ? succeed(null) : await readRequestFile(request);
  if (!requested.ok) return requested;
  const issued = certificate === null ? succeed(null) : await certificateOf(certificate, requested.value);
  if (!issued.ok) return issued;
  const { workplace } = await context.workplace();
  return succeed({
    request: requested.value,
    requestedAt: null,
    certificate: issued.value,
    token: null,
    at: workplace.now(),
  });
}

export const requestForms: Command<'request-forms'> = {
  usage: 'FOLDER [--request FILE.p10] [--certificate FILE.cer] [--authority ID]',
  summary: {
    ru: 'Сохранить образцы бумаг для удостоверяющего центра, готовые к печати',
    en: 'Save samples of the papers for a certification authority, ready to be printed',
  },
  files: { least: 1, most: 1 },
  async run(context) {
    const [folder = ''] = context.files;
    const authority = certificationAuthorityIdSchema.safeParse(context.options.authority ?? 'other');
    if (!authority.success) {
      return fail(
        problem('SETUP_USAGE', { explanation: `--authority (${certificationAuthorityIdSchema.options.join(', ')})` }),
      );
    }
    const facts = await factsOf(context);
    if (!facts.ok) return facts;
    const ready = await makeFolder(folder);
    if (!ready.ok) return ready;
    const papers: { kind: PaperKind; file: string | null }[] = [];
    for (const { kind } of offeredPapers[authority.data]) {
      const made = papersFor(authority.data, kind, facts.value);
      if (!made.ok) {
        papers.push({ kind, file: null });
        continue;
      }
      const html = new TextEncoder().encode(printedHtml(made.value));
      const saved = await writeNewFile(path.join(folder, paperFileName(kind, 'html')), html);
      if (!saved.ok) return saved;
      papers.push({ kind, file: saved.value });
    }
    return succeed({ authority: authority.data, papers });
  },
  print: ({ papers }, language) => papers.map(({ kind, file }) => `${paperNames[kind][language]}: ${file ?? '—'}`),
};
