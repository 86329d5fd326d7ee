import { createHash } from 'node:crypto';
import path from 'node:path';
import { checkMachine } from '../../setup/check-machine.ts';
import { collectDiagnostics } from '../../setup/diagnostics/collect-diagnostics.ts';
import { packDiagnostics } from '../../setup/diagnostics/pack-diagnostics.ts';
import { rememberedFacts } from '../../setup/diagnostics/remembered-facts.ts';
import type { DiagnosticsSources } from '../../setup/diagnostics/sources.ts';
import { utmLogEnd } from '../../setup/diagnostics/utm-log-end.ts';
import { shownOf } from '../../shared/domain/diagnostics.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, succeed } from '../../shared/result.ts';
import { mostOfTheLog } from '../diagnostics-desk.ts';
import { readLogEnd } from '../log-files.ts';
import { programFacts } from '../program-facts.ts';
import { ownerOfThisComputer } from '../secret-register.ts';
import type { Command, CommandContext } from './command.ts';
import { writeNewFile } from './new-file.ts';

/** Looks at the computer anew, as `machine check` does: a command has no walk behind it. No PIN is asked for. */
async function lookAround(context: CommandContext): Promise<DiagnosticsSources> {
  const { workplace: place } = await context.workplace();
  const { findings, tokens, utm } = await checkMachine(place, null, () => undefined);
  const { remembered, holders, problems } = await rememberedFacts(place);
  return {
    program: programFacts(null),
    known: {
      practice: context.options.scenario ?? context.global.practice,
      checkedAt: place.now().toISOString(),
      findings,
      tokens: tokens.ok ? tokens.value : null,
      utm,
      place: null,
      remembered,
      holders,
      problems: tokens.ok ? problems : [tokens.problem, ...problems],
    },
    system: place.system,
    appLog: async () => readLogEnd(context.profileDir, mostOfTheLog),
    utmLog: () => utmLogEnd(place.system, utm),
    secrets: ownerOfThisComputer(),
    now: () => place.now(),
  };
}

export const diagnosticsSave: Command<'diagnostics-save'> = {
  usage: 'FILE.zip [--include ids] [--include serials] [--include names]',
  summary: {
    ru: 'Сохранить диагностику для поддержки (без PIN-кодов и личных данных)',
    en: 'Save diagnostics for support (no PINs, nothing personal)',
  },
  files: { least: 1, most: 1 },
  async run(context) {
    const [named] = context.files;
    if (named === undefined) return fail(problem('SETUP_USAGE', { explanation: diagnosticsSave.usage }));
    const file = path.resolve(named);
    const diagnostics = await collectDiagnostics(await lookAround(context), shownOf(context.options.include));
    const bytes = packDiagnostics(diagnostics);
    const saved = await writeNewFile(file, bytes);
    if (!saved.ok) return saved;
    return succeed({
      file,
      files: diagnostics.files.map(({ name, size }) => ({ name, size })),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  },
  print: ({ file, files }) => [file, ...files.map(({ name, size }) => `  ${name}  ${size}`)],
};
