/**
 * What awkward pages do. Each `act` runs inside the page, alone: it can use what `prepare` put on `window` and nothing of
 * this file.
 */
import type { Page } from '@playwright/test';

interface AwkwardWindow extends Window {
  awkward: {
    list: HTMLElement;
    /** HTML of so many posts; each call goes on counting. Every hundredth mentions the brand, the first too. */
    posts(count: number, text?: string): string;
    pause(ms: number): Promise<void>;
  };
}

export interface AwkwardKind {
  name: string;
  act(page: Page): Promise<void>;
  /** How long is waited for what comes of it, ms. */
  settleMs: number;
}

/** Puts the helpers of every kind into the page. */
export function prepare(page: Page): Promise<void> {
  return page.evaluate(() => {
    const cell = document.querySelector<HTMLTemplateElement>('#cell')?.innerHTML ?? '';
    let next = 0;
    const words =
      'It stopped in the middle of boiling and I have no idea what to do now, has anybody seen this';
    (window as unknown as AwkwardWindow).awkward = {
      list: document.querySelector('#contents') as HTMLElement,
      posts(count, text = words) {
        let html = '';
        for (let index = 0; index < count; index += 1, next += 1) {
          const own =
            next % 100 === 0 ? `My Acme kettle broke. ${text} ${next}` : `${text} ${next}`;
          html += cell
            .replaceAll('{{id}}', `${100_000_000 + next}`)
            .replaceAll('{{author}}', `person${next % 500}`)
            .replaceAll('{{text}}', own);
        }
        return html;
      },
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    };
  });
}

