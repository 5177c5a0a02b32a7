import { useT } from "../l10n";
import styles from "./Kbd.module.css";

const SIGNS: Record<string, string> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Enter: "↵",
  Escape: "Esc",
  PageUp: "PgUp",
  PageDown: "PgDn",
};

/** Keys as they stand on the keyboard: `Ctrl+K`. */
export function Kbd({ keys }: { keys: string }) {
  const t = useT();
  return (
    <span className={styles.keys}>
      {keys.split(/\+(?=.)/).map((key) => (
        <kbd key={key} className={styles.key}>
          {key === " " ? t("app-key-space") : (SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key))}
        </kbd>
      ))}
    </span>
  );
}
