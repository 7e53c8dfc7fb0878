import { z } from 'zod';

const id = z.string().min(1).max(60);

/** A browser that may act for a member. */
export const deviceSchema = z.object({
  id,
  memberId: id,
  name: z.string().max(120),
  /** Server clock, ms. */
  createdAt: z.number().int(),
  /** Server clock, ms; when it last sent or asked anything, within a minute or so. */
  seenAt: z.number().int(),
});
export type Device = z.infer<typeof deviceSchema>;

/** One line of the audit log. */
export const auditEntrySchema = z.object({
  id: z.string().max(60),
  /** Server clock, ms. */
  at: z.number().int(),
  /** Null: the server itself, or its command line. */
  memberId: z.string().max(60).nullable(),
  /** `claim.takenOver`, `member.removed` …, see docs/protocol.md. */
  action: z.string().max(60),
  /** Id of what it was done to; never anybody's text. */
  target: z.string().max(320),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Newest first, up to 100. `next` goes into `before` for older ones; null at the end. */
export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema).max(100),
  next: z.string().max(200).nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

/** What is to be erased for good: one post with all that hangs on it, or everything of one author on a site. */
export const erasureSchema = z.union([
  z.strictObject({ postKey: z.string().min(3).max(320) }),
  z.strictObject({ site: z.string().min(1).max(40), author: z.string().min(1).max(200) }),
]);
export type Erasure = z.infer<typeof erasureSchema>;

/** How long a team keeps threads and what hangs on them, days. */
export const retentionDaysSchema = z.number().int().min(7).max(365);
