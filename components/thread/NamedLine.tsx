export interface NamedLineProps {
  /** A sentence with `{name}` in it, or without. */
  line: string;
  name: string;
}

/** One line that shortens the name before it shortens what is said; the name keeps its own direction. */
export function NamedLine({ line, name }: NamedLineProps) {
  const at = line.indexOf('{name}');
  if (at === -1) {
    return (
      <span class="line">
        <span class="line-part">{line}</span>
      </span>
    );
  }
  return (
    <span class="line">
      <span class="line-part">{line.slice(0, at)}</span>
      <bdi class="line-name">{name}</bdi>
      <span class="line-part">{line.slice(at + '{name}'.length)}</span>
    </span>
  );
}
