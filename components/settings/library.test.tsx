// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { aRewritten, contradicted, libraryProps } from '#tests/gallery/library-props.ts';
import type { LibrarySectionProps } from './library-props.ts';
import { LibrarySection } from './LibrarySection.tsx';

afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

function show(over: Partial<LibrarySectionProps> = {}) {
  const onSave = vi.fn<LibrarySectionProps['onSave']>(async () => null);
  const view = render(<LibrarySection {...libraryProps({ onSave, ...over })} />);
  return { onSave, ...view };
}

it('says what people change each time, and makes it the new version', () => {
  const { onSave, container } = show(contradicted());
  expect(screen.getByText(/^4 of the last 5 replies/u)).toBeTruthy();
  expect(container.querySelector('del')?.textContent).toBe('Taken out: 30');
  expect(container.querySelector('ins')?.textContent).toBe('Put in: 14');
  press('Make it the new version');
  expect(onSave).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      id: 'one',
      title: 'Returns',
      tags: ['kettle'],
      text: 'Hi {name}, you can send it back within 14 days. The label is in the box.',
    }),
  );
});

it('shows what changed from version to version, and brings one back', () => {
  const { onSave, container } = show({ entries: [aRewritten()], stale: new Map() });
  press('2 earlier versions');
  const changed = [...container.querySelectorAll('del, ins')].map((mark) => mark.textContent);
  expect(changed).toContain('Taken out: twice');
  expect(changed).toContain('Put in: White flakes');
  press('Bring back this version: 2');
  expect(onSave).toHaveBeenCalledExactlyOnceWith({
    id: 'w',
    kind: 'snippet',
    tags: [],
    title: 'Limescale',
    text: 'Hi {name}, boil it twice with vinegar, then with water.',
  });
});
