/** Talks to the team's server over HTTPS. Every answer is checked; every failure is a `TeamError` with words for people. */
import type { z } from 'zod';
import {
  claimResponseSchema,
  guardResponseSchema,
  pullResponseSchema,
  pushResponseSchema,
  snapshotResponseSchema,
  threadsResponseSchema,
} from './wire.ts';
import type { Patience } from './patience.ts';
import { createCaller, PATIENCE, SILENCE_MS, SlowLineError, TeamError } from './team-call.ts';
import type { Fetch } from './team-call.ts';
import { WAIT_MS, waitResponseSchema } from './wire-live.ts';
import type {
  ClaimRequest,
  ClaimResponse,
  Cursor,
  GuardRequest,
  GuardResponse,
  PullResponse,
  PushRequest,
  PushResponse,
  SnapshotResponse,
  ThreadsResponse,
} from './wire.ts';
import type { WaitRequest, WaitResponse } from './wire-live.ts';
import {
  auditResponseSchema,
  devicesResponseSchema,
  eraseResponseSchema,
  inviteResponseSchema,
  joinResponseSchema,
  meResponseSchema,
  tokenResponseSchema,
} from './wire-access.ts';
import type {
  AuditPage,
  Device,
  EraseRequest,
  InviteRequest,
  JoinRequest,
  JoinResponse,
  MeResponse,
  TokenResponse,
} from './wire-access.ts';
import { polishResponseSchema, polishStatusSchema } from '#utils/model/polish.ts';
import type { PolishRequest, PolishResponse, PolishStatus } from '#utils/model/polish.ts';
import type { Role } from '#utils/model/team.ts';
import {
  pictureResponseSchema,
  shareResponseSchema,
  sharesResponseSchema,
} from './wire-stories.ts';
import type { PictureSend, Share, ShareRequest, ShareResponse } from './wire-stories.ts';

import type { Webhook, WebhookSave } from '#utils/model/webhook.ts';
import { webhooksResponseSchema, webhookSavedSchema } from './wire-webhooks.ts';
import type { WebhookNotices, WebhookSaved, WebhookSend } from './wire-webhooks.ts';

/** Pages may be long. */
const PATIENCE_FOR_PAGES: Patience = { silenceMs: SILENCE_MS, totalMs: 120_000 };
/** The slowest line that can carry a whole push, bytes a millisecond. */
const SLOWEST = 8;
/** Browsers end a worker whose request is not answered for 30 s. */
const BEGINS_WITHIN_MS = 25_000;

export { SlowLineError, TeamError };
export type { Fetch };

export interface TeamClient {
  me(): Promise<MeResponse>;
  push(request: PushRequest): Promise<PushResponse>;
  pull(cursor: Cursor, limit: number): Promise<PullResponse>;
  snapshot(after: string | null, limit: number): Promise<SnapshotResponse>;
  /** These threads with all their replies, as they stand; at most `THREADS_MAX`. */
  threads(ids: readonly string[]): Promise<ThreadsResponse>;
  claim(request: ClaimRequest): Promise<ClaimResponse>;
  /** The send guard's question; gives up after `withinMs`. */
  guard(request: GuardRequest, withinMs: number): Promise<GuardResponse>;
  /** Answered at news or after `WAIT_MS`; for where WebSockets are blocked. */
  wait(request: WaitRequest, signal: AbortSignal): Promise<WaitResponse>;
  /** Gives the server the bytes of a story's picture; `not_found`: it does not know the story with it. */
  sendPicture(picture: PictureSend): Promise<null>;
  /** The bytes of a story's picture; `not_found`: the server has none. */
  loadPicture(storyId: string): Promise<z.infer<typeof pictureResponseSchema>>;
  /** Links to collections that still lead somewhere. */
  shares(): Promise<Share[]>;
  share(request: ShareRequest): Promise<ShareResponse>;
  endShare(id: string): Promise<void>;
  /** Addresses outside that are told of things; leads only. */
  webhooks(): Promise<Webhook[]>;
  saveWebhook(save: WebhookSave): Promise<WebhookSaved>;
  removeWebhook(id: string): Promise<void>;
  testWebhook(id: string): Promise<void>;
  sendToWebhook(request: WebhookSend): Promise<void>;
  /** What was noticed in the queue; an older server answers `not_found`. */
  noticeWebhooks(request: WebhookNotices): Promise<void>;
  /** Whether the team has a model; an older server has none, and answers `not_found`. */
  polishStatus(): Promise<PolishStatus>;
  /** Lets the team's model work on drafts; it may take its time. */
  polish(request: PolishRequest): Promise<PolishResponse>;
  invite(request: InviteRequest): Promise<{ link: string; expiresAt: number }>;
  leave(): Promise<void>;
  devices(): Promise<Device[]>;
  revokeDevice(deviceId: string): Promise<void>;
  /** A device of one's own after `device_cloned`. */
  splitDevice(): Promise<TokenResponse>;
  rotateToken(): Promise<TokenResponse>;
  setRole(memberId: string, role: Role): Promise<void>;
  removeMember(memberId: string): Promise<void>;
  setRetention(retentionDays: number): Promise<void>;
  /** Older entries than `before`, newest first; null: from the newest. */
  audit(before: string | null): Promise<AuditPage>;
  /** How many records are gone. */
  erase(request: EraseRequest): Promise<number>;
}

