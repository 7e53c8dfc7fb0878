/**
 * What travels between extension and server about who may do what: joining, devices, members, audit, erasure.
 * Shared with `server/`. Described in docs/protocol.md.
 */
import { z } from 'zod';
import {
  auditEntrySchema,
  auditPageSchema,
  deviceSchema,
  erasureSchema,
  retentionDaysSchema,
} from '#utils/model/access.ts';
import type { AuditEntry, AuditPage, Device, Erasure } from '#utils/model/access.ts';
import { memberSchema, roleSchema, teamSchema } from '#utils/model/team.ts';

export { auditEntrySchema, deviceSchema };
export { auditPageSchema as auditResponseSchema, erasureSchema as eraseRequestSchema };
export type { AuditEntry, AuditPage, Device, Erasure as EraseRequest };

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

/** One's own devices; for leads and the owner those of everybody. */
export const devicesResponseSchema = z.object({ devices: z.array(deviceSchema) });

export const deviceRequestSchema = z.strictObject({ deviceId: id });

/**
 * A new token for this device, or, after `device_cloned`, a new device of one's own. A rotated token replaces the
 * old one, which still works until `oldUntil` (server clock, ms), or until ten minutes after the new one is first used.
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
  retentionDays: retentionDaysSchema,
});

/** How many records are gone now. */
export const eraseResponseSchema = z.object({ erased: z.number().int().nonnegative() });
