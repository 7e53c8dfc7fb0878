import { z } from 'zod';
import { POST_TEXT_MAX } from './post-key.ts';
import { postSchema, webUrlSchema } from './post.ts';
import {
  ARC_MAX,
  CAMPAIGN_MAX,
  COLLECTIONS_MAX,
  CONSENT_STEPS_MAX,
  NOTE_MAX,
  PICTURE_MAX,
  TAG_MAX,
  TAGS_MAX,
} from './story-limits.ts';

/** Whether the customer agreed that the team uses what they wrote. */
export const permissionSchema = z.enum(['none', 'asked', 'granted', 'declined', 'withdrawn']);
export type Permission = z.infer<typeof permissionSchema>;

/** What shows a step: the customer's answer or, where they were asked, the question. */
export const evidenceSchema = z.object({
  /** As it was written. */
  text: z.string().max(2_000),
  permalink: webUrlSchema.nullable(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** One step of asking for permission. */
export const consentStepSchema = z.object({
  state: permissionSchema,
  evidence: evidenceSchema.optional(),
  /** Who noted it, and when (server clock, ms). */
  by: z.string().max(60),
  at: z.number().int(),
});
export type ConsentStep = z.infer<typeof consentStepSchema>;

/** A picture of the post as it stood on the page. Its bytes do not travel with the record. */
export const pictureSchema = z.object({
  /** SHA-256 of the bytes, hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(['image/webp', 'image/jpeg', 'image/png']),
  width: z.number().int().positive().max(10_000),
  height: z.number().int().positive().max(10_000),
  bytes: z.number().int().positive().max(PICTURE_MAX),
});
export type Picture = z.infer<typeof pictureSchema>;

/** What came after a story's own post: the team's answers and the customer's words on them. */
export const storyPartSchema = z.object({
  /** Key of its post. */
  id: z.string().min(1).max(320),
  from: z.enum(['customer', 'team']),
  handle: z.string().max(200),
  text: z.string().max(2_000),
  permalink: webUrlSchema.nullable(),
  at: z.number().int(),
});
export type StoryPart = z.infer<typeof storyPartSchema>;

/** What has become of a story's post on its page since it was saved. */
export const storyChangeSchema = z.object({
  kind: z.enum(['edited', 'deleted']),
  /** With `edited`: as it reads now. */
  text: z.string().max(POST_TEXT_MAX).optional(),
});

const id = z.string().min(1).max(320);
const tagsSchema = z.array(z.string().trim().min(1).max(TAG_MAX)).max(TAGS_MAX);
const collectionIdsSchema = z.array(z.string().min(1).max(60)).max(COLLECTIONS_MAX);
const noteSchema = z.string().max(NOTE_MAX);
const campaignSchema = z.string().trim().max(CAMPAIGN_MAX);
const arcSchema = z.array(storyPartSchema).max(ARC_MAX);

/** A saved customer story. */
export const storySchema = z.object({
  /** Key of the post: one post is one story, whoever saves it. */
  id,
  post: postSchema,
  note: noteSchema,
  tags: tagsSchema,
  permission: permissionSchema,
  campaign: campaignSchema.optional(),
  /** Ids of the collections it is in. */
  collections: collectionIdsSchema.optional(),
  picture: pictureSchema.optional(),
  /** Oldest first; the last one is what `permission` says. */
  consent: z.array(consentStepSchema).max(CONSENT_STEPS_MAX).optional(),
  /** Oldest first. */
  arc: arcSchema.optional(),
  changed: storyChangeSchema.extend({ by: z.string().max(60), at: z.number().int() }).optional(),
  savedBy: z.string().max(60),
  savedAt: z.number().int(),
});
export type Story = z.infer<typeof storySchema>;

/** What is told when a story is saved. */
export const storySaveSchema = storySchema
  .omit({ savedBy: true, savedAt: true, consent: true, changed: true })
  .strict();
export type StorySave = z.infer<typeof storySaveSchema>;

/** What a person changes of a story; what is absent stays. Tags and collections by what comes and goes, so that two people may change them at once. */
export const storyEditSchema = z.strictObject({
  id,
  note: noteSchema.optional(),
  /** Empty: none. */
  campaign: campaignSchema.optional(),
  addTags: tagsSchema.optional(),
  removeTags: tagsSchema.optional(),
  putInto: collectionIdsSchema.optional(),
  takeFrom: collectionIdsSchema.optional(),
});
export type StoryEdit = z.infer<typeof storyEditSchema>;

export const storyConsentSchema = z.strictObject({
  id,
  state: permissionSchema,
  evidence: evidenceSchema.optional(),
});
export type StoryConsent = z.infer<typeof storyConsentSchema>;

/** What was seen of a story on its page: null undoes `change`. What is absent stays. */
export const storyNoticeSchema = z.strictObject({
  id,
  change: storyChangeSchema.strict().nullable().optional(),
  /** The whole of what came after it, as it is known now. */
  arc: arcSchema.optional(),
  picture: pictureSchema.optional(),
});
export type StoryNotice = z.infer<typeof storyNoticeSchema>;

/** Stories that belong together, as for a campaign or a page of the company's site. */
export const collectionSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(80),
  note: z.string().max(500),
});
export type Collection = z.infer<typeof collectionSchema>;

interface By {
  memberId: string;
  at: number;
}

/**
 * A story after somebody saved it. One post is one story: who saved it first stays, and nothing of what is known goes: a
 * second save adds its tags, collections and note.
 */
export function saveStory(known: Story | null, save: StorySave, { memberId, at }: By): Story {
  if (!known) return { ...save, savedBy: memberId, savedAt: at };
  const { note, tags, campaign, collections, picture, arc } = save;
  const added = note === '' || known.note.includes(note) ? '' : note;
  const all = addAll(known.collections, collections, COLLECTIONS_MAX);
  return {
    ...known,
    note: [known.note, added].filter(Boolean).join('\n').slice(0, NOTE_MAX),
    tags: addTags(known.tags, tags),
    ...(known.campaign || !campaign ? {} : { campaign }),
    ...(all.length === 0 ? {} : { collections: all }),
    ...(known.picture || !picture ? {} : { picture }),
    ...(known.arc || !arc ? {} : { arc }),
  };
}

/** A story after somebody changed what people wrote of it. */
export function editStory(known: Story, edit: StoryEdit): Story {
  const { campaign: oldCampaign, collections: old, ...rest } = known;
  const campaign = edit.campaign ?? oldCampaign ?? '';
  const gone = new Set(edit.removeTags?.map(toSame));
  const left = new Set(edit.takeFrom);
  const collections = addAll(
    old?.filter((one) => !left.has(one)),
    edit.putInto,
    COLLECTIONS_MAX,
  );
  return {
    ...rest,
    note: edit.note ?? known.note,
    tags: addTags(
      known.tags.filter((tag) => !gone.has(toSame(tag))),
      edit.addTags ?? [],
    ),
    ...(campaign === '' ? {} : { campaign }),
    ...(collections.length === 0 ? {} : { collections }),
  };
}

/** A story after a step of asking for permission. */
export function noteConsent(known: Story, { state, evidence }: StoryConsent, by: By): Story {
  const step = { state, ...(evidence ? { evidence } : {}), by: by.memberId, at: by.at };
  return {
    ...known,
    permission: state,
    consent: [...(known.consent ?? []), step].slice(-CONSENT_STEPS_MAX),
  };
}

/** A story after something was seen of it on its page. */
export function noticeStory(known: Story, { change, arc, picture }: StoryNotice, by: By): Story {
  const { changed: before, ...rest } = known;
  const changed =
    change === undefined ? before : change && { ...change, by: by.memberId, at: by.at };
  return {
    ...rest,
    ...(changed ? { changed } : {}),
    ...(arc ? { arc } : {}),
    ...(picture ? { picture } : {}),
  };
}

/** Tags are the same whatever their case; how one was written first stays. */
function addTags(known: readonly string[], more: readonly string[]): string[] {
  const all = new Map(known.map((tag) => [toSame(tag), tag]));
  for (const tag of more) if (!all.has(toSame(tag))) all.set(toSame(tag), tag);
  return [...all.values()].slice(0, TAGS_MAX);
}

function addAll(known: readonly string[] = [], more: readonly string[] = [], max: number) {
  return [...new Set([...known, ...more])].slice(0, max);
}

function toSame(tag: string): string {
  return tag.normalize('NFKC').toLowerCase();
}
