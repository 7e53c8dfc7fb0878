import '#components/settings/settings.css';
import { EntryVersions } from '#components/settings/EntryVersions.tsx';
import { ImportPreview } from '#components/settings/ImportPreview.tsx';
import type { FileToImport, LibrarySectionProps } from '#components/settings/library-props.ts';
import { LibraryBulk } from '#components/settings/LibraryBulk.tsx';
import { LibrarySection } from '#components/settings/LibrarySection.tsx';
import { SnippetForm } from '#components/settings/SnippetForm.tsx';
import { aFile, aRewritten, contradicted, libraryProps, manyEntries } from './library-props.ts';
import type { States } from './states.ts';

const library =
  (over: Partial<LibrarySectionProps> = {}) =>
  () => (
    <main class="options">
      <h2>Library</h2>
      <LibrarySection {...libraryProps(over)} />
    </main>
  );
const importing = (file: FileToImport) => () => (
  <main class="options">
    <h2>Library</h2>
    <ImportPreview
      {...libraryProps()}
      file={file}
      onDone={() => undefined}
      onClose={() => undefined}
    />
  </main>
);

export const gallery: States = {
  width: 600,
  states: {
    library: library(),
    empty: library({ entries: [], counts: null }),
    loading: library({ entries: null, counts: null }),
    chosen: () => (
      <main class="options">
        <LibraryBulk
          chosen={manyEntries(3)}
          listed={412}
          tags={[]}
          canDecide
          acts={{
            hidden: new Set(),
            setState: async () => null,
            tag: async () => null,
            remove: () => undefined,
          }}
          onAll={() => undefined}
          onNone={() => undefined}
        />
      </main>
    ),
    contradicted: library(contradicted()),
    versions: () => (
      <main class="options">
        <EntryVersions {...libraryProps()} entry={aRewritten()} />
      </main>
    ),
    form: () => (
      <main class="options">
        <SnippetForm
          entry={{ id: 'one', kind: 'snippet', text: 'Halten.', tags: ['reset'], lang: 'de' }}
          tags={[]}
          onSave={async () => null}
          onClose={() => undefined}
        />
      </main>
    ),
    importing: importing(aFile()),
    importingNothing: importing(
      aFile({ fresh: 0, changed: 0, older: 0, samples: [], skipped: [] }),
    ),
  },
};
