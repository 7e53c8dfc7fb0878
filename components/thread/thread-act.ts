import type { LookVerdict } from '#utils/model/look.ts';
import type { Happiness } from '#utils/model/thread.ts';
import type { LabelChange } from '#utils/model/triage.ts';

/** What a person asked for in the list or the detail of a thread. */
export type ThreadAct =
  | { kind: 'claim' | 'release' | 'takeOver' | 'reopen' | 'reveal' | 'copyLink' }
  | { kind: 'confirm'; isUs: boolean }
  | { kind: 'setAside'; reason: string }
  | { kind: 'askLook'; text: string; note: string }
  | { kind: 'answerLook'; verdict: LookVerdict; text: string }
  | { kind: 'endLook' }
  | { kind: 'settle'; happiness: Happiness }
  | { kind: 'addToLibrary'; replyId: string }
  | { kind: 'saveStory'; note: string; tags: string[]; campaign: string }
  /** What the post is; `back` undoes it. */
  | { kind: 'label'; change: LabelChange; back: LabelChange }
  | { kind: 'handOver'; to: string; note: string };

export type ThreadActKind = ThreadAct['kind'];
