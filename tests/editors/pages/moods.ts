/** Takes every way in away from the page's editor: events stop at the window, what still changes is put back. */
export function beHostile(view: Window, host: HTMLElement): void {
  const names = ['paste', 'textInput', 'beforeinput', 'input', 'change', 'keydown', 'keypress'];
  for (const name of names) view.addEventListener(name, swallow, { capture: true });
  const field = host.querySelector<HTMLInputElement | HTMLTextAreaElement>('textarea, input');
  const before = field?.value ?? '';
  const putBack = new MutationObserver((records) => {
    for (const record of records.toReversed()) undoRecord(record);
    putBack.takeRecords();
  });
  // Two that put back what they hold would never end.
  if (host.querySelector('.ProseMirror, .cm-editor')) return;
  const kinds = { childList: true, characterData: true, characterDataOldValue: true };
  putBack.observe(host, { ...kinds, subtree: true });
  function swallow(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (field) field.value = before;
  }
}

/** Hands the editor every paste only after `delay` ms, as a page does that asks its server first. */
export function beLate(view: Window, delay: number): void {
  pasteAgain(view, delay, (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  });
}

/** Lets every paste come twice, as pages do whose own handler stands beside the editor's. */
export function beDoubled(view: Window): void {
  pasteAgain(view, 100, () => {});
}

/** Does `first` to every paste, and sends it once more after `delay` ms. */
function pasteAgain(view: Window, delay: number, first: (event: Event) => void): void {
  let isOwn = false;
  view.addEventListener(
    'paste',
    (event) => {
      if (isOwn || !event.clipboardData) return;
      first(event);
      const { target } = event;
      const again = copyOf(event.clipboardData);
      setTimeout(() => {
        isOwn = true;
        target?.dispatchEvent(again);
        isOwn = false;
      }, delay);
    },
    { capture: true },
  );
}

/** The same paste once more: what a clipboard holds is gone when its event is over. */
function copyOf(held: DataTransfer): ClipboardEvent {
  const options = { clipboardData: new DataTransfer(), bubbles: true, cancelable: true };
  const event = new ClipboardEvent('paste', options);
  for (const type of held.types) event.clipboardData?.setData(type, held.getData(type));
  return event;
}

function undoRecord(record: MutationRecord): void {
  if (record.type === 'characterData') record.target.nodeValue = record.oldValue;
  for (const node of record.addedNodes) node.parentNode?.removeChild(node);
  for (const node of record.removedNodes) record.target.insertBefore(node, record.nextSibling);
}
