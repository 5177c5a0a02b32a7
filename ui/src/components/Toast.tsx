/** Short notices of what was done: the newest two, five seconds each, ten with an undo or after a failure. */
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from "react";
import { useT } from "../l10n";
import { Button, ICON, IconButton } from "./Button";
import { cx } from "./classes";
import styles from "./Notice.module.css";

export interface Toast {
  text: string;
  tone?: "done" | "info" | "attention" | "stopped";
  undo?: () => void;
  action?: { label: string; run(): void };
}

/** Gives back what takes the notice away: its undo must not outlive what it would undo. */
type Show = (toast: Toast) => () => void;
const ToastContext = createContext<Show | null>(null);
const MOST_SHOWN = 2;
const LIFE_MS = 5_000;
/** With an undo or another action, or saying that something failed. */
const LIFE_TO_ACT_MS = 10_000;

export function useToast(): Show {
  const show = useContext(ToastContext);
  if (!show) throw new Error("ToastProvider is missing");
  return show;
}

const ICONS = { done: CircleCheck, info: Info, attention: TriangleAlert, stopped: CircleAlert };
const TONES = {
  done: styles.toneDone,
  info: styles.toneInfo,
  attention: styles.toneAttention,
  stopped: styles.toneStopped,
};

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useT();
  const [toasts, setToasts] = useState<(Toast & { id: number })[]>([]);
  const next = useRef(1);
  const drop = useCallback(
    (id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)),
    [],
  );
  const show = useCallback<Show>(
    (toast) => {
      const id = next.current++;
      setToasts((shown) => [...shown.slice(1 - MOST_SHOWN), { ...toast, id }]);
      return () => drop(id);
    },
    [drop],
  );
  const value = useMemo(() => show, [show]);
  return (
    <ToastContext.Provider value={value}>
      {children}
      <div className={styles.toasts} role="status" aria-label={t("app-notices")}>
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} onDrop={() => drop(toast.id)} />
        ))}
      </div>
    </ToastContext.Provider>
  );
}

function ToastItem({ toast, onDrop }: { toast: Toast; onDrop(): void }) {
  const t = useT();
  const [isHeld, setHeld] = useState(false);
  const drop = useRef(onDrop);
  useEffect(() => {
    drop.current = onDrop;
  });
  const life = toast.undo || toast.action || toast.tone === "stopped" ? LIFE_TO_ACT_MS : LIFE_MS;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => drop.current(), life);
    return () => clearTimeout(timer);
  }, [isHeld, life]);
  const tone = toast.tone ?? "done";
  const Icon = ICONS[tone];
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon {...ICON} className={cx(TONES[tone])} />
      <span>{toast.text}</span>
      {toast.undo ? (
        <Button
          size="small"
          onPress={() => {
            toast.undo?.();
            onDrop();
          }}
        >
          {t("app-undo")}
        </Button>
      ) : null}
      {toast.action ? (
        <Button
          size="small"
          onPress={() => {
            toast.action?.run();
            onDrop();
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <IconButton size="small" icon={X} label={t("app-close")} onPress={onDrop} />
    </div>
  );
}
