/** The first choice: the studio's own register, or the demonstration studio. */
import { GraduationCap, KeyRound } from "lucide-react";
import { Button } from "../../components/Button";
import { ErrorText } from "../../components/Notice";
import { ProgressBar } from "../../components/Progress";
import { useT } from "../../l10n";
import styles from "./Firstrun.module.css";
import { useDemonstration, type Demonstration } from "./useDemonstration";

export function Doors({ onCreate }: { onCreate(): void }) {
  const t = useT();
  const demonstration = useDemonstration();
  return (
    <>
      <div className={styles.welcome}>
        <h1>{t("firstrun-title")}</h1>
        <p>{t("firstrun-lead")}</p>
      </div>
      <div className={styles.doors}>
        <section className={styles.door} aria-labelledby="door-create">
          <span className={styles.doorIcon}>
            <KeyRound size="1.25rem" strokeWidth={1.5} aria-hidden />
          </span>
          <h2 id="door-create">{t("firstrun-create-title")}</h2>
          <p>{t("firstrun-create-text")}</p>
          <div className={styles.doorFoot}>
            <Button variant="primary" onPress={onCreate} isDisabled={demonstration.isBusy} autoFocus>
              {t("firstrun-create-button")}
            </Button>
          </div>
        </section>
        <section className={styles.door} aria-labelledby="door-demo">
          <span className={styles.doorIcon}>
            <GraduationCap size="1.25rem" strokeWidth={1.5} aria-hidden />
          </span>
          <h2 id="door-demo">{t("firstrun-demo-title")}</h2>
          <p>{t("firstrun-demo-text")}</p>
          {demonstration.error ? <ErrorText error={demonstration.error} /> : null}
          <div className={styles.doorFoot}>
            {demonstration.task ? (
              <DemonstrationProgress demonstration={demonstration} />
            ) : (
              <Button onPress={demonstration.open} isPending={demonstration.isBusy}>
                {t("firstrun-demo-button")}
              </Button>
            )}
          </div>
        </section>
      </div>
    </>
  );
}

export function DemonstrationProgress({ demonstration }: { demonstration: Demonstration }) {
  const t = useT();
  const { task } = demonstration;
  if (!task) return null;
  return (
    <div className={styles.progress} role="status">
      <ProgressBar label={t("firstrun-demo-making")} value={task.total > 0 ? task.done / task.total : null} />
      <div className={styles.progressRow}>
        <span className="numeric">
          {task.total > 0
            ? t("firstrun-demo-progress", { done: task.done, total: task.total })
            : t("firstrun-demo-making")}
        </span>
        <Button size="small" onPress={demonstration.cancel} isDisabled={task.state === "cancelling"}>
          {t("firstrun-demo-cancel")}
        </Button>
      </div>
    </div>
  );
}
