import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

/** Rows that are drawn above and below what is in sight, so that a quick turn of the wheel shows no gap. */
const OVERSCAN = 8;

export interface VirtualListProps<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** Height of a row, px; the same for all. */
  rowHeight: number;
  /** The row that is brought into sight when it changes; −1: none. */
  current: number;
  children: (item: T, index: number) => ComponentChildren;
}

/** A list of any length, of which only what is in sight is drawn. It scrolls by itself and fills what is around it. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { label, items, keyOf, rowHeight, current, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const [, draw] = useState(0);
  const options = {
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index: number) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: OVERSCAN,
    scrollToFn: elementScroll<HTMLDivElement>,
    observeElementRect: observeElementRect<HTMLDivElement>,
    observeElementOffset: observeElementOffset<HTMLDivElement>,
    onChange: () => draw((round) => round + 1),
  };
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- one for the life of the list; its options are set anew below
  const list = useMemo(() => new Virtualizer<HTMLDivElement, HTMLElement>(options), []);
  list.setOptions(options);
  useLayoutEffect(() => list._didMount(), [list]);
  useLayoutEffect(() => list._willUpdate());
  useLayoutEffect(() => {
    if (current >= 0) list.scrollToIndex(current, { align: 'auto' });
  }, [list, current]);
  return (
    <div ref={box} class="virtual-list">
      <ul aria-label={label} style={{ height: `${list.getTotalSize()}px` }}>
        {list.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={key}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={{ height: `${rowHeight}px`, transform: `translateY(${start}px)` }}
            >
              {children(item, index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
