import type { NoticeItem } from '#components/chip/BoxNotice.tsx';
import { toAge, toClock } from '#components/ui/age.ts';
import type { DraftAdvice, KeptDraft } from '#utils/messages/payloads.ts';
import type { ClaimNews } from '#utils/model/claim-news.ts';
import type { SendConflict } from '#utils/model/send-conflict.ts';
import type { Warning } from './send-guard.ts';

/** Everything that may be said at a reply box at one time. */
export interface BoxState {
  warning: Warning;
  claimNews: ClaimNews | null;
  /** Why claiming again did not work; null when it was not tried. */
  refusal: string | null;
  offer: KeptDraft | null;
  advice: readonly DraftAdvice[];
}

/** What can be done there. */
export interface BoxActs {
  dismissWarning(): void;
  dismissClaimNews(): void;
  claim(): void;
  putBack(): void;
  discard(): void;
  dismissAdvice(key: string): void;
}

/** Labels and sentences without a name or an age in them. */
export const noticeWords = {
  unanswered: 'The team server did not answer; others may have replied.',
  again: 'Press again to send anyway.',
  ranOut: 'Your claim ran out.',
  inserted: 'Your draft is in the box. Read it, then send.',
  linkCopied: 'Link copied.',
  dismiss: 'Dismiss',
  seeReply: 'See reply',
  claimAgain: 'Claim again',
  putBack: 'Put it back',
  discard: 'Discard',
};
const words = noticeWords;

/** In a sentence, a number stays with its unit. */
const toSpan = (ms: number) => toAge(ms).replace(' ', '\u00A0');

/** What is said at a reply box, the weightiest first. `now`: local clock, ms. */
export function toBoxItems(state: BoxState, acts: BoxActs, now: number): NoticeItem[] {
  const items = [
    toWarningItem(state.warning, acts, now),
    toClaimItem(state, acts),
    toOfferItem(state.offer, acts, now),
    ...state.advice.map(({ key, text, isWarning }): NoticeItem => {
      const dismiss = { label: words.dismiss, onPress: () => acts.dismissAdvice(key) };
      return { id: key, tone: isWarning ? 'warn' : 'calm', text, acts: [dismiss] };
    }),
  ];
  return items.filter((item) => item !== null);
}

function toWarningItem(warning: Warning, acts: BoxActs, now: number): NoticeItem | null {
  const { conflicts, isHeld, isUnanswered } = warning;
  const dismiss = { label: words.dismiss, onPress: acts.dismissWarning };
  const [first] = conflicts;
  if (!first) {
    if (!isUnanswered) return null;
    return { id: 'unanswered', tone: 'warn', text: words.unanswered, acts: [dismiss] };
  }
  const text = [toSentence(first, conflicts, now), isHeld ? words.again : ''].join(' ').trim();
  const href = first.kind === 'reply' ? toWebLink(first.permalink) : null;
  return {
    id: 'warning',
    tone: isHeld ? 'alert' : 'warn',
    text,
    acts: href === null ? [dismiss] : [{ label: words.seeReply, href }, dismiss],
  };
}

function toSentence(conflict: SendConflict, all: readonly SendConflict[], now: number): string {
  switch (conflict.kind) {
    case 'reply': {
      const age = toSpan(now - conflict.at);
      const others = all.filter((one) => one.kind === 'reply' && one.by !== conflict.by);
      if (others.length === 0) return `${conflict.by} answered ${age} ago.`;
      return `${conflict.by} answered ${age} ago, after ${others.length} more.`;
    }
    case 'closed': {
      const reason = conflict.reason === '' ? '' : `: ${conflict.reason.replace(/\.$/u, '')}`;
      const became = conflict.outcome === 'setAside' ? 'set aside' : 'settled';
      return `This thread was ${became}${reason}.`;
    }
    case 'claim': {
      const age = toSpan(now - conflict.since);
      if (conflict.wasMine) return `${conflict.by} took this over ${age} ago. Your draft is kept.`;
      return `${conflict.by} claimed this ${age} ago.`;
    }
    case 'typing':
      return `${conflict.by} is writing an answer too, since ${toSpan(now - conflict.since)}.`;
  }
}

/** Who answered beside me, for the moment in which it turns out. */
export function toDoubledText(conflicts: readonly SendConflict[]): string {
  const replies = conflicts.filter(({ kind }) => kind === 'reply');
  const others = [...new Set(replies.flatMap((one) => ('by' in one ? [one.by] : [])))];
  const [other = 'a teammate'] = others;
  if (others.length < 2) return `You and ${other} both answered.`;
  return `You, ${new Intl.ListFormat('en').format(others)} all answered.`;
}

function toClaimItem({ claimNews, refusal }: BoxState, acts: BoxActs): NoticeItem | null {
  if (!claimNews) return null;
  const dismiss = { label: words.dismiss, onPress: acts.dismissClaimNews };
  if (claimNews.kind === 'ranOut') {
    const text = refusal ?? words.ranOut;
    return {
      id: 'claim',
      tone: 'warn',
      text,
      acts: [{ label: words.claimAgain, onPress: acts.claim, isGuarded: true }, dismiss],
    };
  }
  return { id: 'claim', tone: 'calm', text: toHandOverText(claimNews), acts: [dismiss] };
}

/** From whom a thread came to me. */
export function toHandOverText(news: Exclude<ClaimNews, { kind: 'ranOut' }>): string {
  if (news.kind === 'mineFrom') return `This is yours now. ${news.by} had it before.`;
  return news.note === ''
    ? `${news.by} handed this to you.`
    : `${news.by} handed this to you: ${news.note}`;
}

function toOfferItem(offer: KeptDraft | null, acts: BoxActs, now: number): NoticeItem | null {
  if (!offer) return null;
  return {
    id: 'offer',
    tone: 'calm',
    text: `Your draft from ${toClock(offer.at, now)} is kept.`,
    acts: [
      { label: words.putBack, onPress: acts.putBack, isGuarded: true },
      { label: words.discard, onPress: acts.discard, isGuarded: true },
    ],
  };
}

/** The team's records say where a reply stands; nothing but a web address becomes a link in a page. */
export function toWebLink(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  return /^https?:$/u.test(new URL(address).protocol) ? address : null;
}
