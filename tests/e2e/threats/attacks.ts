/** Ways in which a page can have a person press what they do not see. Each is a script in the page's own world. */

export interface Attack {
  name: string;
  /** Runs when the chip is there. `host` is the chip's element, `box` where its Claim button stands. */
  prepare: string;
  /** Runs just before the pointer goes down, which then follows at once. */
  strike?: string;
  /** The pointer rests at the lower right while the attack strikes; else it goes to the button first. */
  rests?: boolean;
  /** Pressed by dragging something of the page's onto the button. */
  drags?: boolean;
  /** Only a browser that vouches for what was seen can tell. */
  needsVouching?: boolean;
}

/** Something that covers what it is given, and lets every click through. */
const cover = (at: string, more = '') => `
  const cover = document.createElement('div');
  cover.id = 'cover';
  cover.textContent = 'Win a prize';
  cover.style.cssText = 'position:fixed;margin:0;border:0;padding:0;pointer-events:none !important;background:#ffd;z-index:2147483647;${at}';
  ${more}
  document.body.append(cover);`;
const everywhere = 'inset:0;width:auto;height:auto;max-width:none;max-height:none';
const addRule = (rule: string) => `
  const rules = document.createElement('style');
  rules.textContent = ${JSON.stringify(rule)};
  document.head.append(rules);`;

export const attacks: Attack[] = [
  { name: 'fades the host', prepare: `host.style.setProperty('opacity', '0.01', 'important')` },
  { name: 'fades the page', prepare: `document.documentElement.style.opacity = '0.01'` },
  { name: 'filters around it', prepare: `host.parentElement.style.filter = 'opacity(0.01)'` },
  {
    name: 'clips around it',
    prepare: `const room = document.querySelector('#room');
      const { left, top } = room.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2 - left, box.y + box.height / 2 - top];
      room.style.clipPath = 'circle(4px at ' + x + 'px ' + y + 'px)'`,
  },
  { name: 'shrinks it', prepare: `document.querySelector('#room').style.transform = 'scale(0.1)'` },
  { name: 'zooms it out', prepare: `document.documentElement.style.zoom = '0.1'` },
  { name: 'lays something over it', prepare: cover(everywhere) },
  {
    name: 'lays a popover over it',
    prepare: `${cover(everywhere, `cover.popover = 'manual';`)} cover.showPopover();`,
  },
  {
    name: 'opens a dialog over it',
    prepare: `const box2 = document.createElement('dialog');
      box2.textContent = 'Win a prize';
      box2.style.cssText = 'pointer-events:none;position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;background:#ffd';
      document.body.append(box2);
      box2.showModal();`,
  },
  {
    name: 'lays something inert over it',
    prepare: cover(everywhere, `cover.inert = true;`),
  },
  {
    name: 'paints over it with a pseudo-element',
    prepare: addRule(
      `body::after { content: ''; position: fixed; inset: 0; background: #ffd; pointer-events: none }`,
    ),
  },
  {
    name: 'restyles it by a rule',
    prepare: addRule(
      `div { opacity: 0.01 !important; filter: opacity(0.01) !important; visibility: visible !important }`,
    ),
  },
  {
    name: 'blends it away',
    prepare: addRule(`#room { mix-blend-mode: lighten; background: #000 }`),
  },
  { name: 'masks it', prepare: addRule(`#room { mask-image: linear-gradient(#0001, #0001) }`) },
  {
    name: 'covers its label',
    prepare: cover(
      `left:' + box.x + 'px;top:' + box.y + 'px;width:' + (box.width * 0.6) + 'px;height:' + box.height + 'px;overflow:hidden;color:#0000`,
    ),
  },
  {
    name: 'flickers it',
    prepare: addRule(
      `@keyframes flicker { 0% { opacity: 0 } 90% { opacity: 0.01 } 91% { opacity: 1 } 100% { opacity: 1 } }
       #room { animation: flicker 700ms linear infinite }`,
    ),
  },
  {
    name: 'moves it under the pointer',
    rests: true,
    prepare: '',
    strike: `const room = document.querySelector('#room');
      room.style.cssText = 'position:fixed;left:' + (600 - (box.x + box.width / 2) + room.getBoundingClientRect().left) +
        'px;top:' + (400 - (box.y + box.height / 2) + room.getBoundingClientRect().top) + 'px;width:' + room.offsetWidth + 'px'`,
  },
  {
    name: 'uncovers it for the press',
    prepare: `${cover(everywhere)} `,
    strike: `document.querySelector('#cover').remove()`,
    needsVouching: true,
  },
  {
    name: 'uncovers it when the pointer comes',
    prepare: `${cover(everywhere)}
      host.addEventListener('pointerover', () => cover.remove());`,
    needsVouching: true,
  },
  {
    name: 'has something dragged onto it',
    drags: true,
    prepare: `const prize = document.createElement('p');
      prize.textContent = 'Drag me';
      prize.style.cssText = 'position:fixed;left:580px;top:390px;width:60px;height:30px;margin:0;user-select:none';
      document.body.append(prize);`,
  },
];
