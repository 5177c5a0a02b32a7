/**
 * Handing orders over to a print partner: plan, confirm, run.
 *
 * What leaves the house is shown first and confirmed by name and count; the register plans, refuses and writes.
 */
import { FolderOutput } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { ApiError, useCall, useMethod, type BatchPlan, type PartnerDto } from "../../api";
import {
  Button,
  ButtonRow,
  EmptyState,
  ErrorText,
  Facts,
  Part,
  ProgressBar,
  Select,
  useAsk,
  useKeys,
  useToast,
} from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useWindowMemory } from "../../components/useWindowMemory";
import { useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { PartnerRefusal } from "../partners/PartnerState";
import { isUnderWay, partDone, useTask, useTaskFigures } from "../tasks/tasks";
import { PlanView } from "./PlanView";
import styles from "./Production.module.css";

const NONE: PartnerDto[] = [];

export function HandOver({
  orderIds,
  resendOfId,
  firstPartnerId,
  onHandedOver,
}: {
  orderIds: number[];
  resendOfId: number | null;
  firstPartnerId: number | null;
  onHandedOver(batchId: number): void;
}) {
  const t = useT();
  const go = useGo();
  const call = useCall();
  const ask = useAsk();
  const partners = useMethod("partner_list", {});
  const [chosen, setChosen] = useWindowMemory<number | null>(
    `production.partner.${resendOfId ?? 0}`,
    firstPartnerId,
  );
  const [taskId, setTaskId] = useWindowMemory<number | null>(`production.task.${resendOfId ?? 0}`, null);
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);

  const all = partners.data?.partners ?? NONE;
  const usable = all.filter((partner) => partner.fields.isActive);
  const only = usable.filter((partner) => partner.refusal === null);
  const isOffered = usable.some((entry) => entry.id === chosen);
  const partnerId = isOffered ? chosen : only.length === 1 ? (only[0]?.id ?? null) : null;
  const partner = all.find((entry) => entry.id === partnerId) ?? null;
  const plan = useMethod(
    "batch_plan",
    { partnerId: partnerId ?? 0, orderIds, resendOfId },
    { enabled: partnerId !== null && orderIds.length > 0, keepPrevious: true, staleTime: 0 },
  );
  const current = orderIds.length > 0 && partnerId !== null ? plan.data : undefined;

  const handOver = async (planned: BatchPlan) => {
    setError(null);
    setBusy(true);
    try {
      const folder = await call("folder_choose", { purpose: "hand_over" });
      if (folder.token === null) return;
      const isSure = await ask({
        title: t("hand-over-title"),
        text: <Confirmation plan={planned} folder={folder.label ?? ""} />,
        confirm: t("hand-over-yes", { count: planned.prints, partner: planned.partnerName }),
        cancel: t("hand-over-no"),
      });
      if (!isSure) return;
      const started = await call("batch_start", {
        partnerId: planned.partnerId,
        orderIds,
        resendOfId,
        folder: folder.token,
      });
      setTaskId(started.task);
    } catch (cause) {
      setError(ApiError.from(cause));
    } finally {
      setBusy(false);
    }
  };

  const canStart = current?.canRun === true && !plan.isPlaceholderData && !isBusy && taskId === null;
  const start = () => {
    if (canStart && current) void handOver(current);
  };
  useKeys([{ keys: "Ctrl+Enter", label: t("hand-over-button"), run: start }]);

  if (taskId !== null)
    return (
      <Running
        taskId={taskId}
        partnerName={partner?.fields.name ?? ""}
        onEnd={(batchId) => {
          setTaskId(null);
          if (batchId !== null) onHandedOver(batchId);
        }}
      />
    );

  return (
    <div className={styles.handOver}>
      {partners.error ? <ErrorText error={partners.error} onRetry={() => void partners.refetch()} /> : null}
      {partners.data && usable.length === 0 ? (
        <Part>
          <p>{t("production-no-partners")}</p>
          <Button onPress={() => go("/partners/new")}>{t("production-add-partner")}</Button>
        </Part>
      ) : (
        <Part>
          <Select<number>
            label={t("production-partner")}
            placeholder={t("production-choose-partner")}
            value={partnerId}
            onChange={setChosen}
            choices={usable.map((entry) => ({
              id: entry.id,
              label: entry.fields.name,
              ...(entry.refusal ? { note: t("partner-refused") } : {}),
            }))}
          />
          {partner?.refusal ? (
            <>
              <PartnerRefusal refusal={partner.refusal} />
              <LinkTo path={`/partners/${partner.id}`}>
                {t("history-open", { record: partner.fields.name })}
              </LinkTo>
            </>
          ) : null}
        </Part>
      )}
      <div className={styles.plan}>
        {orderIds.length === 0 ? (
          <EmptyState icon={FolderOutput} text={t("production-nothing-selected")} />
        ) : current ? (
          <PlanView plan={current} />
        ) : plan.error ? (
          <Part>
            <ErrorText error={plan.error} onRetry={() => void plan.refetch()} />
          </Part>
        ) : null}
      </div>
      <div className={styles.foot}>
        {error ? <ErrorText error={error} /> : null}
        <Button
          variant="primary"
          icon={FolderOutput}
          shortcut="Ctrl+Enter"
          isPending={isBusy}
          isDisabled={!canStart}
          onPress={start}
        >
          {t("hand-over-button")}
        </Button>
      </div>
    </div>
  );
}

