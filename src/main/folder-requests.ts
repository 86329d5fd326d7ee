import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { QualifiedRequests } from '../setup/qualified-certificate/qualified-requests.ts';
import { type QualifiedRequest, qualifiedRequestSchema } from '../shared/domain/qualified-request.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, succeed } from '../shared/result.ts';
import { readNamedFile } from './read-file.ts';
import { writeWhole } from './write-whole.ts';

const largest = 200_000;

function parsed(bytes: Uint8Array): QualifiedRequest | null {
  if (bytes.length > largest) return null;
  try {
    const read = qualifiedRequestSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Names of what lies in the folder; no folder: nothing was kept yet. `null`: it cannot be looked into, or is none. */
async function namesIn(folder: string): Promise<readonly string[] | null> {
  try {
    return await readdir(folder);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? [] : null;
  }
}

/** Requests for qualified certificates, one file each, in the profile. A file's name is the digest of its key. */
export function folderRequests(profileDir: string): QualifiedRequests {
  const folder = path.join(profileDir, 'qualified-requests');
  const fileOf = (id: string) => path.join(folder, `${qualifiedRequestSchema.shape.id.parse(id)}.json`);
  return {
    async keep(request) {
      const file = fileOf(request.id);
      try {
        await mkdir(folder, { recursive: true });
        await writeWhole(file, new TextEncoder().encode(JSON.stringify(request)), 'replace');
        return succeed(null);
      } catch (error) {
        return fail(problem('SETUP_FILE_NOT_WRITTEN', { file }, { error: String(error) }));
      }
    },
    async all() {
      const listed = await namesIn(folder);
      if (listed === null) return { requests: [], unreadable: [path.basename(folder)] };
      const names = listed.filter((name) => name.endsWith('.json'));
      const read = await Promise.all(
        names.map(async (name) => {
          const file = await readNamedFile(path.join(folder, name), largest);
          return { name, request: file.ok ? parsed(file.value.bytes) : null };
        }),
      );
      return {
        requests: read
          .flatMap(({ request }) => request ?? [])
          .sort((left, right) => right.madeAt.localeCompare(left.madeAt)),
        unreadable: read.flatMap(({ name, request }) => (request ? [] : [name])),
      };
    },
    async forget(id) {
      const file = fileOf(id);
      try {
        await rm(file, { force: true });
        return succeed(null);
      } catch (error) {
        return fail(problem('SETUP_FILE_NOT_WRITTEN', { file }, { error: String(error) }));
      }
    },
  };
}
