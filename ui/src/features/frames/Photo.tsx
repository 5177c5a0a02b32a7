import { ImageOff } from "lucide-react";
import { useState } from "react";
import { usePlatform } from "../../api";
import { cx } from "../../components";
import { useT } from "../../l10n";
import styles from "./Frames.module.css";

/**
 * A stored photo at the size of the grid, or of a preview. One that cannot be read says so in its place: in words where there is room,
 * by a sign with its name where there is not.
 */
export function Photo({
  id,
  turn = 0,
  alt,
  className,
  isTiny = false,
  size = "grid",
}: {
  id: number;
  /** How staff turned it, where that is known. */
  turn?: number;
  alt: string;
  className?: string | undefined;
  isTiny?: boolean;
  size?: "grid" | "preview";
}) {
  const t = useT();
  const url = usePlatform().photoUrl(size, id, turn);
  const [broken, setBroken] = useState("");
  if (broken === url)
    return (
      <span className={cx(isTiny ? styles.broken : styles.absent)} title={t("frame-unreadable")}>
        <ImageOff size={isTiny ? "1rem" : "1.25rem"} strokeWidth={1.5} aria-hidden />
        <span className={cx(isTiny && "visually-hidden")}>{t("frame-unreadable")}</span>
      </span>
    );
  return (
    <img
      className={className}
      src={url}
      alt={alt}
      decoding="async"
      draggable={false}
      onError={() => setBroken(url)}
    />
  );
}
