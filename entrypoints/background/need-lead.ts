import { MessageError } from '#utils/messages/answer.ts';
import type { Services } from './services.ts';

/**
 * Refuses, in these words, who may not decide for the team: at once rather than by the server later, when nobody looks
 * any more. Without a team there is nobody to ask.
 */
export async function needLead(
  { db, engine }: Pick<Services, 'db' | 'engine'>,
  words: string,
): Promise<void> {
  const { memberId } = await engine.context();
  const me = (await db.members.get(memberId))?.body;
  if (me?.role === 'member') throw new MessageError('forbidden', words);
}