export const awkwardKinds: readonly AwkwardKind[] = [
  {
    name: 'recycled nodes',
    settleMs: 2_000,
    act: (page) =>
      page.evaluate(async () => {
        const { list, posts, pause } = (window as unknown as AwkwardWindow).awkward;
        list.innerHTML = posts(60);
        const copy = (from: Node, to: Node) => {
          if (from instanceof Element && to instanceof Element) {
            for (const { name, value } of from.attributes) {
              if (to.getAttribute(name) !== value) to.setAttribute(name, value);
            }
          } else if (to.nodeValue !== from.nodeValue) to.nodeValue = from.nodeValue;
          // What others put between does not move the rest: kinds are matched in order.
          const own = [...to.childNodes].filter(
            (node) => !(node instanceof HTMLDivElement && node.style.all),
          );
          for (const [index, child] of [...from.childNodes].entries()) {
            const target = own[index];
            if (target?.nodeName === child.nodeName) copy(child, target);
          }
        };
        const box = document.createElement('div');
        for (let tick = 0; tick < 200; tick += 1) {
          box.innerHTML = posts(10);
          for (const [index, fresh] of [...box.children].entries()) {
            const old = list.children[(tick * 10 + index) % 60];
            if (old) copy(fresh, old);
          }
          await pause(16);
        }
      }),
  },
  {
    name: '10,000 nodes at once',
    settleMs: 9_500,
    act: (page) =>
      page.evaluate(() => {
        const { list, posts } = (window as unknown as AwkwardWindow).awkward;
        const box = document.createElement('div');
        box.innerHTML = posts(1);
        const size = box.querySelectorAll('*').length;
        list.innerHTML = posts(Math.ceil(10_000 / size));
      }),
  },
  {
    name: '10,000 posts at once',
    settleMs: 12_000,
    act: (page) =>
      page.evaluate(() => {
        const { list, posts } = (window as unknown as AwkwardWindow).awkward;
        list.innerHTML = posts(10_000);
      }),
  },
  {
    name: 'hostile attributes',
    settleMs: 2_000,
    act: (page) =>
      page.evaluate(async () => {
        const { list, posts, pause } = (window as unknown as AwkwardWindow).awkward;
        list.innerHTML = posts(300);
        const long = 'A'.repeat(20_000);
        const clobbering = [
          'parentElement',
          'parentNode',
          'children',
          'contains',
          'closest',
          'localName',
          'attributes',
          'querySelector',
          'matches',
          'textContent',
        ];
        for (const [index, cell] of [...list.children].entries()) {
          for (let more = 0; more < 100; more += 1)
            cell.setAttribute(`data-a${more}`, '"><script>alert(1)</script>');
          for (const link of cell.querySelectorAll('a')) link.title = long;
          for (const time of cell.querySelectorAll('time'))
            time.dateTime = index % 2 ? long : '99999-99-99T99:99';
          const form = document.createElement('form');
          for (const name of clobbering)
            form.append(Object.assign(document.createElement('input'), { name }));
          form.setAttribute('onfocus', 'throw 1');
          cell.append(form);
        }
        // Attributes that sites hide screens by change all the time, on everything.
        for (let tick = 0; tick < 60; tick += 1) {
          for (const element of list.querySelectorAll<HTMLElement>('a, div')) {
            element.style.opacity = `${tick % 2}`;
            element.setAttribute('aria-hidden', `${tick % 2 === 0}`);
            if (element.id === '') element.setAttribute('data-id', `${tick}`);
          }
          await pause(30);
        }
        for (const element of list.querySelectorAll('[aria-hidden]'))
          element.removeAttribute('aria-hidden');
      }),
  },
  {
    name: '500 levels of answers',
    settleMs: 9_500,
    act: (page) =>
      page.evaluate(() => {
        const { list, posts } = (window as unknown as AwkwardWindow).awkward;
        const box = document.createElement('div');
        box.innerHTML = posts(500);
        let holder: Element = list;
        // The parser would stop at 512 levels of elements; scripts need not.
        const cells = [...box.children];
        for (const cell of cells) {
          holder.append(cell);
          holder = cell;
        }
      }),
  },
  {
    name: 'nested frames',
    settleMs: 3_000,
    act: (page) =>
      page.evaluate(() => {
        const { list, posts } = (window as unknown as AwkwardWindow).awkward;
        const nest = (depth: number): HTMLIFrameElement => {
          const frame = document.createElement('iframe');
          frame.addEventListener('load', () => {
            const body = frame.contentDocument?.body;
            if (!body || body.childElementCount > 0) return;
            body.innerHTML = posts(40);
            if (depth < 3) body.append(nest(depth + 1), nest(depth + 1));
          });
          return frame;
        };
        list.innerHTML = posts(120);
        for (let count = 0; count < 4; count += 1) list.append(nest(0));
      }),
  },
  {
    name: 'right to left',
    settleMs: 3_000,
    act: (page) =>
      page.evaluate(() => {
        const { list, posts } = (window as unknown as AwkwardWindow).awkward;
        document.documentElement.dir = 'rtl';
        const text =
          '\u202Eغلايتي توقفت عن العمل في منتصف الغليان ولا أعرف ماذا أفعل\u202C הקומקום שלי הפסיק \u2067לרתוח\u2069 באמצע';
        list.innerHTML = posts(500, text);
      }),
  },
  {
    name: 'SPA navigation',
    settleMs: 3_000,
    act: (page) =>
      page.evaluate(async () => {
        const { list, posts, pause } = (window as unknown as AwkwardWindow).awkward;
        const { pathname, search } = location;
        for (let turn = 0; turn < 20; turn += 1) {
          history.pushState(null, '', `${pathname}${search || '?'}&turn=${turn}`);
          list.innerHTML = '';
          await pause(turn % 3 === 0 ? 0 : 40);
          list.innerHTML = posts(150);
          await pause(80);
        }
      }),
  },
  {
    name: 'bfcache',
    settleMs: 1_500,
    async act(page) {
      const fill = () =>
        page.evaluate(() => {
          const { list, posts } = (window as unknown as AwkwardWindow).awkward;
          list.innerHTML = posts(200);
        });
      await fill();
      for (let turn = 0; turn < 3; turn += 1) {
        await page.waitForTimeout(700);
        await page.goto(
          `${page.url()}#`.replace('#', page.url().includes('?') ? '&away=1' : '?away=1'),
        );
        await page.waitForTimeout(300);
        await page.goBack({ waitUntil: 'commit' });
      }
    },
  },
];
