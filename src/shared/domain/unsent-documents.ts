import { z } from 'zod';

/** Documents that the shop gave to its UTM and the UTM has not sent yet. */
export const unsentDocumentsSchema = z.object({
  count: z.number().int().nonnegative(),
  documents: z.array(
    z.object({
      /** As the UTM lists it. */
      address: z.string(),
      /** Like `WayBill_v4`; `null`: the address does not tell. */
      type: z.string().nullable(),
      replyId: z.string().nullable(),
    }),
  ),
});
export type UnsentDocuments = z.infer<typeof unsentDocumentsSchema>;
