import type { DesksSectionProps } from './DesksSection.tsx';
import type { PartnersSectionProps } from '#components/routing/PartnersSection.tsx';
import type { RoutingSectionProps } from '#components/routing/RoutingSection.tsx';
import type { WebhooksSectionProps } from './WebhooksSection.tsx';
import type { ChecksSectionProps } from './ChecksSection.tsx';
import type { PicturesRowProps } from './PicturesRow.tsx';
import type { BuiltInModelRowProps } from './BuiltInModelRow.tsx';
import type { LearnedRowProps } from './LearnedRow.tsx';
import type { Attempt } from '#components/ui/attempt.ts';
import type { AuditEntry, Device, Erasure } from '#utils/model/access.ts';
import type { Brand } from '#utils/model/brand.ts';
import type { SiteId, SiteMode } from '#utils/model/site.ts';
import type { Member, Role, RosterHandle, Team } from '#utils/model/team.ts';
import type { Connection } from '#utils/model/thread-view.ts';
import type { TroubleKind } from '#utils/model/trouble.ts';
import type { VoiceSectionProps } from './guide-props.ts';
import type { LibrarySectionProps } from './library-props.ts';
import type { ReadingProps } from './reading-props.ts';

export type OptionsSection =
  | 'team'
  | 'brands'
  | 'desks'
  | 'rules'
  | 'partners'
  | 'webhooks'
  | 'sites'
  | 'library'
  | 'voice'
  | 'checks'
  | 'history'
  | 'data'
  | 'about';

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
export type SiteGroup = 'networks' | 'developers' | 'reviews' | 'forums';

export interface SiteTile {
  id: SiteId;
  name: string;
  about: string;
  group: SiteGroup;
  /** Switched on and permitted. */
  isOn: boolean;
  mode: SiteMode;
}

export type InviteRole = Exclude<Role, 'owner'>;
export type MemberEdit = Pick<Member, 'id' | 'name'> & { handles: RosterHandle[] };

/** A link that lets somebody in until `expiresAt` (local clock, ms) or, in words, why there is none. */
export type InviteAnswer = { link: string; expiresAt: number } | { refused: string };

/** What can be done with the browsers of a teammate. */
export interface DeviceActs {
  onRevokeDevice: Attempt<[deviceId: string]>;
  /** Never rejects. */
  onInviteDevice: (memberId: string) => Promise<InviteAnswer>;
  onCopy: CopyText;
}

export interface TeamSectionProps extends DeviceActs {
  now: number;
  connection: Connection;
  /** Null: not in a team. */
  team: Team | null;
  me: Member | null;
  server: string | null;
  trouble: string | null;
  troubleKind: TroubleKind | null;
  /** In a team, but its server does not know this browser any more: only a new invite helps. */
  isSignedOut: boolean;
  /** Null while loading. */
  members: Member[] | null;
  /** Sites on which people have handles; those that are on come with a field of their own. */
  sites: Pick<SiteTile, 'id' | 'name' | 'isOn'>[];
  /** Invite link found in the address this page was opened with; filled in, not joined. */
  inviteLink?: string;
  onJoin: Attempt<[link: string, name: string]>;
  /** Browsers: one's own, for leads those of everybody; null while loading or when the team is away. */
  devices: Device[] | null;
  /** The id of this browser; empty while unknown. */
  ownDeviceId: string;
  /** Never rejects. */
  onInvite: (role: InviteRole) => Promise<InviteAnswer>;
  onSetRole: Attempt<[id: string, role: Role]>;
  onRemoveMember: Attempt<[id: string]>;
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
  reading: ReadingProps;
}

export interface AboutSectionProps {
  version: string;
  /** `https://…` of the team's server; null without a team. */
  server: string | null;
}

/** A thread that the history names, as far as this browser knows it. */
export interface HistoryThread {
  author: string;
  place: string;
  permalink: string | null;
}

export interface HistorySectionProps {
  /** Server clock, ms. */
  now: number;
  /** Newest first, as far as loaded; null while the first page is. */
  entries: AuditEntry[] | null;
  /** Member id → name. */
  names: Readonly<Record<string, string>>;
  /** Thread id → thread. */
  threads: Readonly<Record<string, HistoryThread>>;
  hasMore: boolean;
  isBusy: boolean;
  /** Gives all of it as a file. */
  onSaveAll: Attempt;
  /** Why the last page could not be loaded, in words. */
  trouble: string | null;
  onMore: () => void;
}

/** What a person wants erased: a post by its link, or all of one author on a site (without `@`). */
export type ErasureWish = { link: string } | { site: string; author: string };

/** What erasing would take from this browser; the server may hold more. */
export interface Erasable {
  what: Erasure;
  /** What it is, as people say it. */
  label: string;
  /** The post itself, so that people see which one it is; null for everything of one person. */
  post: { handle: string; text: string } | null;
  threads: number;
  replies: number;
  stories: number;
}

/** What is kept, by what people call it. */
export type StoredKind =
  'threads' | 'replies' | 'stories' | 'pictures' | 'library' | 'team' | 'drafts' | 'waiting';
export type StoredCounts = Record<StoredKind, number>;

/** What there is of a person in this browser, in the order of time. */
export interface FoundPerson {
  label: string;
  /** What they wrote and what was said to them; the first of them. */
  items: {
    id: string;
    what: 'post' | 'answer' | 'word' | 'story' | 'quote';
    text: string;
    at: number | null;
  }[];
  /** Of all. */
  count: number;
  /** Gives it as a file. */
  onSave: (format: 'json' | 'md') => void;
}

export interface DataSectionProps {
  role: Role;
  hasTeam: boolean;
  /** Null while they are counted. */
  stored: StoredCounts | null;
  /** Never rejects: everything of a person or, in words, why it cannot be read. */
  onFindPerson: (site: string, author: string) => Promise<FoundPerson | { refused: string }>;
  /** Null until the server has said. */
  retentionDays: number | null;
  trouble: string | null;
  sites: Pick<SiteTile, 'id' | 'name'>[];
  onSaveRetention: Attempt<[days: number]>;
  /** Never rejects: what would go or, in words, why nothing can be found. */
  onFindErasable: (wish: ErasureWish) => Promise<Erasable | { refused: string }>;
  /** Never rejects: how many records are gone or, in words, why none. */
  onErase: (what: Erasure) => Promise<{ erased: number } | { refused: string }>;
}

/** The options page; each section has props of its own, so that it can be wired and tried alone. */
export interface OptionsProps {
  section: OptionsSection;
  onSection: (section: OptionsSection) => void;
  team: TeamSectionProps;
  brands: BrandsSectionProps;
  /** Null: no other page is read here. */
  sites: SitesSectionProps | null;
  /** The browser's own language model. */
  model: BuiltInModelRowProps;
  /** Pictures of posts that are saved as stories. */
  pictures: PicturesRowProps;
  /** What was learned of what posts are. */
  learned: LearnedRowProps;
  library: LibrarySectionProps;
  voice: VoiceSectionProps;
  desks: DesksSectionProps;
  routing: RoutingSectionProps;
  partners: PartnersSectionProps;
  /** Null: not for this person. */
  webhooks: WebhooksSectionProps | null;
  checks: ChecksSectionProps;
  /** Null: not for this person. */
  history: HistorySectionProps | null;
  data: DataSectionProps;
  about: AboutSectionProps;
}
