/**
 * What travels between extension and server about who may do what: joining, devices, members, audit, erasure.
 * Shared with `server/`. Described in docs/protocol.md.
 */
import { z } from 'zod';
import { memberSchema, roleSchema, teamSchema } from '#utils/model/team.ts';

const id = z.string().min(1).max(60);

export const joinRequestSchema = z.strictObject({
  /** The part of the invite link after `#`. */
  invite: z.string().min(10).max(200),
  name: z.string().trim().min(1).max(80),
  device: z.string().trim().max(120),
});
export type JoinRequest = z.infer<typeof joinRequestSchema>;

export const joinResponseSchema = z.object({
  token: z.string().min(20).max(200),
  deviceId: z.string().max(60),
  member: memberSchema,
  team: teamSchema,
  epoch: z.string().max(60),
});
export type JoinResponse = z.infer<typeof joinResponseSchema>;

/** A new teammate with a role, or one more device for a member who is in the team already. */
export const inviteRequestSchema = z.union([
  z.strictObject({ role: z.enum(['lead', 'member']) }),
  z.strictObject({ memberId: id }),
]);
export type InviteRequest = z.infer<typeof inviteRequestSchema>;

export const inviteResponseSchema = z.object({
  link: z.string().max(2_000),
  expiresAt: z.number(),
});

/** Who one is, and how far this device has come. */
export const meResponseSchema = z.object({
  member: memberSchema,
  team: teamSchema,
  deviceId: id,
  epoch: z.string().max(60),
  /** The last fact that was applied for this device; after a restore it sends again from here. */
  lastMid: z.number().int().nonnegative(),
  retentionDays: z.number().int().positive(),
});
export type MeResponse = z.infer<typeof meResponseSchema>;

// ── Devices ───────────────────────────────────────────────────────────────────────────────────────────────

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

/** One's own devices; for leads and the owner those of everybody. */
export const devicesResponseSchema = z.object({ devices: z.array(deviceSchema) });

export const deviceRequestSchema = z.strictObject({ deviceId: id });

/**
 * A new token for this device, or, after `device_cloned`, a new device of one's own. A rotated token replaces the
 * old one, which still works until `oldUntil` (server clock, ms).
 */
export const tokenResponseSchema = z.object({
  token: z.string().min(20).max(200),
  deviceId: id,
  oldUntil: z.number().int(),
});
export type TokenResponse = z.infer<typeof tokenResponseSchema>;

// ── Members, audit, erasure ───────────────────────────────────────────────────────────────────────────────

export const memberRequestSchema = z.strictObject({ memberId: id });
export const memberRoleRequestSchema = z.strictObject({ memberId: id, role: roleSchema });

/** Team settings that the owner may change. */
export const teamRequestSchema = z.strictObject({
  retentionDays: z.number().int().min(7).max(365),
});

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
export const auditResponseSchema = z.object({
  entries: z.array(auditEntrySchema).max(100),
  next: z.string().max(200).nullable(),
});
export type AuditPage = z.infer<typeof auditResponseSchema>;

/** What is to be erased for good: one post with all that hangs on it, or everything of one author on a site. */
export const eraseRequestSchema = z.union([
  z.strictObject({ postKey: z.string().min(3).max(320) }),
  z.strictObject({ site: z.string().min(1).max(40), author: z.string().min(1).max(200) }),
]);
export type EraseRequest = z.infer<typeof eraseRequestSchema>;

/** How many records are gone now. */
export const eraseResponseSchema = z.object({ erased: z.number().int().nonnegative() });
