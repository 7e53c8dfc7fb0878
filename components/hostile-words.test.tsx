// @vitest-environment happy-dom
/**
 * Words of strangers, teammates and servers, everywhere they are shown: they stay words, and no address of theirs
 * becomes a link unless it leads to the web (reliability.md T5, T6).
 */
import { cleanup, render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { panelProps } from '#tests/gallery/panel-props.ts';
import { NOW, aPost, aReply, aView, viewsByState } from '#tests/gallery/samples.ts';
import { optionsProps } from '#tests/gallery/settings-props.ts';
import { xssPayloads } from '#tests/support/xss-corpus.ts';
import type { Device } from '#utils/model/access.ts';
import type { Story } from '#utils/model/story.ts';
import { BoxNotice } from '#components/chip/BoxNotice.tsx';
import { Chip } from '#components/chip/Chip.tsx';
import { PanelView } from '#components/panel/PanelView.tsx';
import type { PanelProps } from '#components/panel/panel-props.ts';
import { OptionsView } from '#components/settings/OptionsView.tsx';

afterEach(cleanup);

/** What stands at one place: words, and where something is linked its address. */
interface Words {
  words: string;
  link: string;
}

const panel = (over: Partial<PanelProps>) => <PanelView {...panelProps(over)} />;
const thread = (over: Parameters<typeof aView>[0]) => panel({ chosen: aView(over) });
const options = optionsProps();
const nothing = () => undefined;

function aStory({ words, link }: Words): Story {
  const post = aPost({ text: words, permalink: link, author: { handle: words, name: words } });
  return {
    id: 'x:1',
    post,
    note: words,
    tags: [words],
    permission: 'none',
    savedBy: 'ana',
    savedAt: NOW,
  };
}

function history({ words, link }: Words) {
  const entry = { id: 1, at: NOW, memberId: 'ana', action: words, target: 'x:1' };
  const props = {
    ...options.history,
    entries: [entry],
    names: { ana: words },
    threads: { 'x:1': { author: words, place: words, permalink: link } },
  };
  return <OptionsView {...optionsProps({ section: 'history', history: props as never })} />;
}

function aDevice(name: string): Device {
  return { id: 'd9', memberId: 'me', name, createdAt: NOW, seenAt: NOW };
}

const places: Record<string, (shown: Words) => ComponentChildren> = {
  'a post in the panel': ({ words, link }) =>
    thread({
      thread: {
        ...aView().thread,
        post: aPost({
          text: words,
          title: words,
          permalink: link,
          author: { handle: words, name: words },
          quoted: { author: words, text: words },
        }),
      },
    }),
  'an answer of a teammate': ({ words, link }) =>
    thread({
      replies: [aReply({ text: words, handle: words, permalink: link })],
      names: { me: 'Mia', ana: words, ben: words },
    }),
  'a note at handing over': ({ words }) => {
    const view = viewsByState.handedToMe;
    const { claim } = view.thread;
    return panel({
      chosen: { ...view, thread: { ...view.thread, claim: claim && { ...claim, note: words } } },
    });
  },
  'a customer story': (shown) =>
    panel({
      tab: 'stories',
      stories: { items: [{ story: aStory(shown), savedByName: shown.words }], count: 1 },
    }),
  'a double answer': ({ words, link }) => {
    const view = viewsByState.doubledChecked;
    const post = aPost({ text: words, permalink: link, author: { handle: words, name: words } });
    const replies = view.replies.map((reply) => ({ ...reply, permalink: link }));
    const items = [{ ...view, thread: { ...view.thread, post }, replies }];
    return panel({ tab: 'team', teamShows: 'doubled', doubled: { items, count: 1 } });
  },
  'a refused fact': ({ words }) => panel({ refused: [{ id: 1, what: words, why: words }] }),
  'the history': history,
  'the name of a browser': ({ words }) => (
    <OptionsView
      {...optionsProps({
        team: { ...options.team, devices: [aDevice(words)], trouble: words },
      })}
    />
  ),
  'the name of a team and a teammate': ({ words }) => (
    <OptionsView
      {...optionsProps({
        team: {
          ...options.team,
          team: { id: 't', name: words },
          members: [{ id: 'ana', name: words, role: 'lead', handles: [] }],
        },
      })}
    />
  ),
  'a chip': ({ words }) => (
    <Chip
      view={{ ...viewsByState.theirs, names: { me: 'Mia', ana: words, ben: words } }}
      now={NOW}
      theme="light"
      busy={false}
      note={words}
      onAct={nothing}
    />
  ),
  'a notice at a reply box': ({ words }) => (
    <BoxNotice
      theme="light"
      items={[{ id: 'a', tone: 'warn', text: words, acts: [{ label: words, onPress: nothing }] }]}
    />
  ),
};

const shownAs = (children: ComponentChildren) => {
  const { container } = render(<>{children}</>);
  const elements = [...container.querySelectorAll('*')];
  const links = elements.flatMap((element) =>
    ['href', 'src', 'action', 'formaction', 'srcdoc', 'style']
      .map((name) => element.getAttribute(name))
      .filter((value) => value !== null),
  );
  const events = elements.flatMap((element) =>
    element.getAttributeNames().filter((name) => name.startsWith('on')),
  );
  const text = container.textContent;
  cleanup();
  return { tags: elements.map(({ localName }) => localName).join(' '), links, events, text };
};

const link = 'https://x.com/ada_example/status/1';
/** Of each kind some: a whole view is drawn for every one. The browser is shown all of them in xss.spec.ts. */
const words = xssPayloads.filter((payload, at) => payload.length < 60 && at % 8 === 0);
const addresses = xssPayloads.filter((payload) => /^[^<"'`>]*:[^<]*__pwn\(\)$/u.test(payload));

test('there is enough to try', () => {
  expect(words.length).toBeGreaterThan(15);
  expect(addresses.length).toBeGreaterThan(15);
});

describe.each(Object.entries(places))('%s', (_where, place) => {
  test('shows every string as it is, without an element more', { timeout: 30_000 }, () => {
    const plain = shownAs(place({ words: 'plainwords', link }));
    expect(plain.text).toContain('plainwords');
    const wrong = words.filter((one) => {
      const { tags, events, text } = shownAs(place({ words: one, link }));
      return tags !== plain.tags || events.length > 0 || !text.includes(one);
    });
    expect(wrong).toEqual([]);
  });
});

// Those that link to what somebody else has named.
const linking = [
  'a post in the panel',
  'an answer of a teammate',
  'a customer story',
  'a double answer',
  'the history',
];

test.each(linking)('%s makes links of web addresses alone', { timeout: 30_000 }, (where) => {
  const place = places[where] ?? (() => null);
  expect(shownAs(place({ words: 'plainwords', link })).links).toContain(link);
  const found = addresses.flatMap((address) => {
    const { links } = shownAs(place({ words: 'plainwords', link: address }));
    return links.filter((value) => !/^(?:https?:\/\/|#)/iu.test(value));
  });
  expect(found).toEqual([]);
});
