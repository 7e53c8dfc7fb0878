/** Words of the options page and of onboarding. */
export const optionsWords = {
  title: 'Hearback options',
  sections: {
    team: 'Team',
    brands: 'Brands',
    desks: 'Desks',
    rules: 'Rules',
    partners: 'Partners',
    webhooks: 'Webhooks',
    sites: 'Sites',
    library: 'Library',
    voice: 'Voice',
    checks: 'Checks',
    history: 'History',
    data: 'Data',
    about: 'About',
  },
  inThisBrowser: 'In this browser',
  save: 'Save',
  saved: 'Saved.',
  cancel: 'Cancel',
  edit: 'Edit',
  remove: 'Remove',
  undo: 'Undo',
};

export const teamWords = {
  joinTitle: 'Join your team',
  joinText: 'Whoever set Hearback up can send you an invite link.',
  link: 'Invite link',
  linkPlaceholder: 'https://team.example/join#…',
  name: 'Your name',
  nameHint: 'Teammates see it: “Ana has it”.',
  join: 'Join',
  nothingTyped: 'Paste the invite link and say your name.',
  connected: 'Connected with the team.',
  offline: (since: string) => `The team cannot be reached. What you see is as of ${since}.`,
  waiting: (count: number) =>
    count === 1
      ? 'One change waits here and goes out by itself.'
      : `${count} changes wait here and go out by themselves.`,
  serverAt: (server: string) => `Server: ${server}`,
  members: 'Teammates',
  you: 'you',
  roles: { owner: 'Owner', lead: 'Lead', member: 'Member' },
  noHandles: 'No handles yet: public answers by this teammate are not recognized.',
  handles: 'Handles by site',
  handlesHint: 'Answers posted under these handles count as the team’s.',
  handleOn: (site: string) => `Handle on ${site}`,
  handleElsewhere: 'Handle on another site',
  chooseSite: 'Choose a site…',
  addHandle: 'Add a handle',
  siteFirst: 'Choose a site first.',
  invite: 'Invite a teammate',
  inviteAs: { member: 'Invite as member', lead: 'Invite as lead' },
  inviteUntil: (until: string) =>
    `Whoever opens this link first can join. It works once, until ${until}.`,
  copy: 'Copy link',
  copied: 'Copied.',
  notCopied: 'The browser did not allow it. Mark the link and copy it yourself.',
  leave: 'Leave the team',
  leaveTitle: 'Leave this team?',
  leaveText:
    'Everything of the team is removed from this browser, also drafts and changes that were not sent yet, and all sites are switched off. The team keeps what it has. To come back you need a new invite link.',
};

export const brandWords = {
  intro: 'What people call you. Posts with these words are marked as mentions.',
  add: 'Add a brand',
  none: 'No brand yet.',
  noneText: 'Without a brand nothing can be found. Add the name your customers use.',
  name: 'Name',
  names: 'Further spellings and products',
  handles: 'Handles',
  domains: 'Domains',
  domainsHint: 'Also found as acme[.]example.',
  excluded: 'Excluded words',
  excludedHint: 'A post with one of these is not about you.',
  context: 'Context words',
  contextHint: 'For a name that is also a word: it counts only near one of these.',
  addHint: 'Enter or comma adds one.',
  needsName: 'Say the name first.',
  tryLabel: 'Try a sentence',
  trySample: (name: string) => `My ${name} kettle keeps boiling.`,
  tryPreview: 'What would be marked',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText: 'Its mentions stay. New posts about it are no longer marked, for the whole team.',
};

export const siteWords = {
  intro:
    'Hearback reads only the sites that are on. Each asks for its own permission, because the browser then lets it read posts there. Ordinary browsing never leaves this machine.',
  mode: (site: string) => `How Hearback shows itself on ${site}`,
  modes: { full: 'Marks in the page', quiet: 'Quiet: only in the panel' },
  turnOn: (site: string) => `Read ${site}`,
  find: 'Find a site',
  noneFound: (query: string) => `No site of that name. Add “${query}” by its address below.`,
  groups: {
    networks: 'Social networks',
    developers: 'For developers',
    reviews: 'Reviews',
    forums: 'Forums',
  },
  others: 'Other sites',
  othersText:
    'A forum, a blog, or another server of Mastodon, Lemmy or Misskey, by its address. Discourse, XenForo, phpBB, vBulletin, Invision, Flarum, NodeBB, Vanilla, Khoros and WordPress are recognized by themselves.',
  address: 'Address',
  addressPlaceholder: 'https://forum.example',
  add: 'Add site',
};

export const aboutWords = {
  version: (version: string) => `Version ${version}`,
  where: 'What is stored where',
  places: [
    [
      'In this browser',
      'Your settings, the team’s mentions, answers, stories and drafts. Posts that match no brand are not stored.',
    ],
    [
      'On the team’s server',
      'Mentions, claims, answers, stories and the library. Who is looking or writing is passed on and never stored.',
    ],
    ['Anywhere else', 'Nothing. There is no telemetry.'],
  ] as const,
  noServer: 'You are not in a team: nothing leaves this browser.',
  never: 'Hearback never sends an answer. You do, in the site’s own box.',
};

export const onboardingWords = {
  title: 'Set up Hearback',
  step: (at: number) => `Step ${at} of 3`,
  team: 'Join a team, or try it alone',
  teamText: 'With a team you see who has answered and who is at it.',
  joined: (team: string) => `You are in ${team}.`,
  alone: 'Try it alone',
  brand: 'What do people call you?',
  brandText: 'Change the sentence and see what would be marked.',
  watches: (names: string[]) => `Your team watches for ${new Intl.ListFormat('en').format(names)}.`,
  watchesNothing:
    'Your team has not named a brand yet. You can go on: mentions show up when it has.',
  watchesHint: 'A lead of the team can change this in Options.',
  more: 'More: domains, excluded and context words',
  sites: 'Where do you answer?',
  back: 'Back',
  next: 'Continue',
  finish: 'Finish',
  done: 'Ready.',
  doneText: 'A practice page with a mention is waiting. Nothing there is sent to anybody.',
  practice: 'Open the practice page',
  doneAlone: (brand: string) => `Open a site. Posts that mention ${brand} are marked there.`,
  doneNoSites: 'No site is on yet. Turn on one where people write about you, then open it.',
  openSite: (site: string) => `Open ${site}`,
  backToSites: 'Choose sites',
};
