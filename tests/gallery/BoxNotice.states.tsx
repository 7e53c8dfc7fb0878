import { BoxNotice, type BoxNoticeProps } from '#components/chip/BoxNotice.tsx';
import css from '#components/chip/box-notice.css?inline';
import tokens from '#components/tokens.css?inline';
import type { SendConflict } from '#utils/model/send-conflict.ts';
import {
  noticeWords,
  toBoxItems,
  toDoubledText,
} from '../../entrypoints/page.content/box-words.ts';
import type { BoxState } from '../../entrypoints/page.content/box-words.ts';
import { NOW } from './samples.ts';
import type { States } from './states.ts';

const theme = new URLSearchParams(location.search).get('theme') === 'dark' ? 'dark' : 'light';

const calm: BoxState = {
  warning: { conflicts: [], isHeld: false, isUnanswered: false },
  claimNews: null,
  refusal: null,
  offer: null,
};
const nothing = () => undefined;
const acts = {
  dismissWarning: nothing,
  dismissClaimNews: nothing,
  claim: nothing,
  putBack: nothing,
  discard: nothing,
};

const reply: SendConflict = {
  kind: 'reply',
  key: 'reply 1',
  by: 'Ben Example',
  at: NOW - 40_000,
  permalink: 'https://x.com/acme_help/status/2',
};
const typing: SendConflict = { kind: 'typing', key: 't', by: 'Cem Example', since: NOW - 15_000 };
const claimed: SendConflict = {
  kind: 'claim',
  key: 'c',
  by: 'Ben Example',
  since: NOW - 130_000,
  wasMine: false,
};
const settled: SendConflict = {
  kind: 'closed',
  key: 's',
  outcome: 'settled',
  reason: 'Asked to write to support, and has.',
};

function atBox(state: Partial<BoxState>, props: Partial<BoxNoticeProps> = {}) {
  const items = toBoxItems({ ...calm, ...state }, acts, NOW);
  return <BoxNotice items={items} theme={theme} {...props} />;
}

const warn = (conflicts: SendConflict[], isHeld = false) =>
  atBox({ warning: { conflicts, isHeld, isUnanswered: false } });

function atFoot(text: string, link?: { label: string; href: string }) {
  const shown = link ? [link] : [];
  return (
    <BoxNotice
      items={[{ id: 'said', tone: 'calm', text, acts: shown }]}
      theme={theme}
      place="foot"
    />
  );
}

export const gallery: States = {
  width: 380,
  // In a page it floats over the box; here each stands in its place.
  shadowCss: `${tokens}${css} .notice { position: static !important; }`,
  states: {
    typing: () => warn([typing]),
    claimed: () => warn([claimed]),
    takenOver: () => warn([{ ...claimed, wasMine: true }]),
    answered: () => warn([reply]),
    held: () => warn([reply, claimed], true),
    closed: () => warn([settled], true),
    unanswered: () => atBox({ warning: { conflicts: [], isHeld: false, isUnanswered: true } }),
    ranOut: () => atBox({ claimNews: { kind: 'ranOut' } }),
    claimRefused: () =>
      atBox({ claimNews: { kind: 'ranOut' }, refusal: 'Ben claimed it a moment before you.' }),
    handedOver: () =>
      atBox({
        claimNews: { kind: 'handedToMe', by: 'Ben Example', note: 'She writes German; yours?' },
      }),
    mineAgain: () => atBox({ claimNews: { kind: 'mineFrom', by: 'Ben Example' } }),
    offer: () => atBox({ offer: { text: 'Hold the base', at: NOW - 3_600_000 } as never }),
    everything: () =>
      atBox({
        warning: { conflicts: [reply], isHeld: true, isUnanswered: false },
        claimNews: { kind: 'ranOut' },
        offer: { text: 'Hold the base', at: NOW - 3_600_000 } as never,
      }),
    foot: () => atFoot(noticeWords.inserted),
    footDoubled: () =>
      atFoot(toDoubledText([reply]), { label: noticeWords.seeReply, href: 'https://x.com/a' }),
  },
};
