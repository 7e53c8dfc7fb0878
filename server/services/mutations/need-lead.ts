import { isLead } from '../actor.ts';
import type { Actor } from '../actor.ts';
import { Refused } from './refused.ts';

/** Refuses a fact that leads alone may tell; `what` ends the sentence "can change …". */
export function needLead(actor: Actor, what: string): void {
  if (isLead(actor)) return;
  throw new Refused('forbidden', `Only a lead or the owner can change ${what}. Ask one of them.`);
}
