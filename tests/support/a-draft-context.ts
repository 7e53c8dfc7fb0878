import type { DraftContext } from '#utils/checks/draft-check.ts';
import { preparePeople } from '#utils/checks/other-customer.ts';
import { prepareReplies } from '#utils/checks/same-text.ts';

/** What a draft about Ada's kettle is checked against; nothing is recent, no language is known. */
export function aDraftContext(over: Partial<DraftContext> = {}): DraftContext {
  return {
    now: 0,
    length: null,
    post: { text: 'My Acme kettle is broken', handle: '@ada_example', name: 'Ada Example' },
    threadId: 't1',
    ours: ['Acme', '@acme'],
    publicContacts: [],
    recent: prepareReplies([]),
    people: preparePeople([]),
    languageOf: () => null,
    dismissed: new Set(),
    ...over,
  };
}
