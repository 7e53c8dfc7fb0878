import type { BlindKind } from '#components/thread/blind-words.ts';
import type { Attempt } from '#components/ui/attempt.ts';
import type { SelectorTrial } from '#utils/messages/payloads.ts';
import type { LostSelector } from '#utils/model/judge-health.ts';
import type { SiteSelectors, TeamSite } from '#utils/model/team-site.ts';

/** How one site is read: in this browser, and as the team has mended it. */
export interface SiteReading {
  /** As in `TeamSite`. */
  id: string;
  name: string;
  /** Pages that were looked at, and those of them without a post that could be read. */
  pages: number;
  unread: number;
  /** Kinds of pages on which nothing has been read for several pages in a row. */
  blind: BlindKind[];
  /** Selectors that used to find something and do not any more. */
  lost: LostSelector[];
  teamSite: TeamSite | null;
}

/** An open page of a site. */
export interface OpenPage {
  tabId: number;
  /** As the page says; empty where the browser does not tell. */
  title: string;
  /** As the browser says, with a port if it has one; empty where it does not tell. */
  host: string;
}

/** What the page at hand holds; by what was shipped, and as the site is read now. */
export interface PageReading {
  shipped: SelectorTrial;
  now: SelectorTrial;
}

/** The selectors of one site, being changed. */
export interface MendingProps {
  id: string;
  name: string;
  teamSite: TeamSite | null;
  /** False: nobody else's pages are read by what is saved. */
  hasTeam: boolean;
  /** The one looked at last first; null while they are looked for. */
  pages: OpenPage[] | null;
  /** The page on which selectors are tried; null: none is open, or a person has to choose. */
  tabId: number | null;
  onPage: (tabId: number) => void;
  /** Looks again for open pages. */
  onFindPages: () => void;
  /** Its selectors as shipped, by full name; null while they are loaded. */
  shipped: Readonly<Record<string, string>> | null;
  /** Null while the page is being read, or has not answered. */
  reading: PageReading | null;
  /** Why the page could not be read, in words. */
  trouble: string | null;
  /** Never rejects: what the page would hold or, in words, why it does not say. */
  onTry: (selectors: SiteSelectors) => Promise<SelectorTrial | { refused: string }>;
  onSave: Attempt<[selectors: SiteSelectors]>;
  onRemove: Attempt;
}

export interface ReadingProps {
  /** Local and server clock, ms. */
  now: number;
  serverNow: number;
  /** Null while loading. */
  sites: SiteReading[] | null;
  /** Member id → name. */
  names: Readonly<Record<string, string>>;
  /** For whom may change how sites are read. */
  canMend: boolean;
  /** The site that is being mended; null: none. */
  mending: MendingProps | null;
  onMend: (id: string | null) => void;
  /** False when the browser refused. */
  onCopyReport: (id: string) => Promise<boolean>;
}
