import { z } from 'zod';

/** Times at which a desk works, in its own time zone. */
export const hoursSchema = z.strictObject({
  /** IANA name, such as `Europe/Berlin`. */
  timeZone: z.string().min(1).max(60).refine(isTimeZone, 'not a time zone'),
  /** When it works in an ordinary week; none at all: around the clock. */
  week: z
    .array(
      z
        .strictObject({
          /** Monday is 1, Sunday 7. */
          day: z.number().int().min(1).max(7),
          /** Minutes since midnight, by the clock on the wall. */
          from: z.number().int().min(0).max(1_439),
          /** After `from`; 1440 is midnight at its end. */
          to: z.number().int().min(1).max(1_440),
        })
        .refine(({ from, to }) => from < to, 'ends before it begins'),
    )
    .max(28),
  /** Days on which nobody works, `YYYY-MM-DD`. */
  holidays: z.array(z.iso.date()).max(400),
});
export type Hours = z.infer<typeof hoursSchema>;

/** Working minutes within which a customer should hear back; null: no such promise. */
const targetSchema = z.number().int().min(1).max(100_000).nullable();

/** A department that threads are routed to. */
export const deskSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(60),
  hours: hoursSchema,
  /** From the first sight of a mention to the team's first public answer. */
  firstReply: targetSchema,
  /** From what the customer wrote after an answer, other than mere thanks, to the next answer. */
  nextReply: targetSchema,
});
export type Desk = z.infer<typeof deskSchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
