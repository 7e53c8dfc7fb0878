/** The text of an editor's own HTML: one `\n` a paragraph or line break. Enough for what these editors make. */
export function toTextLines(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const blocks = [...body.querySelectorAll('p, div')];
  return blocks.map(toLine).join('\n').replaceAll('\u00A0', ' ');
}

/** The other way: paragraphs of lines. */
export function toParagraphs(text: string): string {
  const lines = text.split('\n').map((line) => {
    const paragraph = document.createElement('p');
    // A space at the end of a paragraph would be dropped.
    paragraph.textContent = line.replace(/ $/, '\u00A0');
    return paragraph.outerHTML;
  });
  return text === '' ? '' : lines.join('');
}

function toLine(block: Element): string {
  const parts = [...block.childNodes].map((node) =>
    // Line feeds and tabs are there to make the HTML readable.
    node.nodeName === 'BR' ? '\n' : (node.textContent ?? '').replace(/[\n\t]+/g, ''),
  );
  const text = parts.join('');
  return text === '\u00A0' ? '' : text;
}
