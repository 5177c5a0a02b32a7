import { LoaderCircle, type LucideIcon } from "lucide-react";
import type { ReactNode, Ref } from "react";
import {
  Button as AriaButton,
  Tooltip,
  TooltipTrigger,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components";
import styles from "./Button.module.css";
import { cx } from "./classes";
import { Kbd } from "./Kbd";

export const ICON = { size: "1rem", strokeWidth: 1.5, "aria-hidden": true } as const;

interface Shared extends Omit<AriaButtonProps, "children" | "className" | "style" | "isPending"> {
  /** Keys that do the same, as `Ctrl+S`: shown on a primary button, in the tooltip of others. */
  shortcut?: string;
  size?: "regular" | "small";
  ref?: Ref<HTMLButtonElement>;
}

export interface ButtonProps extends Shared {
  variant?: "primary" | "secondary" | "quiet" | "danger";
  icon?: LucideIcon;
  /** The work is under way: the button stays, keeps the focus, turns and takes no press. */
  isPending?: boolean;
  children: ReactNode;
}

export function Button({
  variant = "secondary",
  icon: Icon,
  shortcut,
  size,
  isPending = false,
  isDisabled = false,
  children,
  ...rest
}: ButtonProps) {
  const button = (
    <AriaButton
      {...rest}
      isDisabled={isDisabled && !isPending}
      isPending={isPending}
      className={cx(styles.button, styles[variant], size === "small" && styles.small)}
      {...(shortcut ? { "aria-keyshortcuts": ariaKeys(shortcut) } : {})}
    >
      {isPending ? <LoaderCircle {...ICON} className={styles.spin} /> : Icon ? <Icon {...ICON} /> : null}
      {children}
      {shortcut && variant === "primary" ? (
        <span aria-hidden className={styles.keys}>
          <Kbd keys={shortcut} />
        </span>
      ) : null}
    </AriaButton>
  );
  return shortcut && variant !== "primary" ? (
    <TooltipTrigger delay={600}>
      {button}
      <Tooltip offset={6} className={cx(styles.tooltip)}>
        <Kbd keys={shortcut} />
      </Tooltip>
    </TooltipTrigger>
  ) : (
    button
  );
}

export interface IconButtonProps extends Shared {
  icon: LucideIcon;
  /** Its name: read aloud and shown as a tooltip. */
  label: string;
  isOn?: boolean;
}

export function IconButton({ icon: Icon, label, shortcut, size, isOn, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(isOn === undefined ? {} : { "aria-pressed": isOn })}
        {...(shortcut ? { "aria-keyshortcuts": ariaKeys(shortcut) } : {})}
        className={cx(
          styles.button,
          styles.quiet,
          styles.icon,
          size === "small" && styles.small,
          isOn && styles.isOn,
        )}
      >
        <Icon {...ICON} />
      </AriaButton>
      <Tooltip offset={6} className={cx(styles.tooltip)}>
        {label}
        {shortcut ? <Kbd keys={shortcut} /> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}

function ariaKeys(shortcut: string): string {
  return shortcut.replace("Ctrl", "Control").replace("Esc", "Escape");
}
