import { FolderOpen } from "lucide-react";
import { Button, ErrorText } from "../../components";
import { useT } from "../../l10n";
import type { SourceChoice } from "./chooseSource";
import styles from "./Import.module.css";

export function ChooseStep({ source }: { source: SourceChoice }) {
  const t = useT();
  return (
    <>
      <p className={styles.lead}>{t("import-choose-text")}</p>
      {source.error ? <ErrorText error={source.error} /> : null}
      <div className={styles.buttons}>
        <Button
          variant="primary"
          icon={FolderOpen}
          isPending={source.isChoosing}
          onPress={source.choose}
          autoFocus
        >
          {t("import-choose")}
        </Button>
      </div>
    </>
  );
}
