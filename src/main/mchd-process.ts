import { checkMchd, type MchdQuestion } from '../setup/check-mchd.ts';

// A process that answers one question and ends: fifteen megabytes of somebody else's XML are not read where the window
// is kept alive.
process.parentPort.once('message', ({ data }: { data: MchdQuestion }) => {
  process.parentPort.postMessage(checkMchd(data));
});
