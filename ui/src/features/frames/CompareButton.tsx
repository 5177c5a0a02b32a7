import { Columns2 } from "lucide-react";
import { useId } from "react";
import { Button } from "../../components";
import { useT } from "../../l10n";
import styles from "./Compare.module.css";
import { whyNotCompared } from "./useComparison";

export function CompareButton({ count, onCompare }: { count: number; onCompare(): void }) {
  const t = useT();
  const id = useId();
  const reason = whyNotCompared(count);
  return (
    <div className={styles.choose}>
      <Button
        icon={Columns2}
        shortcut="C"
        isDisabled={reason !== null}
        onPress={onCompare}
        {...(reason ? { "aria-describedby": id } : {})}
      >
        {t("frame-compare")}
      </Button>
      {reason ? <p id={id}>{t(reason)}</p> : null}
    </div>
  );
}
