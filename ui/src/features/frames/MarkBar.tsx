import { Repeat2, RotateCcwSquare, RotateCwSquare, Star, X } from "lucide-react";
import { memo, type ReactNode } from "react";
import { Button as AriaButton, Tooltip, TooltipTrigger } from "react-aria-components";
import { useMay, type FrameColor } from "../../api";
import { Kbd, cx } from "../../components";
import buttons from "../../components/Button.module.css";
import { codeKey, useT } from "../../l10n";
import { ColorSign } from "./ColorSign";
import styles from "./Frames.module.css";
import { COLORS, type MarkActions } from "./markKeys";

export interface MarkBarProps {
  rating: number;
  isRejected: boolean;
  color: FrameColor;
  isRetake: boolean;
  actions: MarkActions;
}

/** Marks for the mouse; the keys do the same. Rendered only when the marks differ. */
export const MarkBar = memo(function MarkBar({ rating, isRejected, color, isRetake, actions }: MarkBarProps) {
  const t = useT();
  const mark = { size: "1rem", strokeWidth: 1.5, "aria-hidden": true } as const;
  return (
    <div className={styles.markBar} role="group" aria-label={t("frame-mark")}>
      <div className={styles.markGroup}>
        {[1, 2, 3, 4, 5].map((value) => (
          <Mark
            key={value}
            label={t("frame-rate", { rating: value })}
            hint={value === rating ? t("frame-rate-clear") : undefined}
            shortcut={value === rating ? "0" : String(value)}
            isPressed={value === rating}
            className={cx(styles.star, value <= rating && styles.isOn)}
            onPress={() => actions.rate(value === rating ? 0 : value)}
          >
            <Star {...mark} fill={value <= rating ? "currentColor" : "none"} />
          </Mark>
        ))}
        <Mark
          label={t("frame-reject")}
          hint={isRejected ? t("frame-unreject") : undefined}
          shortcut="X"
          isPressed={isRejected}
          className={cx(styles.star, styles.isReject, isRejected && styles.isOn)}
          onPress={actions.reject}
        >
          <X {...mark} strokeWidth={2} />
        </Mark>
      </div>
      <div className={styles.markGroup}>
        {COLORS.map(({ color: its, key }) => (
          <Mark
            key={its}
            label={t(codeKey("frame-color", its))}
            hint={its === color ? t("frame-color-clear") : undefined}
            shortcut={key}
            isPressed={its === color}
            className={cx(styles.star, styles.isColor, its === color && styles.isOn)}
            onPress={() => actions.color(its)}
          >
            <ColorSign color={its} size="0.875rem" />
          </Mark>
        ))}
        <Mark
          label={t("frame-retake")}
          hint={isRetake ? t("frame-retake-clear") : undefined}
          shortcut="T"
          isPressed={isRetake}
          className={cx(styles.star, isRetake && styles.isOn)}
          onPress={actions.retake}
        >
          <Repeat2 {...mark} />
        </Mark>
        <Mark
          label={t("frame-turn-left")}
          shortcut="Shift+R"
          className={styles.star}
          onPress={() => actions.turn(3)}
        >
          <RotateCcwSquare {...mark} />
        </Mark>
        <Mark
          label={t("frame-turn-right")}
          shortcut="R"
          className={styles.star}
          onPress={() => actions.turn(1)}
        >
          <RotateCwSquare {...mark} />
        </Mark>
      </div>
    </div>
  );
});

interface MarkProps {
  label: string;
  /** What a press does, where that is not what it is called. */
  hint?: string | undefined;
  shortcut: string;
  /** Only of what stays pressed. */
  isPressed?: boolean;
  className: string | undefined;
  onPress(): void;
  children: ReactNode;
}

function Mark({ label, hint, shortcut, isPressed, className, onPress, children }: MarkProps) {
  const isDisabled = !useMay()("mark_photos");
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        className={className ?? ""}
        aria-label={label}
        {...(isPressed === undefined ? {} : { "aria-pressed": isPressed })}
        isDisabled={isDisabled}
        onPress={onPress}
      >
        {children}
      </AriaButton>
      <Tooltip offset={6} className={cx(buttons.tooltip)}>
        {hint ?? label}
        <Kbd keys={shortcut} />
      </Tooltip>
    </TooltipTrigger>
  );
}
