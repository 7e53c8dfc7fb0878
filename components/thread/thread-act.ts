/** What a person asked for in the list or the detail of a thread. */
export type ThreadAct =
  | { kind: 'claim' | 'release' | 'takeOver' | 'reopen' | 'reveal' | 'copyLink' }
  | { kind: 'confirm'; isUs: boolean }
  | { kind: 'setAside'; reason: string }
  | { kind: 'saveStory'; note: string; tags: string[] }
  | { kind: 'handOver'; to: string; note: string };

export type ThreadActKind = ThreadAct['kind'];
