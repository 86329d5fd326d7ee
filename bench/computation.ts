import { writeFileSync } from 'node:fs';
import { run } from './mchd.ts';
import { benchSearch } from './search.ts';

/** What needs no window. Writes its figures into the file of the first argument. */
const [, , file] = process.argv;
if (file === undefined) throw new Error('which file?');
writeFileSync(file, JSON.stringify({ figures: benchSearch(), ratios: await run() }));
