/** Everything that is said of a thread's state, in chip, lists and detail. `{name}` is put in by the view. */
export const stateWords = {
  you: 'you',
  youStart: 'You',
  former: 'a former teammate',
  never: 'an unknown time',
  open: 'Unanswered',
  openLine: (age: string) => `Unanswered · ${age}`,
  openOld: (asOf: string) => `Unanswered as of ${asOf}`,
  openFull: (brand: string, seen: string) => `Mentions ${brand}. Nobody has answered. ${seen}`,
  openAlone: (brand: string, seen: string) =>
    `Mentions ${brand}. No answer of yours is known. ${seen} Claiming needs a team.`,
  postedAgo: (age: string) => `Posted ${age} ago.`,
  seenAgo: (age: string) => `First seen ${age} ago.`,
  asOf: (full: string, asOf: string) => `${full} As of ${asOf}: the team cannot be reached now.`,
  looking: {
    line: (since: string) => `{name} is looking, ${since}`,
    said: (by: string) => `${by} is looking`,
    full: (by: string, since: string) => `${by} has this open, since ${since}.`,
  },
  idle: {
    line: (since: string) => `{name} has it open, idle ${since}`,
    said: (by: string) => `${by} has it open, idle`,
    full: (by: string, since: string) => `${by} has this open, but has done nothing for ${since}.`,
  },
  typing: {
    line: (since: string) => `{name} is writing, ${since}`,
    said: (by: string) => `${by} is writing`,
    full: (by: string, since: string) => `${by} is writing, since ${since}.`,
  },
  mine: (left: string) => `Yours · ${left}`,
  mineOld: 'Yours, checking…',
  mineFull: (until: string) => `Claim ends at ${until} unless you write.`,
  mineSaid: 'Claimed by you',
  theirs: (since: string) => `{name} has it · ${since}`,
  theirsFull: (by: string, since: string, until: string) =>
    `${by} claimed this ${since} ago. The claim ends at ${until} unless ${by} writes.`,
  theirsSaid: (by: string) => `${by} has it`,
  answered: (age: string) => `Answered by {name} · ${age}`,
  answeredFull: (text: string) => `“${text}”`,
  answeredSaid: (by: string) => `Answered by ${by}`,
  atAge: (by: string, age: string) => `${by} ${age} ago`,
  doubled: (people: number) =>
    people === 2 ? 'Answered twice' : `Answered by ${people} teammates`,
  doubledFull: (who: string[]) => `${new Intl.ListFormat('en').format(who)}.`,
  setAside: 'Set aside',
  setAsideFull: (reason: string) => (reason === '' ? 'Set aside without a reason.' : reason),
  unsure: '{name}?',
  unsureSaid: 'Unsure',
  unsureFull: (reason: string) => `Unsure: ${reason}.`,
};

/** Reasons offered for setting a thread aside; people may write their own in the panel. */
export const setAsideReasons = ['Not about us', 'No answer needed', 'Spam or abuse'] as const;
