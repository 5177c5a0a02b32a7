/** What would be lost or interrupted now: running tasks and unsaved changes; asked before locking and closing. */
import { useCallback } from "react";
import type { TaskDto } from "../../api";
import { useAsk, useHasUnsaved } from "../../components";
import { codeKey, useT } from "../../l10n";
import { isUnderWay, useTasks } from "../tasks/tasks";

type Step = "lock" | "close";

const isDemonstration = (task: TaskDto) => task.kind === "demonstration_studio";

/** Asks when something is unfinished; resolves to whether to go on. */
export function useAskUnfinished(): (step: Step) => Promise<boolean> {
  const t = useT();
  const ask = useAsk();
  const hasUnsaved = useHasUnsaved();
  const running = useTasks().filter(isUnderWay);
  return useCallback(
    async (step) => {
      if (!hasUnsaved && running.length === 0) return true;
      return ask({
        title: t("unfinished-title"),
        text: (
          <>
            {running.length > 0 ? (
              <>
                <ul>
                  {running.map((task) => (
                    <li key={task.id}>
                      {t(codeKey("task", task.kind))}
                      {task.subject ? `: ${task.subject}` : null}
                    </li>
                  ))}
                </ul>
                {running.some(isDemonstration) ? <p>{t("unfinished-demonstration")}</p> : null}
                {running.every(isDemonstration) ? null : <p>{t("unfinished-tasks")}</p>}
              </>
            ) : null}
            {hasUnsaved ? <p>{t("unfinished-edits")}</p> : null}
          </>
        ),
        confirm: t(
          running.length > 0 ? codeKey("unfinished-stop", step) : codeKey("unfinished-discard", step),
        ),
        cancel: t("unfinished-stay"),
        isDangerous: true,
      });
    },
    [ask, t, hasUnsaved, running],
  );
}
