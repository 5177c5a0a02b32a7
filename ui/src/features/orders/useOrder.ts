/** One order in the window: its draft, what it costs, and the ways to save it and take it through its states. */
import { useEffect, useMemo, useRef, useState, type Dispatch, type SetStateAction } from "react";
import {
  ApiError,
  useCall,
  useMay,
  useMethod,
  type OrderDto,
  type OrderStateDto,
  type OrderTotals,
} from "../../api";
import { useAsk, useToast } from "../../components";
import { focusOddField } from "../../components/focusFirstError";
import { useDebounced } from "../../components/useDebounced";
import { useLeaveGuard } from "../../components/useLeaveGuard";
import { useT } from "../../l10n";
import { useGo } from "../../navigation";
import { draftOf, entriesOf, newDraft, sameDraft, type Draft } from "./draft";

const STEPS = {
  confirmed: { method: "order_confirm", done: "order-confirmed" },
  sent: { method: "order_send", done: "order-sent" },
  delivered: { method: "order_deliver", done: "order-delivered" },
  cancelled: { method: "order_cancel", done: "order-cancelled" },
} as const;
type NextState = Exclude<OrderStateDto, "draft">;

export interface OrderInHand {
  /** As stored; null until it is first saved. */
  order: OrderDto | null;
  draft: Draft;
  setDraft: Dispatch<SetStateAction<Draft>>;
  isDraft: boolean;
  isDirty: boolean;
  isBusy: boolean;
  totals: OrderTotals | null;
  error: ApiError | null;
  isCustomerMissing: boolean;
  /** The version that somebody else saved first; nothing is stored until one of the two is chosen. */
  theirs: OrderDto | null;
  /** Confirmed with prints, and in no batch yet. */
  awaitsHandOver: boolean;
  /** In a batch that is being written now. */
  isBeingHandedOver: boolean;
  may(state: NextState): boolean;
  save(): void;
  /** Saves what has not been saved, then takes the step; cancelling asks first. */
  step(to: NextState): void;
  takeTheirs(): void;
  saveOverTheirs(): void;
}

export function useOrder(
  stored: OrderDto | null,
  customer: { id: number | null; name: string },
  onMade: (id: number) => void,
): OrderInHand {
  const t = useT();
  const go = useGo();
  const call = useCall();
  const ask = useAsk();
  const toast = useToast();
  const [order, setOrder] = useState(stored);
  const [saved, setSaved] = useState<Draft>(() =>
    stored ? draftOf(stored) : newDraft(customer.id, customer.name),
  );
  const [draft, setDraft] = useState(saved);
  const [theirs, setTheirs] = useState<OrderDto | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [refused, setRefused] = useState(draft);
  const [isCustomerMissing, setCustomerMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);

  const may = useMay();
  const isDraft = may("take_orders") && (order === null || order.state === "draft");
  const isDirty = isDraft && !sameDraft(draft, saved);
  const letLeave = useLeaveGuard(isDirty);
  const entries = useMemo(() => entriesOf(draft.lines), [draft.lines]);
  const lines = useDebounced(entries, 150);
  const totals = useMethod("order_totals", { lines }, { enabled: isDraft, keepPrevious: true });

  /** `sent`: what was saved; a draft that has changed since then stays as it is. */
  const settle = (next: OrderDto, sent: Draft = draft) => {
    const fresh = draftOf(next, sent.lines);
    setOrder(next);
    setSaved(fresh);
    setDraft((now) => (now === sent || next.state !== "draft" ? fresh : now));
    setTheirs(null);
    setError(null);
  };
  // Moved on elsewhere (a batch was handed over) while nothing is being edited here: show it.
  if (stored && order && stored.rev > order.rev && !isDirty && !isBusy) settle(stored);

  const run = async (work: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (cause) {
      const refusal = ApiError.from(cause);
      setRefused(latest.current);
      if (!refusal.isStale || !order) return setError(refusal);
      try {
        setTheirs(await call("order_get", { id: order.id }));
      } catch (failure) {
        setError(ApiError.from(failure));
      }
    } finally {
      setBusy(false);
    }
  };
  const store = async (rev: number | null): Promise<OrderDto | null> => {
    setCustomerMissing(draft.customerId === null);
    if (draft.customerId === null) return null;
    const next = await call("order_save", {
      id: order?.id ?? null,
      rev,
      customerId: draft.customerId,
      note: draft.note,
      lines: entries,
    });
    settle(next, draft);
    // a new order gets its own address, whatever becomes of the step that it was stored for
    if (order === null) {
      letLeave();
      onMade(next.id);
      go(`/orders/${next.id}`, {}, { replace: true });
    }
    return next;
  };
  const save = (rev: number | null) =>
    void run(async () => {
      if (focusOddField()) return;
      const next = await store(rev);
      if (!next) return;
      toast({ text: t("order-saved", { number: next.number }) });
    });
  const step = (to: NextState) =>
    void run(async () => {
      if (to === "confirmed" && focusOddField()) return;
      const isUnsaved = isDraft && (isDirty || order === null);
      const current = isUnsaved && to === "confirmed" ? await store(order?.rev ?? null) : order;
      if (!current) return;
      if (to === "cancelled") {
        const isSure = await ask({
          title: t("order-cancel-title", { number: current.number }),
          text: t("order-cancel-text", { customer: current.customerName }),
          confirm: t("order-cancel-yes", { number: current.number }),
          cancel: t("order-cancel-no"),
          isDangerous: true,
        });
        if (!isSure) return;
      }
      settle(await call(STEPS[to].method, { id: current.id, rev: current.rev }));
      toast({ text: t(STEPS[to].done, { number: current.number }) });
    });

  /** An order's ways on change with its batch, which leaves its revision as it is. */
  const live = stored && order && stored.rev === order.rev ? stored : order;
  return {
    order,
    draft,
    setDraft,
    isDraft,
    isDirty,
    isBusy,
    totals: isDraft ? (totals.data ?? null) : (order?.totals ?? null),
    error: error?.since(refused, draft) ?? totals.error,
    isCustomerMissing: isCustomerMissing && draft.customerId === null,
    theirs,
    awaitsHandOver: may("hand_over") && (live?.awaitsHandOver ?? false),
    isBeingHandedOver: live?.isBeingHandedOver ?? false,
    may: (state) =>
      may(state === "sent" || state === "delivered" ? "advance_orders" : "take_orders") &&
      (live ? live.nextStates.includes(state) : state === "confirmed"),
    save: () => save(order?.rev ?? null),
    step,
    takeTheirs: () => theirs && settle(theirs),
    saveOverTheirs: () => theirs && save(theirs.rev),
  };
}
