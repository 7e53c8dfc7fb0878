/** T9: no page gets a press counted on a button that the person does not see. */
import { expect, test } from '@playwright/test';
import { attacks } from './attacks.ts';
import type { Attack } from './attacks.ts';
import { startHostileSite, toForumPage } from './hostile-site.ts';
import type { HostileSite } from './hostile-site.ts';
import { lookUntil, pause, startChromium, startFirefox } from './rig.ts';
import type { Rig, SeenInside, Tab } from './rig.ts';

/** Where the pointer rests before it goes anywhere. */
const REST = { x: 600, y: 400 };

const HOST = `const host = document.querySelector('#room div[style*="initial"]');`;

type Button = SeenInside['buttons'][number];

const claimOf = (chips: SeenInside[]) => {
  const button = chips[0]?.buttons.find(({ label }) => label === 'Claim');
  if (!button) throw new Error(`There is no Claim: ${JSON.stringify(chips)}`);
  return button;
};
const middleOf = ({ x, y, width, height }: Button): [number, number] => [
  x + width / 2,
  y + height / 2,
];

async function openForum(rig: Rig, site: HostileSite, name: string): Promise<Tab> {
  const tab = await rig.open();
  await tab.goto(`${site.url}/forum/${name.replaceAll(/\W+/gu, '-')}`);
  await lookUntil(tab, ([chip]) => chip?.state === 'open');
  await tab.move(REST.x, REST.y);
  await pause(700);
  return tab;
}

async function strike(tab: Tab, attack: Attack): Promise<void> {
  const box = claimOf(await tab.look());
  const world = `${HOST} const box = ${JSON.stringify(box)};`;
  await tab.run(`{ ${world} ${attack.prepare} }`);
  await pause(900);
  const strikeNow = async () => {
    if (!attack.strike) return;
    await tab.run(`{ ${world} ${attack.strike} }`);
    await pause(40);
  };
  if (attack.drags) {
    await tab.down();
    await tab.move(...middleOf(claimOf(await tab.look())), 8);
    await pause(300);
    await tab.up();
    return;
  }
  // A person goes where they are lured, and presses after the time it takes to decide.
  if (!attack.rests) await tab.move(...middleOf(claimOf(await tab.look())), 8);
  await pause(300);
  await strikeNow();
  await tab.down();
  await tab.up();
}

async function press(tab: Tab, steps = 8, dwellMs = 150): Promise<void> {
  await tab.move(...middleOf(claimOf(await tab.look())), steps);
  if (dwellMs > 0) await pause(dwellMs);
  await tab.down();
  await tab.up();
}

