import type { WebhookEvent, WebhookKind } from '#utils/model/webhook.ts';

/** Words of the team's webhooks. */
export const webhookWords = {
  intro:
    'Places outside Hearback that are told of things: a channel of your chat, or a program of your own. The team’s server sends it; customers’ handles and first words go along.',
  none: 'No webhook yet.',
  noneText:
    'Make an incoming webhook in Slack, Mattermost or another chat, and paste its address here.',
  add: 'Add a webhook',
  name: 'Name',
  nameHint: 'As your team calls the place, such as “#support”.',
  url: 'Address',
  urlHint: 'The whole of it, beginning with https. It is kept by the server and not shown again.',
  urlKept: (origin: string) => `Kept: ${origin}/… Leave it empty to keep it.`,
  kind: 'For',
  kinds: {
    slack: 'A chat (Slack, Mattermost, Rocket.Chat)',
    json: 'A program (signed JSON, Standard Webhooks)',
  } satisfies Record<WebhookKind, string>,
  events: 'What it is told of',
  eventsOf: {
    theme: 'Themes that a lead sends by hand',
    late: 'Customers who should have heard back',
    left: 'Claims that were left',
  } satisfies Record<WebhookEvent, string>,
  whoTells: 'Late customers and left claims are noticed by leads’ browsers, one of which must run.',
  save: 'Save webhook',
  cancel: 'Cancel',
  secret: 'Its secret, shown this once:',
  secretHint: 'Your program checks the signature with it. A chat does not need it.',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser did not allow it. Mark it and copy it yourself.',
  edit: (name: string) => `Edit ${name}`,
  remove: (name: string) => `Remove ${name}`,
  test: (name: string) => `Send a test to ${name}`,
  testAct: 'Send a test',
  tested: 'On its way; look again in a moment.',
  look: 'Look again',
  ok: (age: string) => `Got through ${age} ago.`,
  fresh: 'Nothing was sent yet.',
  failing: (age: string, why: string) => `Does not get through since ${age}: ${why}`,
  waiting: (count: number) =>
    count === 1 ? 'One message waits.' : `${count.toLocaleString('en')} messages wait.`,
  paused: 'Left alone after a day of trying. A test goes on with all that waits.',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText: 'It is told nothing more, and what waits for it is dropped.',
  removeAct: 'Remove',
  noName: 'Give it a name.',
  noUrl: 'Paste its address, beginning with https.',
};
