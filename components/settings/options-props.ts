import type { Attempt } from '#components/ui/attempt.ts';
import type { Brand } from '#utils/model/brand.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import type { SiteId, SiteMode } from '#utils/model/site.ts';
import type { Member, Role, RosterHandle, Team } from '#utils/model/team.ts';
import type { Connection } from '#utils/model/thread-view.ts';
import type { ImportReport } from '#utils/messages/map.ts';

export type OptionsSection = 'team' | 'brands' | 'sites' | 'library' | 'about';

/** A place in the tried sentence that matched; offsets in UTF-16 units. */
export interface TriedMatch {
  start: number;
  end: number;
  sure: boolean;
}

/** What a sentence would come to; `reason` says it in words, also when nothing matches. */
export interface TriedSentence {
  matches: TriedMatch[];
  reason: string;
}

/** Runs the real matcher on a sentence with one brand as it is being edited. Pure and quick. */
export type TryMatch = (text: string, brand: Brand) => TriedSentence;

/** Puts text on the clipboard; false when the browser refused. */
export type CopyText = (text: string) => Promise<boolean>;

/** One site as a tile. */
export interface SiteTile {
  id: SiteId;
  name: string;
  about: string;
  /** Switched on and permitted. */
  isOn: boolean;
  mode: SiteMode;
}

export type InviteRole = Exclude<Role, 'owner'>;
export type MemberEdit = Pick<Member, 'id' | 'name'> & { handles: RosterHandle[] };

export interface TeamSectionProps {
  now: number;
  connection: Connection;
  /** Null: not in a team. */
  team: Team | null;
  me: Member | null;
  server: string | null;
  trouble: string | null;
  /** In a team, but its server does not know this browser any more: only a new invite helps. */
  isSignedOut: boolean;
  /** Null while loading. */
  members: Member[] | null;
  sites: Pick<SiteTile, 'id' | 'name'>[];
  /** Invite link found in the address this page was opened with; filled in, not joined. */
  inviteLink?: string;
  onJoin: Attempt<[link: string, name: string]>;
  /** Never rejects: `link` or, in words, why there is none. */
  onInvite: (
    role: InviteRole,
  ) => Promise<{ link: string; expiresAt: number } | { refused: string }>;
  onCopy: CopyText;
  onSaveMember: Attempt<[edit: MemberEdit]>;
  onLeave: Attempt;
}

export interface BrandsSectionProps {
  /** Null while loading. */
  brands: Brand[] | null;
  /** A fresh id for a new brand. */
  newId: () => string;
  tryMatch: TryMatch;
  onSave: Attempt<[brand: Brand]>;
  onRemove: Attempt<[id: string]>;
}

export interface SitesSectionProps {
  /** Named sites; `generic` left out. */
  sites: SiteTile[];
  /** Further origins that are read, such as `https://forum.example`. */
  origins: string[];
  /** Must be called in the person's click: it asks the browser for permission. */
  onSite: Attempt<[id: SiteId, isOn: boolean]>;
  onMode: Attempt<[id: SiteId, mode: SiteMode]>;
  onAddOrigin: Attempt<[address: string]>;
  onRemoveOrigin: Attempt<[origin: string]>;
}

export type LibraryEdit = Omit<LibraryEntry, 'memberId' | 'at'>;

export interface LibrarySectionProps {
  now: number;
  /** Entries that fit `query`, newest first, as far as loaded; null while loading. */
  entries: LibraryEntry[] | null;
  /** All entries of the library; null while unknown. */
  count: number | null;
  query: string;
  newId: () => string;
  onQuery: (query: string) => void;
  onSave: Attempt<[entry: LibraryEdit]>;
  onRemove: Attempt<[id: string]>;
  /** Never rejects: the report or, in words, why the file cannot be read. */
  onImport: (fileName: string, text: string) => Promise<ImportReport | { refused: string }>;
}

export interface AboutSectionProps {
  version: string;
  /** `https://…` of the team's server; null without a team. */
  server: string | null;
}

/** The options page; each section has props of its own, so that it can be wired and tried alone. */
export interface OptionsProps {
  section: OptionsSection;
  onSection: (section: OptionsSection) => void;
  team: TeamSectionProps;
  brands: BrandsSectionProps;
  sites: SitesSectionProps;
  library: LibrarySectionProps;
  about: AboutSectionProps;
}
