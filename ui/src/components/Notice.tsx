/** What the program says: banners, empty states, state marks and errors. Never by colour alone. */
import { CircleAlert, CircleCheck, Info, ShieldCheck, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { ApiError } from "../api/error";
import { useErrorWords, useT } from "../l10n";
import { Button, ICON } from "./Button";
import { cx } from "./classes";
import styles from "./Notice.module.css";

export type Tone = "info" | "done" | "attention" | "stopped" | "protected";

const TONE_ICONS: Record<Tone, LucideIcon> = {
  info: Info,
  done: CircleCheck,
  attention: TriangleAlert,
  stopped: CircleAlert,
  protected: ShieldCheck,
};

export interface BannerProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Reads itself aloud when it appears. */
  isLive?: boolean;
}

export function Banner({ tone = "info", title, children, action, isLive }: BannerProps) {
  const Icon = TONE_ICONS[tone];
  return (
    <div
      className={cx(styles.banner, styles[tone])}
      {...(isLive ? { role: tone === "stopped" ? "alert" : "status" } : {})}
    >
      <Icon {...ICON} />
      <div className={styles.words}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children}
      </div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}

/** An error in two sentences, what happened and what to do; the incident stands small below. */
export function ErrorText({ error, onRetry }: { error: ApiError; onRetry?: () => void }) {
  const t = useT();
  const { whatHappened, whatToDo } = useErrorWords()(error);
  return (
    <Banner
      tone={error.kind === "refused" || error.kind === "invalid" ? "attention" : "stopped"}
      title={whatHappened}
      isLive
      action={
        onRetry ? (
          <Button size="small" onPress={onRetry}>
            {t("app-retry")}
          </Button>
        ) : undefined
      }
    >
      <p>{whatToDo}</p>
      {error.incident ? (
        <p className={styles.small}>{t("app-incident", { incident: error.incident })}</p>
      ) : null}
    </Banner>
  );
}

/** One sentence on what belongs here and the one button that brings it. */
export function EmptyState({
  icon: Icon,
  text,
  action,
}: {
  icon: LucideIcon;
  text: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <Icon size="2rem" strokeWidth={1.25} aria-hidden />
      <p>{text}</p>
      {action}
    </div>
  );
}

/** The state of a record: shape, colour and word. */
export function Badge({ tone, icon, children }: { tone?: Tone; icon?: LucideIcon; children: ReactNode }) {
  const Icon = icon ?? (tone ? TONE_ICONS[tone] : undefined);
  return (
    <span className={cx(styles.badge, tone ? styles[tone] : styles.plain)}>
      {Icon ? <Icon {...ICON} size="0.875rem" /> : null}
      {children}
    </span>
  );
}

/** A state as an icon only, for narrow places; its word is read aloud and shown on hover. */
export function StateMark({ tone, icon, label }: { tone: Tone; icon?: LucideIcon; label: string }) {
  const Icon = icon ?? TONE_ICONS[tone];
  return (
    <span
      title={label}
      className={cx(styles.mark, styles[`tone${tone.charAt(0).toUpperCase()}${tone.slice(1)}`])}
    >
      <Icon {...ICON} />
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
