/** What a person asked for by pressing something in a chip. Only trusted events become acts. */
export type ChipAct =
  | { kind: 'claim' | 'release' | 'takeOver' | 'open' | 'reopen' | 'saveStory' | 'copyLink' }
  | { kind: 'confirm'; isUs: boolean }
  | { kind: 'setAside'; reason: string };

export type ChipActKind = ChipAct['kind'];
