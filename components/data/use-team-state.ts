import { useEffect, useState } from 'preact/hooks';
import { LIVE_CHANNEL } from '#utils/messages/live-channel.ts';
import type { ResponseOf } from '#utils/messages/map.ts';
import { send } from '#utils/messages/send.ts';
import { HEARTBEAT_MS } from '#utils/sync/heartbeat.ts';

export type TeamState = ResponseOf<'team.state'>;

/** How things stand with the team; null until first told. Keeps the background awake while it is shown. */
export function useTeamState(): { state: TeamState | null; trouble: string | null; round: number } {
  const [state, setState] = useState<TeamState | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const load = () =>
      send('team.state', null)
        .then((fresh) => {
          setState(fresh);
          setTrouble(null);
          setRound((last) => last + 1);
        })
        .catch((error: unknown) => setTrouble(toWords(error)));
    const beat = () => void send('live.beat', null).catch(() => null);
    const channel = new BroadcastChannel(LIVE_CHANNEL);
    channel.addEventListener('message', () => void load());
    const heartbeat = setInterval(beat, HEARTBEAT_MS);
    beat();
    void load();
    return () => {
      channel.close();
      clearInterval(heartbeat);
    };
  }, []);
  return { state, trouble, round };
}

/** The words of an error for people. */
export function toWords(error: unknown): string {
  return error instanceof Error ? error.message : 'That did not work. Try again.';
}

/** Runs an act and gives its refusal in words, or null: the form of `Attempt`. */
export async function attempt(act: () => Promise<unknown>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    return toWords(error);
  }
}
