import { z } from 'zod';

/**
 * What the process of a stand-in service tells whoever started it: `starting` as soon as its port is known, `listening`
 * when it answers there.
 */
export const serviceNoticeSchema = z.object({ kind: z.enum(['starting', 'listening']), port: z.number() });
export type ServiceNotice = z.infer<typeof serviceNoticeSchema>;
