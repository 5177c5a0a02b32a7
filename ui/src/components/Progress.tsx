import { ProgressBar as AriaProgressBar } from "react-aria-components";
import { cx } from "./classes";
import styles from "./Progress.module.css";

/** Part done, 0-1; null while the whole is not known. */
export interface ProgressProps {
  label: string;
  value: number | null;
}

const percent = (value: number) => Math.min(100, Math.max(0, value * 100));

export function ProgressBar({ label, value }: ProgressProps) {
  return (
    <AriaProgressBar
      aria-label={label}
      {...(value === null ? { isIndeterminate: true } : { value: percent(value) })}
      className={cx(styles.bar, value === null && styles.unknown)}
    >
      <div className={styles.fill} style={value === null ? {} : { width: `${percent(value)}%` }} />
    </AriaProgressBar>
  );
}

/** A small ring for the top bar. */
export function ProgressRing({ label, value, size = 18 }: ProgressProps & { size?: number }) {
  const radius = size / 2 - 2;
  const length = 2 * Math.PI * radius;
  const part = value === null ? 0.25 : percent(value) / 100;
  return (
    <AriaProgressBar
      aria-label={label}
      {...(value === null ? { isIndeterminate: true } : { value: percent(value) })}
    >
      <svg
        width={size}
        height={size}
        aria-hidden
        className={cx(styles.ring, value === null && styles.turning)}
      >
        <circle className={styles.groundStroke} cx={size / 2} cy={size / 2} r={radius} />
        <circle
          className={styles.fillStroke}
          cx={size / 2}
          cy={size / 2}
          r={radius}
          strokeDasharray={`${length * part} ${length}`}
        />
      </svg>
    </AriaProgressBar>
  );
}
