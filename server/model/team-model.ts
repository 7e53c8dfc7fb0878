import { createChatModel } from './chat-completions.ts';
import type { AskModel } from './chat-completions.ts';
import type { ModelSettings } from './settings.ts';

/** Questions of one team that are under way at once; each process counts on its own. */
const AT_ONCE = 2;

/** The model as services use it. */
export interface TeamModel {
  tokensADay: number;
  ask: AskModel;
  /** Begins one question of a team; null while as many as may be are under way. Call what it returns when done. */
  enter(teamId: string): (() => void) | null;
}

export function createTeamModel(settings: ModelSettings): TeamModel {
  const underWay = new Map<string, number>();
  return {
    tokensADay: settings.tokensADay,
    ask: createChatModel(settings),
    enter(teamId) {
      const own = underWay.get(teamId) ?? 0;
      if (own >= AT_ONCE) return null;
      underWay.set(teamId, own + 1);
      return () => {
        const left = (underWay.get(teamId) ?? 1) - 1;
        if (left === 0) underWay.delete(teamId);
        else underWay.set(teamId, left);
      };
    },
  };
}
