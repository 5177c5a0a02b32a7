/** Copies of the photos on another disk: off until the owner chooses where. */
import { useCallback, useState } from "react";
import { useAct, useCall, useMay, useMethod, useRefresh, type TaskDto } from "../../api";
import { Banner, Button, ButtonRow, Dialog, ErrorText, useToast } from "../../components";
import { codeKey, useFormat, useT } from "../../l10n";
import { useChooseFolder } from "../import/chooseSource";
import { TaskUnderWay } from "../tasks/TaskUnderWay";
import { isUnderWay, useTaskFigures, useTasks } from "../tasks/tasks";
import styles from "./Settings.module.css";

export function SecondCopySettings() {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const call = useCall();
  const toast = useToast();
  const refresh = useRefresh();
  const { data, error: unread, refetch } = useMethod("second_copy_get", {});
  const task = useTasks().find((entry) => entry.kind === "second_copy");
  const running = task && isUnderWay(task) ? task : null;
  const start = useAct("second_copy_start", { onDone: () => refresh("task_list") });
  const [isAsking, setAsking] = useState(false);
  const stop = useAct("second_copy_stop", {
    onDone: () => {
      setAsking(false);
      toast({ text: t("settings-copy-ended") });
    },
  });
  const { mutate: copy } = start;
  const choice = useChooseFolder(
    useCallback(
      async (folder) => {
        const { missing } = await call("second_copy_set", { folder });
        toast({ text: t("settings-copy-started") });
        if (missing > 0) copy({});
      },
      [call, copy, toast, t],
    ),
    "second_copy",
  );
  if (unread) return <ErrorText error={unread} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { folder, files, missing, fault } = data;
  const mayManage = may("manage_studio");
  return (
    <section className={styles.section} aria-labelledby="settings-copy">
      <div>
        <h2 id="settings-copy">{t("settings-copy")}</h2>
        <p className={styles.quiet}>{t("settings-copy-lead")}</p>
      </div>
      <div className={styles.form}>
        <div role="status">
          <p className={styles.path}>
            {folder === null ? t("settings-copy-off") : t("settings-copy-on", { folder })}
          </p>
          {folder === null ? null : <p>{stateText()}</p>}
        </div>
        {running ? <Running task={running} /> : null}
        {fault && !running ? (
          <Banner tone="attention">
            <p>{t(codeKey("copy-fault", fault))}</p>
          </Banner>
        ) : null}
        {choice.error ? <ErrorText error={choice.error} /> : null}
        {start.error ? <ErrorText error={start.error} /> : null}
        <ButtonRow>
          {folder !== null && missing > 0 && !running && may("import_photos") ? (
            <Button isPending={start.isPending} onPress={() => copy({})}>
              {t("settings-copy-start")}
            </Button>
          ) : null}
          {mayManage ? (
            <Button isPending={choice.isChoosing} isDisabled={running !== null} onPress={choice.choose}>
              {t(folder === null ? "settings-copy-choose" : "settings-copy-change")}
            </Button>
          ) : null}
          {mayManage && folder !== null ? (
            <Button variant="quiet" isDisabled={running !== null} onPress={() => setAsking(true)}>
              {t("settings-copy-stop")}
            </Button>
          ) : null}
        </ButtonRow>
        {mayManage ? null : <p className={styles.quiet}>{t("settings-copy-owner")}</p>}
      </div>
      <Dialog
        title={t("settings-copy-stop-title")}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={() => setAsking(false)}>{t("settings-copy-keep")}</Button>
            <Button variant="danger" isPending={stop.isPending} onPress={() => stop.mutate({})}>
              {t("settings-copy-stop")}
            </Button>
          </>
        }
      >
        <p>{t("settings-copy-stop-text")}</p>
        {stop.error ? <ErrorText error={stop.error} /> : null}
      </Dialog>
    </section>
  );

  function stateText(): string {
    if (files === 0) return t("settings-copy-none");
    return missing > 0
      ? t("settings-copy-missing", { count: missing, number: format.number(missing) })
      : t("settings-copy-all", { count: files, number: format.number(files) });
  }
}

function Running({ task }: { task: TaskDto }) {
  const t = useT();
  const { count } = useTaskFigures(task);
  return (
    <TaskUnderWay task={task} text={t("settings-copy-running")}>
      <p>{count}</p>
    </TaskUnderWay>
  );
}
