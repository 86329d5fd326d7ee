import { childProcessLauncher } from '../../src/token/child-process-launcher.ts';
import { createTokenAccess } from '../../src/token/token-client.ts';

/** A program whose standard output is one document: `scan-program TOKEN-PROCESS LIBRARY`. */
const [entry = '', library = ''] = process.argv.slice(2);
const tokens = createTokenAccess({
  launch: childProcessLauncher(entry),
  libraries: [library],
  discoverVendors: false,
});
const outcome = await tokens.scan();
process.stdout.write(JSON.stringify(outcome.ok && outcome.value.devices.map(({ applets }) => applets[0]?.label)));
await tokens.close();
