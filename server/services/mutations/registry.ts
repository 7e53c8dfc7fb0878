import type { Mutation, MutationKind } from '#utils/sync/wire.ts';
import type { Actor } from '../actor.ts';
import type { TeamWrite } from '../team-write.ts';
import type { Apply } from './apply.ts';
import { routeThread, snoozeThread } from './thread-queue.ts';
import { saveGuide } from './guide.ts';
import {
  forgetLibraryUses,
  removeLibraryEntry,
  saveLibraryEntry,
  setLibraryState,
  useLibraryEntry,
} from './library.ts';
import { answerThreadLook, askThreadLook, endThreadLook } from './looks.ts';
import { removeBrand, removeSite, saveBrand, saveSite } from './documents.ts';
import {
  removeBoardView,
  removeDesk,
  removePartner,
  saveBoardView,
  saveDesk,
  savePartner,
  saveRouting,
} from './board.ts';
import {
  changeStory,
  keepStory,
  noteStoryConsent,
  noticeStoryChange,
  removeCollection,
  removeStory,
  saveCollection,
} from './stories.ts';
import { updateMember } from './members.ts';
import { recordReply } from './replies.ts';
import {
  addThreadFollowUp,
  confirmThread,
  labelThread,
  seeThread,
  setThreadOutcome,
} from './threads.ts';

/** A new kind of fact does not compile until it stands here. */
const effects: { [K in MutationKind]: Apply<K> } = {
  'thread.see': seeThread,
  'thread.setOutcome': setThreadOutcome,
  'thread.confirm': confirmThread,
  'thread.label': labelThread,
  'thread.followUp': addThreadFollowUp,
  'thread.route': routeThread,
  'thread.snooze': snoozeThread,
  'look.ask': askThreadLook,
  'look.answer': answerThreadLook,
  'look.end': endThreadLook,
  'reply.record': recordReply,
  'story.save': keepStory,
  'story.edit': changeStory,
  'story.consent': noteStoryConsent,
  'story.notice': noticeStoryChange,
  'story.remove': removeStory,
  'collection.save': saveCollection,
  'collection.remove': removeCollection,
  'library.save': saveLibraryEntry,
  'library.remove': removeLibraryEntry,
  'library.setState': setLibraryState,
  'library.use': useLibraryEntry,
  'library.forgetUses': forgetLibraryUses,
  'guide.save': saveGuide,
  'desk.save': saveDesk,
  'desk.remove': removeDesk,
  'partner.save': savePartner,
  'partner.remove': removePartner,
  'routing.save': saveRouting,
  'view.save': saveBoardView,
  'view.remove': removeBoardView,
  'brand.save': saveBrand,
  'brand.remove': removeBrand,
  'site.save': saveSite,
  'site.remove': removeSite,
  'member.update': updateMember,
};

/** Carries one checked fact out. Throws `Refused` when it may not be. */
export async function applyFact(write: TeamWrite, actor: Actor, mutation: Mutation): Promise<void> {
  const apply = effects[mutation.kind] as Apply<MutationKind>;
  await apply(write, actor, mutation.args);
}
