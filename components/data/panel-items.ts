/** What the panel shows of teammates and lists, made of what is stored. */
import type { Listed } from '#components/panel/panel-props.ts';
import { toMemberName } from '#components/thread/status-words.ts';
import type { Teammate } from '#components/thread/teammate.ts';
import type { Member } from '#utils/model/team.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import type { TeamState } from './use-team-state.ts';

/** How this person stands in the team, as far as drafts ask. Alone one decides for oneself. */
export function toStanding(state: TeamState | null, rows: readonly { body: Member }[]) {
  const leads = rows.map(({ body }) => body).filter(({ role }) => role !== 'member');
  return {
    isInTeam: state?.team != null,
    checks: {
      canSetOff: state !== null && state.me?.role !== 'member',
      leads: leads.map(({ name }) => name),
    },
  };
}

export function toListed(views: ThreadView[] | null | undefined): Listed<ThreadView> {
  return { items: views ?? null, count: views?.length ?? null };
}

export function toTeammates(
  rows: readonly { body: Member }[],
  state: TeamState | null,
): Teammate[] {
  const here = new Set(
    state?.presence.filter(({ kind }) => kind !== 'idle').map((hint) => hint.memberId),
  );
  return rows
    .map(({ body }) => ({ id: body.id, name: body.name, isHere: here.has(body.id) }))
    .filter(({ id }) => id !== state?.me?.id)
    .sort(
      (one, other) =>
        Number(other.isHere) - Number(one.isHere) || one.name.localeCompare(other.name),
    );
}

/** My own name too, so that a search for it finds my stories. */
export function toSaver(
  names: Record<string, string>,
  state: TeamState | null,
  id: string,
): string {
  return names[id] ?? toMemberName({ names, me: state?.me ?? null }, id);
}
