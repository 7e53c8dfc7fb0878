import { aPartner } from '#tests/support/board-builders.ts';
import '#components/panel/panel.css';
import { HandOverForm } from '#components/thread/HandOverForm.tsx';
import { PanelView } from '#components/panel/PanelView.tsx';
import type { PanelProps } from '#components/panel/panel-props.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { panelProps, toItems } from './panel-props.ts';
import { MINUTE, NOW, aPost, aReply, aThread, aView, offline, viewsByState } from './samples.ts';
import type { States } from './states.ts';

const panel = (over: Partial<PanelProps>) => () => <PanelView {...panelProps(over)} />;
const chosen = (view: ThreadView, over: Partial<PanelProps> = {}) =>
  panel({ chosen: view, ...over });
const noItems = { items: [], count: 0 };
const nothing = { page: noItems, mine: noItems, team: noItems };
const unloaded = { items: null, count: null };
const odd = toItems([
  viewsByState.rtl,
  viewsByState.html,
  viewsByState.hugeName,
  viewsByState.germanTeammate,
]);
const handed = toItems([
  viewsByState.handedToMe,
  viewsByState.takenFromMe,
  viewsByState.ranOut,
  viewsByState.crowded,
]);
const doubled = {
  items: toItems([viewsByState.doubledChecked, viewsByState.html]),
  count: 2,
};
const taughtOffer = {
  host: 'board.example',
  parts: [
    { part: 'post' as const, selector: '.msg' },
    { part: 'author' as const, selector: '.who' },
    { part: 'text' as const, selector: '[class*="Message_body-with-a-long-name__"] > div > div' },
    { part: 'box' as const, selector: 'textarea[name="message"]' },
  ],
  trial: { found: 12, read: 12 },
};
const teaching = {
  offer: null,
  isTaught: false,
  onBegin: async () => null,
  onSave: async () => null,
  onDiscard: async () => null,
};
const story = {
  id: 'x:1001',
  post: aPost({ text: 'Acme sent me a new kettle in a day. I did not even have to ask twice.' }),
  note: 'Grew from a complaint; good for the spring letter.',
  tags: ['kettle', 'fast'],
  permission: 'asked' as const,
  savedBy: 'ben',
  savedAt: NOW - 30 * MINUTE,
};

const blindX = {
  id: 'x',
  name: 'X',
  kinds: [{ kind: 'feed' as const, pages: 3, since: NOW - 20 * MINUTE }],
};
const blindForum = {
  id: 'generic@forum.example',
  name: 'forum.example',
  kinds: [
    { kind: 'feed' as const, pages: 4, since: NOW - 30 * MINUTE },
    { kind: 'thread' as const, pages: 12, since: NOW - 40 * MINUTE },
  ],
};

