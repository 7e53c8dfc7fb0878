import type { Attempt } from '#components/ui/attempt.ts';
import type { ThreadAct } from '#components/thread/thread-act.ts';
import type { SuggestionItem, TextCount } from '#components/thread/suggestion-item.ts';
import type { DraftTools } from '#components/thread/draft-tools.ts';
import type { DraftPolish } from '#components/thread/polish-view.ts';
import type { BlindKind } from '#components/thread/blind-words.ts';
import type { ThreadAids } from '#components/thread/thread-aids.ts';
import type { Teammate } from '#components/thread/teammate.ts';
import type { Story } from '#utils/model/story.ts';
import type { Connection, ThreadView } from '#utils/model/thread-view.ts';
import type { TroubleKind } from '#utils/model/trouble.ts';
import type { DraftAdvice, InsertResult, KeptDraft } from '#utils/messages/payloads.ts';
import type { TeachProps } from './teach-props.ts';

export type PanelTab = 'page' | 'mine' | 'team' | 'stories';
export type ThreadTab = Exclude<PanelTab, 'stories'>;
/** What the team's tab shows: what is open, or (leads and owner) what was answered by more than one teammate. */
export type TeamShows = 'open' | 'doubled';

/** A list as far as it is loaded; `items` is null until the first read has come back. */
export interface Listed<T> {
  items: T[] | null;
  /** All that there are, loaded or not; null while unknown. */
  count: number | null;
  /** More can be loaded with `onMore`. */
  hasMore?: boolean;
}

/** A saved story with the name of who saved it. */
export interface StoryItem {
  story: Story;
  savedByName: string;
}

/** A fact of mine that the team did not take: a story, a reply, setting a thread aside. */
export interface RefusedFact {
  id: number;
  /** Begins a sentence: "A story". */
  what: string;
  /** A sentence. */
  why: string;
}

/** A site on which nothing has been read for several pages, although there should be posts. */
export interface BlindSite {
  /** As in `TeamSite`. */
  id: string;
  name: string;
  kinds: BlindKind[];
}

/** The reply being written; kept by the caller, so that nothing that happens in the team can lose it. */
export interface Draft {
  threadId: string;
  text: string;
  /** How the site counts it; null while unknown (page not open). */
  count: TextCount | null;
  /** What speaks against sending it as it is, the weightiest first. */
  advice: DraftAdvice[];
}

/** Popup and side panel are this one view. */
export interface PanelProps {
  /** Local clock, ms. The caller renders again at least every 30 s, so that ages stay true. */
  now: number;
  /** False before onboarding: the panel then only leads there. */
  isSetUp: boolean;
  teamName: string | null;
  connection: Connection;
  /** A sentence that needs a person (`team.state`), or an error of loading; null when all is well. */
  trouble: string | null;
  /** Which trouble it is, where there are fuller words for it. */
  troubleKind: TroubleKind | null;
  /** Newest first; each stays until it is dismissed. */
  refused: RefusedFact[];
  /** `unread`: Hearback does not read the page in this tab. */
  page: 'loading' | 'unread' | 'read';
  /** Sites that Hearback cannot read any more, that of the page first. */
  blind: BlindSite[];
  /** For whom changes how sites are read: leads, the owner, and people without a team. */
  canMend: boolean;
  /** Teaching the site of this page; null where Hearback knows the site, also while it sees nothing there. */
  teach: TeachProps | null;
  /** Names and handles watched for, as people say them ("Acme", "@acmecare"); for the empty list. */
  watching: string[];
  tab: PanelTab;
  lists: Record<ThreadTab, Listed<ThreadView>>;
  /** Threads with a double answer, newest first; null for whom it is not meant. */
  doubled: Listed<ThreadView> | null;
  teamShows: TeamShows;
  stories: Listed<StoryItem>;
  /** Threads with a draft that the team looks at, the one asked for last first. */
  looks: ThreadView[];
  /** What is typed into the search; applied to what is loaded, and told to the caller who may load more. */
  query: string;
  /** The opened thread; null shows the list. It need not be in a list. */
  chosen: ThreadView | null;
  /** For the chosen thread; null while they are being looked for. */
  suggestions: SuggestionItem[] | null;
  /** Those of the chosen thread's replies that are in the library; null while unknown. */
  inLibrary: ReadonlySet<string> | null;
  /** Everybody else in the team. */
  teammates: Teammate[];
  /** What helps with the chosen thread beside its own record. */
  aids: ThreadAids;
  /** What stood unsent in the site's own reply box of the chosen thread; null when nothing did. */
  kept: KeptDraft | null;
  /** Null: no editor is open. Shown only while its thread is the chosen one. */
  draft: Draft | null;
  /** What helps with the draft of the chosen thread. */
  tools: DraftTools;
  /** The model that may work on the draft. */
  polish: DraftPolish;
  onTab: (tab: PanelTab) => void;
  onTeamShows: (shows: TeamShows) => void;
  onQuery: (query: string) => void;
  onMore: (tab: PanelTab) => void;
  onChoose: (threadId: string | null) => void;
  onAct: Attempt<[threadId: string, act: ThreadAct]>;
  onDraft: (threadId: string, text: string | null) => void;
  /** `entryId`: the suggestion it came from, null when it was edited or written. Never rejects. */
  onInsert: (threadId: string, text: string, entryId: string | null) => Promise<InsertResult>;
  onDismissAdvice: (key: string) => void;
  onDismissSuggestion: (threadId: string, entryId: string) => void;
  /** False when the browser refused. */
  onCopy: (text: string) => Promise<boolean>;
  onDiscardKept: (threadId: string) => void;
  onDismissRefused: Attempt<[id: number]>;
  onRemoveStory: Attempt<[id: string]>;
  /** Copies how a site is read, in numbers. False when the browser refused. */
  onCopyReport: (siteId: string) => Promise<boolean>;
  /** Leads to where the selectors of a site are changed. */
  onMend: (siteId: string) => void;
  onOpenBoard: () => void;
  onOpenOptions: () => void;
}
