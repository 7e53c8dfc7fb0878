import { BoxNotice, type BoxNoticeProps, type NoticeAct } from '#components/chip/BoxNotice.tsx';
import css from '#components/chip/box-notice.css?inline';
import tokens from '#components/tokens.css?inline';
import type { States } from './states.ts';

const theme = new URLSearchParams(location.search).get('theme') === 'dark' ? 'dark' : 'light';

type Item = BoxNoticeProps['items'][number];

const press = (label: string): NoticeAct => ({ label, onPress: () => undefined });
const dismiss = press('Dismiss');
const seeReply: NoticeAct = { label: 'See reply', href: 'https://x.com/acme_help/status/2' };

function anItem(tone: Item['tone'], text: string, acts: NoticeAct[] = [dismiss]): Item {
  return { id: text, tone, text, acts };
}

/** As box-words.ts says it in a page. */
const items = {
  typing: anItem('warn', 'Cem Example is writing an answer too, since 15 s.'),
  claimed: anItem('warn', 'Ben Example claimed this 2 min ago.'),
  takenOver: anItem('warn', 'Ben Example took this over 2 min ago. Your draft is kept.'),
  answered: anItem('warn', 'Ben Example answered 40 s ago.', [seeReply, dismiss]),
  held: anItem('alert', 'Ben Example answered 40 s ago. Press again to send anyway.', [
    seeReply,
    dismiss,
  ]),
  closed: anItem(
    'alert',
    'This thread was settled: Asked to write to support, and has. Press again to send anyway.',
  ),
  unanswered: anItem('warn', 'The team server did not answer; others may have replied.'),
  ranOut: anItem('warn', 'Your claim ran out.', [press('Claim again'), dismiss]),
  handedOver: anItem('calm', 'Ben Example handed this to you: She writes German; yours?'),
  mineAgain: anItem('calm', 'This is yours now. Ben Example had it before.'),
  offer: anItem('calm', 'Your draft from 09:40 is kept.', [press('Put it back'), press('Discard')]),
};

const atFoot = (item: Item) => <BoxNotice items={[item]} theme={theme} place="foot" />;

export const gallery: States = {
  width: 380,
  // In a page it floats over the box; here each stands in its place.
  shadowCss: `${tokens}${css} .notice { position: static !important; }`,
  states: {
    ...Object.fromEntries(
      Object.entries(items).map(([name, item]) => [
        name,
        () => <BoxNotice items={[item]} theme={theme} />,
      ]),
    ),
    everything: () => <BoxNotice items={[items.held, items.ranOut, items.offer]} theme={theme} />,
    foot: () => atFoot(anItem('calm', 'Your draft is in the box. Read it, then send.', [])),
    footDoubled: () => atFoot(anItem('calm', 'You and Ben Example both answered.', [seeReply])),
  },
};
