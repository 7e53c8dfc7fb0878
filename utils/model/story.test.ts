import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSENT_STEPS_MAX, NOTE_MAX, TAGS_MAX } from './story-limits.ts';
import { mayLeave } from './may-leave.ts';
import {
  editStory,
  noteConsent,
  noticeStory,
  saveStory,
  storySchema,
  type Story,
  type StorySave,
} from './story.ts';

const ana = { memberId: 'ana', at: 100 };
const ben = { memberId: 'ben', at: 200 };
const save = (over: Partial<StorySave> = {}): StorySave => ({
  id: 'x:1',
  post: {
    site: 'x',
    id: '1',
    author: { handle: 'lena' },
    text: 'The new lid fits.',
    permalink: null,
    time: null,
    parentId: null,
  },
  note: '',
  tags: [],
  permission: 'none',
  ...over,
});
const saved = (over: Partial<Story> = {}): Story => ({ ...saveStory(null, save(), ana), ...over });

describe('saving a story', () => {
  it('keeps who saved it first, with what the second adds', () => {
    const first = saveStory(null, save({ note: 'For the fair', tags: ['Kettle'] }), ana);
    const both = saveStory(first, save({ note: 'Ask for a photo', tags: ['kettle', 'lid'] }), ben);
    expect(both).toMatchObject({
      savedBy: 'ana',
      savedAt: 100,
      note: 'For the fair\nAsk for a photo',
      tags: ['Kettle', 'lid'],
    });
  });

  it('takes nothing away: no note, permission, picture or arc', () => {
    const part = {
      id: 'x:2',
      from: 'team',
      handle: 'care',
      text: 'Hi',
      permalink: null,
      at: 5,
    } as const;
    const known = saved({ note: 'Mine', permission: 'granted', campaign: 'spring', arc: [part] });
    expect(saveStory(known, save({ campaign: 'autumn' }), ben)).toEqual(known);
  });

  it('says the same note once', () => {
    expect(saveStory(saved({ note: 'Nice' }), save({ note: 'Nice' }), ben).note).toBe('Nice');
  });
});

describe('changing a story', () => {
  it('adds and removes tags and collections, whatever the case, and leaves the rest', () => {
    const known = saved({ tags: ['Kettle', 'lid'], collections: ['a', 'b'], campaign: 'spring' });
    const after = editStory(known, {
      id: 'x:1',
      addTags: ['LID', 'box'],
      removeTags: ['kettle'],
      putInto: ['c'],
      takeFrom: ['a'],
    });
    expect(after).toEqual({ ...known, tags: ['lid', 'box'], collections: ['b', 'c'] });
  });

  it('empties the campaign, and leaves no empty list', () => {
    const known = saved({ collections: ['a'], campaign: 'spring' });
    expect(editStory(known, { id: 'x:1', campaign: '', takeFrom: ['a'] })).toEqual(saved());
  });

  it('of two people at once comes to the same in any order', () => {
    const tag = fc.constantFrom('a', 'b', 'c', 'd');
    const tags = fc.uniqueArray(tag, { maxLength: 4 });
    fc.assert(
      fc.property(tags, tags, tags, (start, one, other) => {
        const known = saved({ tags: start });
        const add = (story: Story, addTags: string[]) => editStory(story, { id: 'x:1', addTags });
        const sorted = (story: Story) => story.tags.toSorted();
        expect(sorted(add(add(known, one), other))).toEqual(sorted(add(add(known, other), one)));
      }),
    );
  });
});

describe('permission', () => {
  it('is what was noted last, with every step and its evidence', () => {
    const evidence = { text: 'Sure, go ahead', permalink: 'https://x.example/2' };
    const asked = noteConsent(saved(), { id: 'x:1', state: 'asked' }, ana);
    const granted = noteConsent(asked, { id: 'x:1', state: 'granted', evidence }, ben);
    expect(granted.permission).toBe('granted');
    expect(granted.consent).toEqual([
      { state: 'asked', by: 'ana', at: 100 },
      { state: 'granted', evidence, by: 'ben', at: 200 },
    ]);
  });

  it('keeps the newest steps', () => {
    let story = saved();
    for (let at = 0; at <= CONSENT_STEPS_MAX; at++) {
      story = noteConsent(story, { id: 'x:1', state: 'asked' }, { memberId: 'ana', at });
    }
    expect(story.consent).toHaveLength(CONSENT_STEPS_MAX);
    expect(story.consent?.[0]?.at).toBe(1);
  });

  it('that was declined or withdrawn keeps a story inside the team', () => {
    const states = ['none', 'asked', 'granted', 'declined', 'withdrawn'] as const;
    expect(states.filter((permission) => mayLeave({ permission }))).toEqual([
      'none',
      'asked',
      'granted',
    ]);
  });
});

describe('what is seen of a story later', () => {
  it('is noted with who saw it, and taken back', () => {
    const edited = noticeStory(
      saved(),
      { id: 'x:1', change: { kind: 'edited', text: 'The new lid leaks.' } },
      ben,
    );
    expect(edited.changed).toEqual({
      kind: 'edited',
      text: 'The new lid leaks.',
      by: 'ben',
      at: 200,
    });
    expect(edited.post.text).toBe('The new lid fits.');
    expect(noticeStory(edited, { id: 'x:1', change: null }, ana)).toEqual(saved());
    expect(noticeStory(edited, { id: 'x:1', arc: [] }, ana).changed).toEqual(edited.changed);
  });
});

it('comes to a story again whatever is done to it', () => {
  const text = (max: number) => fc.string({ maxLength: max });
  const tags = fc.array(
    fc.string({ minLength: 1, maxLength: 5 }).map((tag) => `t${tag.trim()}`),
    {
      maxLength: TAGS_MAX,
    },
  );
  const step = fc.oneof(
    fc
      .record({ note: text(NOTE_MAX), tags })
      .map((over) => (story: Story) => saveStory(story, save(over), ben)),
    fc
      .record({ addTags: tags, removeTags: tags, note: text(NOTE_MAX) })
      .map((edit) => (story: Story) => editStory(story, { id: 'x:1', ...edit })),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const story = steps.reduce((after, run) => run(after), saved());
      expect(storySchema.parse(story)).toEqual(story);
    }),
  );
});
