import { z } from 'zod';

/** Somebody outside the company who can help where the team cannot: "not ours, but we know who". */
export const partnerSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(80),
  /** What they help with, in the words of customers. */
  helpsWith: z.string().trim().max(300),
  /** How customers reach them: an address, a handle, a telephone number. Put into answers as it is. */
  contact: z.string().trim().max(300),
  /** For the team alone. */
  note: z.string().max(500),
});
export type Partner = z.infer<typeof partnerSchema>;
