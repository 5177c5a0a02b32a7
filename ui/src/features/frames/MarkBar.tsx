import { Star, X } from "lucide-react";
import { memo } from "react";
import { Button as AriaButton, Tooltip, TooltipTrigger } from "react-aria-components";
import { useMay } from "../../api";
import { Kbd, cx } from "../../components";
import buttons from "../../components/Button.module.css";
import { useT } from "../../l10n";
import styles from "./Frames.module.css";

export interface MarkBarProps {
  rating: number;
  isRejected: boolean;
  onRate(rating: number): void;
  onReject(): void;
}

/** Stars and reject for the mouse; the keys 1-5, 0 and X do the same. Rendered only when the marks differ. */
export const MarkBar = memo(function MarkBar({ rating, isRejected, onRate, onReject }: MarkBarProps) {
  const t = useT();
  const may = useMay();
  const isDisabled = !may("mark_photos");
  return (
    <div className={styles.markBar} role="group" aria-label={t("frame-mark")}>
      {[1, 2, 3, 4, 5].map((value) => (
        <TooltipTrigger key={value} delay={500}>
          <AriaButton
            className={cx(styles.star, value <= rating && styles.isOn)}
            aria-label={t("frame-rate", { rating: value })}
            aria-pressed={value === rating}
            isDisabled={isDisabled}
            onPress={() => onRate(value === rating ? 0 : value)}
          >
            <Star
              size="1rem"
              strokeWidth={1.5}
              fill={value <= rating ? "currentColor" : "none"}
              aria-hidden
            />
          </AriaButton>
          <Tooltip offset={6} className={cx(buttons.tooltip)}>
            {t(value === rating ? "frame-rate-clear" : "frame-rate", { rating: value })}
            <Kbd keys={value === rating ? "0" : String(value)} />
          </Tooltip>
        </TooltipTrigger>
      ))}
      <TooltipTrigger delay={500}>
        <AriaButton
          className={cx(styles.star, styles.isReject, isRejected && styles.isOn)}
          aria-label={t("frame-reject")}
          aria-pressed={isRejected}
          isDisabled={isDisabled}
          onPress={onReject}
        >
          <X size="1rem" strokeWidth={2} aria-hidden />
        </AriaButton>
        <Tooltip offset={6} className={cx(buttons.tooltip)}>
          {t(isRejected ? "frame-unreject" : "frame-reject")}
          <Kbd keys="X" />
        </Tooltip>
      </TooltipTrigger>
    </div>
  );
});
