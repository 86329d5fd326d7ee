import { writeFile } from 'node:fs/promises';
import { runChecks } from '../../../src/machine/checks.ts';
import { createNodeSystem } from '../../../src/machine/node-system.ts';
import { queryRegistry } from '../../../src/machine/questions/windows-registry.ts';
import { checkIdSchema } from '../../../src/shared/domain/finding.ts';
import { libraryPaths, vendorLibraries } from '../../../src/shared/vendor-libraries.ts';
import { answersSchema } from './answers.ts';

// Runs in Node for Windows. Arguments: a file for the answers, a file to look at, a registry key to read, and which
// check to run; every one when none is named.
const [, , answersFile = '', lookedAt = '', key = '', check] = process.argv;

const system = createNodeSystem();
const computer = { platform: 'win32', environment: (name: string) => system.environment(name) } as const;
const context = {
  tokens: null,
  utm: null,
  utmUrl: 'http://127.0.0.1:8080',
  libraryOverrides: [],
};

const header = await system.readBytes(lookedAt, 2);
const [registryKey] = await queryRegistry(system, key);
const only = check === undefined ? null : [checkIdSchema.parse(check)];
const found = await runChecks(system, context, { only });
const [byHand] = await runChecks(system, { ...context, libraryOverrides: [lookedAt] }, { only: ['vendor-libraries'] });

await writeFile(
  answersFile,
  JSON.stringify(
    answersSchema.parse({
      platform: system.platform,
      release: system.osRelease,
      memory: system.totalMemory,
      freeSpace: await system.freeSpace('C:\\'),
      paths: vendorLibraries.flatMap((library) => [
        ...libraryPaths(library, computer, 'own'),
        ...libraryPaths(library, computer, 'utm'),
      ]),
      file: {
        exists: await system.exists(lookedAt),
        magic: header ? new TextDecoder().decode(header) : null,
        beside: await system.list(lookedAt.slice(0, lookedAt.lastIndexOf('\\'))),
      },
      registry: Object.fromEntries(registryKey?.values ?? []),
      missing: (await system.run('no-such-program.exe', [])).missing,
      findings: found.map(({ id, status, variant, facts }) => ({ id, status, variant, facts })),
      byHand: byHand?.variant ?? null,
    }),
  ),
);
