import { config } from 'zod';

// zod otherwise probes `new Function`, which the content security policy forbids and the console then reports. Must be
// imported before any module that builds a schema.
config({ jitless: true });