for (const [name, start] of [
  ['Chromium', startChromium],
  ['Firefox', startFirefox],
] as const) {
  test.describe(`in ${name}`, () => {
    test.describe.configure({ timeout: 120_000 });
    let rig: Rig | null = null;
    let site: HostileSite;

    test.beforeAll(async () => {
      test.setTimeout(180_000);
      rig = await start();
      site = await startHostileSite({
        forum: toForumPage({ after: '<div style="height: 3000px"></div>' }),
        frame: `<!doctype html><iframe src="/forum/framed" style="opacity:0.01;width:100%;height:500px"></iframe>`,
      });
    });
    test.afterAll(async () => {
      await rig?.close();
      await site?.close();
    });
    test.beforeEach(() => {
      test.skip(rig === null, `No ${name} here: its part is not tried`);
    });

    for (const attack of attacks) {
      test(`a page that ${attack.name} gets no claim`, async () => {
        if (!rig) return;
        test.skip(
          attack.needsVouching === true && rig.name === 'firefox',
          'Firefox does not say since when something is seen (docs/threats.md, T9)',
        );
        const tab = await openForum(rig, site, attack.name);
        await strike(tab, attack);
        const chips = await lookUntil(tab, ([chip]) => chip?.state === 'mine', 2_500);
        expect(chips[0]?.state).toBe('open');
        await tab.close();
      });
    }

    test('a page in a frame holds no chip to press', async () => {
      if (!rig) return;
      const tab = await rig.open();
      await tab.goto(`${site.url}/frame`);
      await pause(1_500);
      expect(await tab.look()).toEqual([]);
      expect(
        await tab.run(`frames[0].document.querySelectorAll('[style*="initial"]').length`),
      ).toBe(0);
      await tab.close();
    });

    test('events that a script makes claim nothing', async () => {
      if (!rig) return;
      const tab = await openForum(rig, site, 'forged');
      await tab.run(`{ ${HOST}
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keyup']) {
          const Kind = type.startsWith('key') ? KeyboardEvent : type.startsWith('pointer') ? PointerEvent : MouseEvent;
          host.dispatchEvent(new Kind(type, { bubbles: true, composed: true, key: 'Enter', detail: 1 }));
        }
        host.click(); }`);
      const [chip] = await lookUntil(tab, ([seen]) => seen?.state === 'mine', 1_500);
      expect(chip?.state).toBe('open');
      await tab.close();
    });

    test('a refused press says where to go instead', async () => {
      if (!rig) return;
      const tab = await openForum(rig, site, 'note');
      const fade = attacks[0];
      if (fade) await strike(tab, fade);
      const [chip] = await lookUntil(tab, ([seen]) => seen?.note !== '', 3_000);
      expect(chip?.note).toBe(
        'Hearback could not make sure that you see this button. Press it in the popup.',
      );
      await tab.close();
    });

    test('a chip that comes where the pointer rests is not claimed by a press at once', async () => {
      if (!rig) return;
      test.skip(rig.name === 'firefox', 'Looking there takes longer than a chip is new');
      const tab = await openForum(rig, site, 'rests');
      const place = middleOf(claimOf(await tab.look()));
      await tab.run(`globalThis.room = document.querySelector('#room'); room.remove()`);
      await lookUntil(tab, (chips) => chips.length === 0);
      await tab.move(...place, 4);
      await tab.run('document.body.prepend(room)');
      await lookUntil(tab, ([chip]) => chip?.state === 'open');
      await tab.down();
      await tab.up();
      const [chip] = await lookUntil(tab, ([seen]) => seen?.state === 'mine', 2_500);
      expect(chip?.state).toBe('open');
      await tab.close();
    });

    test('a press right after the chip has come claims', async () => {
      if (!rig) return;
      const tab = await rig.open();
      await tab.goto(`${site.url}/forum/at-once`);
      await tab.move(REST.x, REST.y);
      await lookUntil(tab, ([chip]) => chip?.state === 'open');
      await press(tab, 4, 50);
      const [chip] = await lookUntil(tab, ([seen]) => seen?.state === 'mine', 5_000);
      expect(chip?.note).toBe('');
      expect(chip?.state).toBe('mine');
      await tab.close();
    });

    const honest: [what: string, act: (tab: Tab) => Promise<void>][] = [
      ['a press after a natural pause', (tab) => press(tab)],
      ['a press as soon as the pointer is there', (tab) => press(tab, 8, 0)],
      ['a pointer that jumps', (tab) => press(tab, 1, 0)],
      [
        'a press right after scrolling',
        async (tab) => {
          await tab.wheel(20);
          await pause(250);
          await press(tab, 6, 60);
        },
      ],
      [
        'a press on the way from the line',
        async (tab) => {
          const [line] = (await tab.look())[0]?.buttons ?? [];
          if (line) await tab.move(...middleOf(line), 4);
          await pause(120);
          await press(tab, 4, 30);
        },
      ],
      [
        'a press by keyboard',
        async (tab) => {
          // From the page's own link before the chip: first the line, then Claim.
          await tab.run(`document.querySelector('#room a').focus()`);
          await tab.key('Tab');
          await tab.key('Tab');
          await pause(200);
          await tab.key('Enter');
        },
      ],
    ];
    for (const [what, act] of honest) {
      test(`${what} claims`, async () => {
        if (!rig) return;
        const tab = await openForum(rig, site, what);
        await act(tab);
        const [chip] = await lookUntil(tab, ([seen]) => seen?.state === 'mine', 5_000);
        expect(chip?.note).toBe('');
        expect(chip?.state).toBe('mine');
        await tab.close();
      });
    }
  });
}
