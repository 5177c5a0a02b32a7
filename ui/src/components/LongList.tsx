/** Texts one below the other in a box that scrolls, however many: of a long list only those in view are mounted. */
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useRef } from "react";
import styles from "./LongList.module.css";
import { usePixels } from "./textSize";

const LINE = 20;
/** Shorter lists are mounted whole. */
const FEW = 30;

const all = ({ count }: Range) => Array.from({ length: count }, (_, index) => index);

export function LongList({ label, texts }: { label: string; texts: readonly string[] }) {
  const pixels = usePixels();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: texts.length,
    getScrollElement: () => box.current,
    estimateSize: () => pixels(LINE),
    overscan: 8,
    rangeExtractor: texts.length <= FEW ? all : defaultRangeExtractor,
  });
  return (
    // What scrolls by itself is within reach of the keyboard.
    <div ref={box} className={styles.box} role="group" aria-label={label} tabIndex={0}>
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-setsize={texts.length}
            aria-posinset={item.index + 1}
            className={styles.line}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <bdi>{texts[item.index]}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
