import { holdPort } from '../../src/practice/held-port.ts';

/** A program that holds a port and tells it; it lives until it is ended. */
process.send?.(await holdPort());
setInterval(() => undefined, 60_000);