function Confirmation({ plan, folder }: { plan: BatchPlan; folder: string }) {
  const t = useT();
  const format = useFormat();
  return (
    <div className={styles.confirmation}>
      <Facts
        facts={[
          [t("hand-over-recipient"), plan.partnerName],
          [t("plan-orders"), format.number(plan.orders)],
          [t("plan-prints"), format.number(plan.prints)],
          [t("plan-customers"), format.number(plan.customers)],
          [t("plan-size"), format.bytes(plan.estimatedBytes)],
          [t("hand-over-folder"), folder],
        ]}
      />
      <p>{t("hand-over-text")}</p>
    </div>
  );
}

function Running({
  taskId,
  partnerName,
  onEnd,
}: {
  taskId: number;
  partnerName: string;
  onEnd(batchId: number | null): void;
}) {
  const t = useT();
  const call = useCall();
  const toast = useToast();
  const task = useTask(taskId);
  const { isSuccess: isListed, refetch } = useMethod("task_list", {}, { staleTime: Infinity });
  const figures = useTaskFigures(task);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  const state = task?.state;
  const batchId = task?.result?.batchId ?? null;
  useEffect(() => {
    if (state === "completed") {
      toast({ text: t("hand-over-done", { partner: partnerName }) });
      end.current(batchId);
    } else if (state === "cancelled") {
      toast({ text: t("hand-over-cancelled"), tone: "info" });
      end.current(null);
    }
    // Said once, when the state changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state]);

  // Taken off the list in the top bar: nothing more is heard of it, so the plan is shown again.
  const isGone = isListed && !task;
  useEffect(() => {
    if (!isGone) return;
    void refetch().then(({ data, error }) => {
      if (error) setRefusal(error);
      else if (!data?.tasks.some((known) => known.id === taskId)) end.current(null);
    });
  }, [isGone, refetch, taskId]);

  const failure = task?.error && state === "failed" ? new ApiError(task.error) : null;
  return (
    <div className={styles.handOver}>
      <Part title={t("hand-over-running")} isLive>
        {failure ? (
          <>
            <ErrorText error={failure} />
            <ButtonRow>
              <Button onPress={() => onEnd(null)}>{t("form-close")}</Button>
            </ButtonRow>
          </>
        ) : (
          <>
            <ProgressBar label={t("hand-over-running")} value={task ? partDone(task) : null} />
            <div className={styles.figures}>
              <span>
                {task && task.total > 0
                  ? t("hand-over-progress", { done: task.done, total: task.total })
                  : ""}
              </span>
              <span>{figures.left}</span>
            </div>
            {refusal ? <ErrorText error={refusal} /> : null}
            <ButtonRow>
              <Button
                isDisabled={!task || !isUnderWay(task) || state === "cancelling"}
                onPress={() =>
                  void call("task_cancel", { id: taskId }).catch((cause: unknown) =>
                    setRefusal(ApiError.from(cause)),
                  )
                }
              >
                {t(state === "cancelling" ? "hand-over-stopping" : "hand-over-cancel")}
              </Button>
            </ButtonRow>
          </>
        )}
      </Part>
    </div>
  );
}