export const gallery: States = {
  width: 380,
  states: {
    list: panel({}),
    loading: panel({ lists: { page: unloaded, mine: unloaded, team: unloaded }, page: 'loading' }),
    emptyPage: panel({ lists: nothing }),
    unreadPage: panel({ lists: nothing, page: 'unread' }),
    teachable: panel({ lists: nothing, canMend: true, teach: teaching }),
    teachableByLeads: panel({ lists: nothing, teach: teaching }),
    teachableAgain: panel({ canMend: true, teach: { ...teaching, isTaught: true } }),
    taught: panel({ lists: nothing, canMend: true, teach: { ...teaching, offer: taughtOffer } }),
    taughtForLeads: panel({
      lists: nothing,
      teach: { ...teaching, offer: { ...taughtOffer, trial: null } },
    }),
    blind: panel({ blind: [blindX], lists: nothing }),
    blindForLead: panel({ blind: [blindX, blindForum], canMend: true }),
    emptyMine: panel({ tab: 'mine' }),
    emptyTeam: panel({ tab: 'team', lists: nothing }),
    team: panel({ tab: 'team' }),
    noneFound: panel({ query: 'teapot' }),
    notSetUp: panel({ isSetUp: false, teamName: null }),
    offline: panel({
      connection: offline(),
      lists: { ...nothing, page: { items: [viewsByState.offline], count: 1 } },
    }),
    trouble: panel({
      trouble: 'You are no longer in this team. Ask for a new invite link and join again.',
    }),
    signedOut: panel({ connection: offline(), trouble: 'x', troubleKind: 'signedOut' }),
    cleared: panel({
      isSetUp: false,
      teamName: null,
      trouble:
        'The browser deleted what Hearback had kept. 2 facts that were not sent yet are lost. Join the team again with a new invite link.',
      troubleKind: 'cleared',
    }),
    storageFull: panel({
      connection: { ...offline(), state: 'live' },
      trouble: 'x',
      troubleKind: 'storageFull',
    }),
    refused: panel({
      refused: [
        { id: 2, what: 'A story', why: 'This post is not known to the team any more.' },
        { id: 1, what: 'Setting a thread aside', why: 'Only a lead may do this.' },
      ],
    }),
    odd: panel({
      teamName: 'Donaudampfschifffahrtsgesellschaft',
      lists: { ...nothing, page: { items: odd, count: 4 } },
    }),
    teamLead: panel({ tab: 'team', doubled }),
    doubled: panel({ tab: 'team', teamShows: 'doubled', doubled }),
    doubledLoading: panel({ tab: 'team', teamShows: 'doubled', doubled: unloaded }),
    doubledEmpty: panel({ tab: 'team', teamShows: 'doubled', doubled: noItems }),
    handed: panel({ lists: { ...nothing, page: { items: handed, count: handed.length } } }),
    stories: panel({
      tab: 'stories',
      stories: { items: [{ story, savedByName: 'Ben' }], count: 1 },
    }),
    emptyStories: panel({ tab: 'stories' }),
    threadOpen: chosen(viewsByState.open),
    threadTyping: chosen(viewsByState.typing),
    threadMine: chosen(viewsByState.mine, {
      draft: { threadId: 'x:1001', text: 'Hi Lena, ', count: { used: 9, limit: 280 }, advice: [] },
    }),
    threadMineOffline: chosen({ ...viewsByState.mine, connection: offline() }),
    threadHandedToMe: chosen(viewsByState.handedToMe),
    threadHandedByMe: chosen(viewsByState.handedByMe),
    threadTakenFromMe: chosen(viewsByState.takenFromMe, {
      kept: { text: 'Hi Lena, this sounds like a worn switch. Which', at: NOW - 38 * MINUTE },
    }),
    threadTakenForLead: chosen(viewsByState.takenForLead),
    threadRanOut: chosen(viewsByState.ranOut),
    threadIdle: chosen(viewsByState.idle),
    threadCrowded: chosen(viewsByState.crowded),
    threadHandOver: () => (
      <HandOverForm
        teammates={panelProps().teammates}
        partners={[aPartner()]}
        onPartner={() => undefined}
        isBusy={false}
        onHandOver={() => undefined}
        onCancel={() => undefined}
      />
    ),
    threadTooLong: chosen(viewsByState.mine, {
      draft: {
        threadId: 'x:1001',
        text: 'Hi Lena, '.repeat(40),
        count: { used: 360, limit: 280 },
        advice: [],
      },
    }),
    threadAdvised: chosen(viewsByState.mine, {
      draft: {
        threadId: 'x:1001',
        text: 'So sorry! What is your phone number? You get your money back tomorrow.',
        count: { used: 70, limit: 280 },
        advice: [
          {
            key: 'asks',
            check: 'private-question',
            text: 'This asks for a phone number where everybody reads it. Ask for a direct message instead.',
            isWarning: true,
          },
          {
            key: 'promise',
            check: 'promise',
            text: '“money back” is a promise: a lead should know.',
            isWarning: true,
          },
          {
            key: 'own',
            check: 'own-words',
            text: 'None of Lena’s own words are in it.',
            isWarning: false,
          },
        ],
      },
    }),
    threadTheirs: chosen({ ...viewsByState.theirsForLead, presence: viewsByState.typing.presence }),
    threadAnswered: chosen(viewsByState.answeredWithStory),
    threadSettled: chosen(viewsByState.settled),
    threadDoubled: chosen(viewsByState.doubled),
    threadSetAside: chosen(viewsByState.setAside),
    threadUnsure: chosen(viewsByState.unsure),
    threadOffline: chosen(viewsByState.offline, { suggestions: [] }),
    threadAlone: chosen(viewsByState.alone, { suggestions: null }),
    threadHtml: chosen(viewsByState.html),
    threadRtl: chosen(viewsByState.rtl),
    threadLong: chosen(
      aView({
        thread: aThread({
          post: aPost({
            title: 'Acme kettle, again',
            text: 'My Acme kettle keeps boiling. '.repeat(60),
            quoted: { author: 'tom_example', text: 'Which kettle do you have?' },
            truncated: true,
          }),
        }),
        replies: [aReply({ permalink: 'javascript:alert(1)' })],
      }),
    ),
  },
};
