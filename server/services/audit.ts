import type { AuditPage } from '#utils/model/access.ts';
import type { ServerContext } from '../context.ts';
import { listAudit } from '../store/audit.ts';
import type { AuditPlace } from '../store/audit.ts';
import { needLead } from './access-write.ts';
import type { Actor } from './actor.ts';
import { ServiceError } from './service-error.ts';

const PAGE = 100;

/** Who did what, newest first, for leads and the owner; `before` is `next` of the page before, null at first. */
export async function loadAuditPage(
  { store }: Pick<ServerContext, 'store'>,
  actor: Actor,
  before: string | null,
): Promise<AuditPage> {
  needLead(actor, 'read the log');
  const place = before === null ? null : parsePlace(before);
  const entries = await listAudit(store, actor.teamId, place, PAGE);
  const last = entries.at(-1);
  return { entries, next: last && entries.length === PAGE ? `${last.at}.${last.id}` : null };
}

function parsePlace(before: string): AuditPlace {
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,60})$/.exec(before) ?? [];
  if (at === undefined || id === undefined) {
    throw new ServiceError('bad_request', '“before” is not from an earlier page.');
  }
  return { at: Number(at), id };
}
