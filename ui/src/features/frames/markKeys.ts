/** What marks the photos at hand, by key and by button. */
import type { FrameColor } from "../../api";
import type { KeyBinding } from "../../components";
import { codeKey, type useT } from "../../l10n";
import type { Marking } from "./marks";

/** In the order of their keys. */
export const COLORS: readonly { color: Exclude<FrameColor, "none">; key: string }[] = [
  { color: "red", key: "6" },
  { color: "yellow", key: "7" },
  { color: "green", key: "8" },
  { color: "blue", key: "9" },
];

export interface MarkActions {
  rate(rating: number): void;
  reject(): void;
  color(color: FrameColor): void;
  retake(): void;
  turn(by: 1 | 3): void;
}

/** Marks those that are at hand when something is pressed. */
export function markActions(marking: Marking, atHand: () => readonly number[]): MarkActions {
  return {
    rate: (rating) => marking.mark(atHand(), { rating }),
    reject: () => marking.toggleReject(atHand()),
    color: (color) => marking.toggleColor(atHand(), color),
    retake: () => marking.toggleRetake(atHand()),
    turn: (turnBy) => marking.mark(atHand(), { turnBy }),
  };
}

export function markKeys(t: ReturnType<typeof useT>, actions: MarkActions, undo: () => void): KeyBinding[] {
  return [
    ...[1, 2, 3, 4, 5].map((rating) => ({
      keys: String(rating),
      label: t("frame-key-rate"),
      run: () => actions.rate(rating),
    })),
    { keys: "0", label: t("frame-rate-clear"), run: () => actions.rate(0) },
    { keys: "x", label: t("frame-reject"), isOnce: true, run: actions.reject },
    ...COLORS.map(({ color, key }) => ({
      keys: key,
      label: t(codeKey("frame-color", color)),
      isOnce: true,
      run: () => actions.color(color),
    })),
    { keys: "t", label: t("frame-retake"), isOnce: true, run: actions.retake },
    { keys: "r", label: t("frame-turn-right"), isOnce: true, run: () => actions.turn(1) },
    { keys: "shift+r", label: t("frame-turn-left"), isOnce: true, run: () => actions.turn(3) },
    { keys: "u", label: t("frame-key-undo"), run: undo },
  ];
}
