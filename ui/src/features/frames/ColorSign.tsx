import type { FrameColor } from "../../api";
import styles from "./Frames.module.css";

type Color = Exclude<FrameColor, "none">;

/** Each colour has a shape of its own, so that it can be told without seeing colours. */
const SHAPES: Record<Color, string> = {
  red: "M2 2h12v12H2z",
  yellow: "M8 1.5 15 14H1z",
  green: "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z",
  blue: "M8 .5 15.5 8 8 15.5.5 8z",
};

export function ColorSign({ color, size }: { color: Color; size: string }) {
  return (
    <svg className={styles[color]} width={size} height={size} viewBox="0 0 16 16" aria-hidden>
      <path d={SHAPES[color]} fill="currentColor" />
    </svg>
  );
}
