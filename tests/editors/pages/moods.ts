/** Takes every way in away from the page's editor: events stop at the window, what still changes is put back. */
export function beHostile(host: HTMLElement): void {
  const names = ['paste', 'textInput', 'beforeinput', 'input', 'change', 'keydown', 'keypress'];
  for (const name of names) window.addEventListener(name, swallow, { capture: true });
  const field = host.querySelector<HTMLInputElement | HTMLTextAreaElement>('textarea, input');
  const before = field?.value ?? '';
  const putBack = new MutationObserver((records) => {
    for (const record of records.toReversed()) undoRecord(record);
    putBack.takeRecords();
  });
  // Two that put back what they hold would never end.
  if (host.querySelector('.ProseMirror')) return;
  const kinds = { childList: true, characterData: true, characterDataOldValue: true };
  putBack.observe(host, { ...kinds, subtree: true });
  function swallow(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (field) field.value = before;
  }
}

/** Hands the editor every paste only after `delay` ms, as a page does that asks its server first. */
export function beLate(delay: number): void {
  let isOwn = false;
  window.addEventListener(
    'paste',
    (event) => {
      if (isOwn || !event.clipboardData) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { target } = event;
      const text = event.clipboardData.getData('text/plain');
      setTimeout(() => {
        isOwn = true;
        const options = { clipboardData: new DataTransfer(), bubbles: true, cancelable: true };
        const again = new ClipboardEvent('paste', options);
        again.clipboardData?.setData('text/plain', text);
        target?.dispatchEvent(again);
        isOwn = false;
      }, delay);
    },
    { capture: true },
  );
}

function undoRecord(record: MutationRecord): void {
  if (record.type === 'characterData') record.target.nodeValue = record.oldValue;
  for (const node of record.addedNodes) node.parentNode?.removeChild(node);
  for (const node of record.removedNodes) record.target.insertBefore(node, record.nextSibling);
}
