import { aDesk } from '#tests/support/board-builders.ts';
import { DEFAULT_GUIDE } from '#utils/model/default-guide.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import type { Act } from './steps.ts';

/**
 * Acts with facts that came with suggestions (what posts are, second looks, the library's use, the reply guide) and with
 * the library of stories.
 */
export type NewerAct =
  | { do: 'label'; thread: number; intent: 'complaint' | 'question' | null }
  | { do: 'look'; thread: number; how: 'ask' | 'answer' | 'end' }
  | { do: 'shelf'; nth: number; how: 'save' | 'use' | 'setState' | 'forgetUses' }
  | { do: 'story'; thread: number; how: 'tag' | 'untag' | 'consent' | 'notice' }
  | { do: 'followUp'; thread: number }
  | { do: 'collection' }
  | { do: 'queue'; thread: number; how: 'route' | 'rule' | 'snooze' | 'wake' }
  | { do: 'desk' }
  | { do: 'saveGuide' };

/** Their facts; null for any other act. `unique` as in `toMutations`. */
export function toNewerFact(act: Act, unique: number): Mutation | null {
  switch (act.do) {
    case 'label': {
      const urgency = act.intent === null ? null : 'high';
      return {
        kind: 'thread.label',
        args: { id: `x:${act.thread}`, intent: act.intent, urgency },
      };
    }
    case 'look': {
      const id = `x:${act.thread}`;
      if (act.how === 'ask') {
        return { kind: 'look.ask', args: { id, text: `Press the base ${unique} times.` } };
      }
      const verdict = unique % 2 === 0 ? 'approved' : 'changes';
      return act.how === 'end'
        ? { kind: 'look.end', args: { id } }
        : { kind: 'look.answer', args: { id, verdict, text: `${unique}` } };
    }
    case 'shelf':
      return toShelfFact(toShelved(act.nth), act.how, unique);
    case 'story':
      return toStoryFact(`x:${act.thread}`, act.how, unique);
    case 'followUp': {
      const followUp = { id: `x:after-${unique}`, text: 'Thanks.', permalink: null, at: unique };
      return { kind: 'thread.followUp', args: { id: `x:${act.thread}`, followUp } };
    }
    case 'collection': {
      const id = 'fair';
      if (unique % 5 === 0) return { kind: 'collection.remove', args: { id } };
      return { kind: 'collection.save', args: { id, name: `Fair ${unique}`, note: '' } };
    }
    case 'queue':
      return toQueueFact(`x:${act.thread}`, act.how, unique);
    case 'desk': {
      const id = 'support';
      if (unique % 5 === 0) return { kind: 'desk.remove', args: { id } };
      return { kind: 'desk.save', args: aDesk({ id, name: `Support ${unique}` }) };
    }
    case 'saveGuide': {
      const approval = unique % 2 === 0 ? 'lead' : 'none';
      return { kind: 'guide.save', args: { ...DEFAULT_GUIDE, approval, signature: `${unique}` } };
    }
    default:
      return null;
  }
}

function toStoryFact(
  id: string,
  how: Extract<NewerAct, { do: 'story' }>['how'],
  unique: number,
): Mutation {
  switch (how) {
    case 'tag':
      return { kind: 'story.edit', args: { id, addTags: [`t${unique % 9}`], putInto: ['fair'] } };
    case 'untag':
      return {
        kind: 'story.edit',
        args: { id, removeTags: [`t${unique % 9}`], takeFrom: ['fair'] },
      };
    case 'consent': {
      const state = unique % 2 === 0 ? 'granted' : 'withdrawn';
      return { kind: 'story.consent', args: { id, state } };
    }
    case 'notice':
      return { kind: 'story.notice', args: { id, change: { kind: 'edited', text: `${unique}` } } };
  }
}

function toQueueFact(
  id: string,
  how: Extract<NewerAct, { do: 'queue' }>['how'],
  unique: number,
): Mutation {
  switch (how) {
    case 'route': {
      const deskId = unique % 3 === 0 ? null : `desk-${unique % 5}`;
      return { kind: 'thread.route', args: { id, deskId, note: `${unique}` } };
    }
    case 'rule': {
      const ruleId = `rule-${unique % 5}`;
      return { kind: 'thread.route', args: { id, priority: 'high', ruleId } };
    }
    case 'snooze':
      return { kind: 'thread.snooze', args: { id, until: unique } };
    case 'wake':
      return { kind: 'thread.snooze', args: { id, until: null } };
  }
}

/** An entry that everybody rewrites and uses; those of `saveEntry` are saved once each. */
const toShelved = (nth: number) => `shelf-${nth}`;

function toShelfFact(
  id: string,
  how: Extract<NewerAct, { do: 'shelf' }>['how'],
  unique: number,
): Mutation {
  switch (how) {
    case 'save': {
      const entry = { kind: 'snippet' as const, text: `Thank you ${unique}.`, tags: [] };
      return { kind: 'library.save', args: { id, ...entry, at: unique } };
    }
    case 'use':
      return { kind: 'library.use', args: { id, use: 'sent', kept: 0.5 } };
    case 'setState': {
      const state = unique % 2 === 0 ? 'approved' : 'retired';
      return { kind: 'library.setState', args: { id, state } };
    }
    case 'forgetUses':
      return { kind: 'library.forgetUses', args: { id } };
  }
}
