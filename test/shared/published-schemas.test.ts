import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describedProblemSchema } from '../../src/shared/problems/described.ts';
import { commandResults } from '../../src/shared/results.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/schemas');

/** The one document a command prints with `--json`. */
const documentOf = (result: z.ZodType) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), result }),
    z.object({ ok: z.literal(false), problem: describedProblemSchema }),
  ]);

describe('the published JSON Schemas are those the program validates with', () => {
  it.each(Object.entries(commandResults))('%s', async (command, schema) => {
    const published = z.toJSONSchema(documentOf(schema), { target: 'draft-2020-12' });
    await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot(path.join(folder, `${command}.json`));
  });
});
