import type { Permission } from '#utils/model/story.ts';
import type { Spike } from '#utils/themes/spikes.ts';
import type { Theme } from '#utils/themes/theme.ts';

/** Days that are looked at, beside as many before. */
export type ThemeDays = '28' | '90' | '180';
export type ThemeBy = 'themes' | 'tags';

/** A post as it is shown. */
export interface ThemeExample {
  id: string;
  handle: string;
  /** A site as people say it. */
  place: string;
  text: string;
  permalink: string | null;
  /** When it was written, ms. */
  at: number;
}

export interface ThemeStory {
  id: string;
  handle: string;
  text: string;
  permission: Permission;
}

/** A theme with what its view needs beside it. */
export interface ShownTheme {
  theme: Theme;
  examples: ThemeExample[];
  stories: ThemeStory[];
  /** Posts in fourteen equal parts of the period, oldest first. */
  bars: number[];
  /** The loudest alarm of the last days. */
  spike: Spike | null;
  /** Brand or site with its count, most first. */
  shares: { name: string; count: number }[];
}

export interface ThemesProps {
  now: number;
  days: ThemeDays;
  by: ThemeBy;
  onDays: (days: ThemeDays) => void;
  onBy: (by: ThemeBy) => void;
  /** Null while they are found. */
  shown: ShownTheme[] | null;
  /** Posts of the period that were looked at, and how many of them are in no theme. */
  posts: number;
  rest: number;
  /** Posts of which it is not known what they are: too many to ask. */
  unread: number;
  /** 0…1 of the work. */
  progress: number;
  trouble: string | null;
  chosenId: string | null;
  onChoose: (id: string | null) => void;
  onAgain: () => void;
  onCopy: (theme: ShownTheme) => Promise<boolean>;
  onSave: (theme: ShownTheme) => void;
  /** Webhooks that are told of themes; none for who may not send. */
  places: readonly { id: string; name: string }[];
  /** Null: on its way; else in words why not. */
  onSend: (theme: ShownTheme, webhookId: string) => Promise<string | null>;
}
