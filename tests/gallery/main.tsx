/// <reference types="vite/client" />
import '#components/tokens.css';
import { render } from 'preact';
import type { ComponentChildren } from 'preact';
import './gallery.css';
import type { States } from './states.ts';

const modules = import.meta.glob<{ gallery: States }>('./*.states.tsx', { eager: true });
const galleries = new Map(
  Object.entries(modules).map(([path, { gallery }]) => [toName(path), gallery]),
);

function toName(path: string): string {
  return path.replace(/^\.\/|\.states\.tsx$/g, '');
}

/** `?component=Chip&state=open&theme=dark&width=320`; without a state all states, without a component the list. */
function showGallery(): void {
  const asked = new URLSearchParams(location.search);
  const theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
  document.documentElement.style.colorScheme = theme;
  document.documentElement.dataset['theme'] = theme;
  const stage = document.querySelector<HTMLElement>('#stage');
  if (!stage) return;
  const gallery = galleries.get(asked.get('component') ?? '');
  if (!gallery) {
    render(<Contents />, stage);
    return;
  }
  const only = asked.get('state');
  const width = Number(asked.get('width') ?? gallery.width);
  for (const [name, build] of Object.entries(gallery.states)) {
    if (only !== null && only !== name) continue;
    const box = document.createElement('div');
    box.className = 'state';
    box.style.width = `${width}px`;
    if (only === null) {
      const title = document.createElement('h2');
      title.textContent = name;
      box.append(title);
    }
    stage.append(box);
    mount(build(), box, gallery.shadowCss);
  }
}

function mount(children: ComponentChildren, box: HTMLElement, shadowCss: string | undefined): void {
  const host = document.createElement('div');
  box.append(host);
  if (shadowCss === undefined) {
    render(children, host);
    return;
  }
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(shadowCss);
  root.adoptedStyleSheets = [sheet];
  render(children, root);
}

function Contents() {
  return (
    <>
      <h1>Hearback gallery</h1>
      {[...galleries].map(([component, { states }]) => (
        <section key={component} data-component={component}>
          <h2>
            <a href={`?component=${component}`}>{component}</a>
          </h2>
          <ul>
            {Object.keys(states).map((state) => (
              <li key={state}>
                <a href={`?component=${component}&state=${state}`} data-state={state}>
                  {state}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

showGallery();
document.documentElement.dataset['ready'] = 'yes';