/** Trades an invite for this device's token. */
export async function joinTeam(
  fetcher: Fetch,
  server: string,
  request: JoinRequest,
): Promise<JoinResponse> {
  const ask = createCaller(fetcher, server, null);
  return ask('POST', '/v1/join', joinResponseSchema, request);
}

/** The calls of a joined device. */
export function createTeamClient(fetcher: Fetch, server: string, token: string): TeamClient {
  const ask = createCaller(fetcher, server, token);
  const post = async (path: string, body: unknown) => {
    await ask('POST', path, null, body);
  };
  return {
    me: () => ask('GET', '/v1/me', meResponseSchema),
    push: (request) =>
      ask('POST', '/v1/push', pushResponseSchema, request, { patience: toPushPatience(request) }),
    pull: ({ epoch, seq, mark }, limit) => {
      const query = new URLSearchParams({ epoch, seq: `${seq}`, mark, limit: `${limit}` });
      return ask('GET', `/v1/pull?${query}`, pullResponseSchema, undefined, {
        patience: PATIENCE_FOR_PAGES,
      });
    },
    snapshot: (after, limit) => {
      const place = after === null ? {} : { after };
      const query = new URLSearchParams({ ...place, limit: `${limit}` });
      return ask('GET', `/v1/snapshot?${query}`, snapshotResponseSchema, undefined, {
        patience: PATIENCE_FOR_PAGES,
      });
    },
    threads: (ids) =>
      ask('POST', '/v1/threads', threadsResponseSchema, { ids }, { patience: PATIENCE_FOR_PAGES }),
    claim: (request) => ask('POST', '/v1/claims', claimResponseSchema, request),
    guard: (request, withinMs) =>
      ask('POST', '/v1/guard', guardResponseSchema, request, { patience: allIn(withinMs) }),
    wait: (request, signal) => {
      const patience = allIn(WAIT_MS + 5_000);
      return ask('POST', '/v1/wait', waitResponseSchema, request, { patience, signal });
    },
    sendPicture: (picture) =>
      ask('POST', '/v1/pictures', null, picture, { patience: PATIENCE_FOR_PAGES }),
    loadPicture: (storyId) =>
      ask('GET', `/v1/pictures?${new URLSearchParams({ story: storyId })}`, pictureResponseSchema),
    shares: async () => (await ask('GET', '/v1/shares', sharesResponseSchema)).shares,
    share: (request) => ask('POST', '/v1/shares', shareResponseSchema, request),
    endShare: (id) => post('/v1/shares/end', { id }),
    webhooks: async () => (await ask('GET', '/v1/webhooks', webhooksResponseSchema)).webhooks,
    saveWebhook: (save) => ask('POST', '/v1/webhooks', webhookSavedSchema, save),
    removeWebhook: (id) => post('/v1/webhooks/remove', { id }),
    testWebhook: (id) => post('/v1/webhooks/test', { id }),
    sendToWebhook: (request) => post('/v1/webhooks/send', request),
    noticeWebhooks: (request) => post('/v1/webhooks/notices', request),
    polishStatus: () => ask('GET', '/v1/polish', polishStatusSchema),
    polish: (request) =>
      ask('POST', '/v1/polish', polishResponseSchema, request, {
        patience: allIn(BEGINS_WITHIN_MS),
      }),
    invite: (request) => ask('POST', '/v1/invites', inviteResponseSchema, request),
    leave: () => post('/v1/leave', {}),
    devices: async () => (await ask('GET', '/v1/devices', devicesResponseSchema)).devices,
    revokeDevice: (deviceId) => post('/v1/devices/revoke', { deviceId }),
    splitDevice: () => ask('POST', '/v1/devices/split', tokenResponseSchema, {}),
    rotateToken: () => ask('POST', '/v1/devices/rotate', tokenResponseSchema, {}),
    setRole: (memberId, role) => post('/v1/members/role', { memberId, role }),
    removeMember: (memberId) => post('/v1/members/remove', { memberId }),
    setRetention: (retentionDays) => post('/v1/team', { retentionDays }),
    audit: (before) => {
      const query = before === null ? '' : `?${new URLSearchParams({ before })}`;
      return ask('GET', `/v1/audit${query}`, auditResponseSchema);
    },
    erase: async (request) => (await ask('POST', '/v1/erase', eraseResponseSchema, request)).erased,
  };
}

/** A limit for the whole of an answer, however it comes. */
function allIn(ms: number): Patience {
  return { silenceMs: ms, totalMs: ms };
}

/** Nobody tells how far a request has got, so a long one is given longer before the answer begins. */
function toPushPatience(request: PushRequest): Patience {
  const sendingMs = JSON.stringify(request).length / SLOWEST;
  const silenceMs = Math.min(SILENCE_MS + sendingMs, BEGINS_WITHIN_MS);
  return { ...PATIENCE, silenceMs };
}
