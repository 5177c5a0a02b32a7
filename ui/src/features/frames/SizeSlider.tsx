import { Image } from "lucide-react";
import { ICON } from "../../components";
import { useT } from "../../l10n";
import styles from "./Frames.module.css";

export const SIZES = { least: 112, most: 384, usual: 184 } as const;

export function SizeSlider({ value, onChange }: { value: number; onChange(size: number): void }) {
  const t = useT();
  return (
    <label className={styles.size}>
      <Image {...ICON} size="0.75rem" />
      <span className="visually-hidden">{t("frame-size")}</span>
      <input
        type="range"
        min={SIZES.least}
        max={SIZES.most}
        step={8}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <Image {...ICON} />
    </label>
  );
}
