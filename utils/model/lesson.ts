import { z } from 'zod';

const selector = z.string().trim().min(1).max(300);

/** What a page proposes after somebody has pointed at its parts: selectors by full name. Saved only by a lead. */
export const lessonSchema = z.strictObject({
  'taught.post': selector,
  'taught.author': selector,
  'taught.text': selector,
  'taught.link': selector.optional(),
  'taught.time': selector.optional(),
  'taught.box': selector.optional(),
});
export type TaughtSelectors = z.infer<typeof lessonSchema>;
