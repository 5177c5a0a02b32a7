/** One order: entered while a draft, then taken through its states. */
import { Ban, CircleCheck, FolderOutput, PackageCheck, Send } from "lucide-react";
import { useMemo, useState } from "react";
import { ApiError, useCall, useMethod, type OrderDto, type OrderStateDto, type ProductDto } from "../../api";
import {
  Banner,
  Button,
  ButtonRow,
  ErrorText,
  TextField,
  UnreadView,
  ViewFrame,
  useAsk,
  useKeys,
  useToast,
} from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { focusOddField } from "../../components/focusFirstError";
import { useDebounced } from "../../components/useDebounced";
import { useLeaveGuard } from "../../components/useLeaveGuard";
import { useWindowMemory } from "../../components/useWindowMemory";
import { codeKey, useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { CustomerPicker } from "./CustomerPicker";
import { draftOf, entriesOf, lineOf, newDraft, sameDraft, withPhotos, type Draft } from "./draft";
import { DraftLines, StoredLines } from "./OrderLines";
import { OrderSide } from "./OrderSide";
import { OrderVersions } from "./OrderVersions";
import styles from "./Orders.module.css";
import { PhotoPicker } from "./PhotoPicker";
import { ProductPicker } from "./ProductPicker";
import { OrderState } from "./states";

const NO_PRODUCTS: ProductDto[] = [];
const NONE: number[] = [];
const STEPS = {
  confirmed: { method: "order_confirm", done: "order-confirmed" },
  sent: { method: "order_send", done: "order-sent" },
  delivered: { method: "order_deliver", done: "order-delivered" },
  cancelled: { method: "order_cancel", done: "order-cancelled" },
} as const;

export function OrderPage({ id }: { id: number }) {
  const t = useT();
  const go = useGo();
  const { data, error, refetch } = useMethod("order_get", { id });
  if (data)
    return (
      <OrderForm key={data.id} stored={data} customerId={data.customerId} customerName={data.customerName} />
    );
  return (
    <UnreadView
      id="order"
      title={t("orders-title")}
      parent={{ label: t("orders-title"), onPress: () => go("/orders") }}
      error={error}
      onRetry={() => void refetch()}
    />
  );
}

export function NewOrder({ customerId, customerName }: { customerId: number | null; customerName: string }) {
  return <OrderForm stored={null} customerId={customerId} customerName={customerName} />;
}

function OrderForm({
  stored,
  customerId,
  customerName,
}: {
  stored: OrderDto | null;
  customerId: number | null;
  customerName: string;
}) {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const call = useCall();
  const ask = useAsk();
  const toast = useToast();
  const products = useMethod("product_list", {}).data?.products ?? NO_PRODUCTS;
  const [order, setOrder] = useState(stored);
  const [saved, setSaved] = useState<Draft>(() =>
    stored ? draftOf(stored) : newDraft(customerId, customerName),
  );
  const [draft, setDraft] = useState(saved);
  const [theirs, setTheirs] = useState<OrderDto | null>(null);
  const [pickingKey, setPickingKey] = useState<number | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [isCustomerMissing, setCustomerMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [, setPicked] = useWindowMemory<number[]>("production.orders", NONE);

  const isDraft = order === null || order.state === "draft";
  const isDirty = isDraft && !sameDraft(draft, saved);
  const letLeave = useLeaveGuard(isDirty);
  const entries = useDebounced(
    useMemo(() => entriesOf(draft.lines), [draft.lines]),
    150,
  );
  const totals = useMethod("order_totals", { lines: entries }, { enabled: isDraft, keepPrevious: true });

  /** `sent`: what was saved; a draft that has changed since then stays as it is. */
  const settle = (next: OrderDto, sent: Draft = draft) => {
    const fresh = draftOf(next, sent.lines);
    setOrder(next);
    setSaved(fresh);
    setDraft((now) => (now === sent || next.state !== "draft" ? fresh : now));
    setTheirs(null);
    setError(null);
    if (next.state !== "draft") setPickingKey(null);
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
      if (refusal.code !== "order_stale" || !order) return setError(refusal);
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
      lines: entriesOf(draft.lines),
    });
    settle(next, draft);
    return next;
  };
  const show = (next: OrderDto) => {
    if (order !== null) return;
    letLeave();
    go(`/orders/${next.id}`, {}, { replace: true });
  };
  const save = (rev = order?.rev ?? null) =>
    run(async () => {
      if (focusOddField()) return;
      const next = await store(rev);
      if (!next) return;
      toast({ text: t("order-saved", { number: next.number }) });
      show(next);
    });
  const step = (to: Exclude<OrderStateDto, "draft">) =>
    run(async () => {
      if (to === "confirmed" && focusOddField()) return;
      const current =
        isDraft && (isDirty || order === null) && to === "confirmed"
          ? await store(order?.rev ?? null)
          : order;
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
      show(current);
    });

  const live = stored && order && stored.rev === order.rev ? stored : order;
  const handOver = () => {
    if (!order) return;
    setPicked([order.id]);
    go("/production");
  };
  const may = (state: OrderStateDto) => (live ? live.nextStates.includes(state) : state === "confirmed");
  useKeys([
    ...(isDraft ? [{ keys: "Ctrl+s", label: t("order-save"), run: () => void save() }] : []),
    ...(isDraft && may("confirmed")
      ? [{ keys: "Ctrl+Enter", label: t("order-confirm"), run: () => void step("confirmed") }]
      : []),
  ]);

  const problemOf = (field: string) => {
    const found = error?.problem(field);
    return found ? t(codeKey("field", found)) : undefined;
  };
  const addLine = (product: ProductDto) => {
    const line = lineOf(product);
    setDraft((now) => ({ ...now, lines: [...now.lines, line] }));
    if (product.fields.print) setPickingKey(line.key);
  };

  return (
    <ViewFrame
      id="order"
      title={order ? t("order-title", { number: order.number }) : t("orders-new")}
      parent={{ label: t("orders-title"), onPress: () => go("/orders") }}
      note={order ? <OrderState state={order.state} /> : null}
      actions={
        <>
          {order && may("cancelled") ? (
            <Button variant="quiet" icon={Ban} onPress={() => void step("cancelled")} isDisabled={isBusy}>
              {t("order-cancel")}
            </Button>
          ) : null}
          {isDraft ? (
            <Button shortcut="Ctrl+S" onPress={() => void save()} isDisabled={!isDirty || isBusy}>
              {t("order-save")}
            </Button>
          ) : null}
          {may("confirmed") ? (
            <Button
              variant="primary"
              icon={CircleCheck}
              shortcut="Ctrl+Enter"
              onPress={() => void step("confirmed")}
              isPending={isBusy}
            >
              {t("order-confirm")}
            </Button>
          ) : null}
          {live?.awaitsHandOver ? (
            <Button variant="primary" icon={FolderOutput} onPress={handOver} isDisabled={isBusy}>
              {t("order-hand-over")}
            </Button>
          ) : null}
          {may("sent") ? (
            <Button variant="primary" icon={Send} onPress={() => void step("sent")} isPending={isBusy}>
              {t("order-send")}
            </Button>
          ) : null}
          {may("delivered") ? (
            <Button
              variant="primary"
              icon={PackageCheck}
              onPress={() => void step("delivered")}
              isPending={isBusy}
            >
              {t("order-deliver")}
            </Button>
          ) : null}
        </>
      }
      inspector={
        <OrderSide order={order} totals={isDraft ? (totals.data ?? null) : (order?.totals ?? null)} />
      }
      inspectorLabel={t("order-totals")}
      status={
        <>
          <span>{order ? t("order-title", { number: order.number }) : t("orders-new")}</span>
          <span role="status">{isDirty ? t("form-unsaved") : ""}</span>
        </>
      }
    >
      <div className={styles.page}>
        <div className={styles.scroll}>
          {error ? <ErrorText error={error} /> : null}
          {totals.error && !error ? <ErrorText error={totals.error} /> : null}
          {live?.isBeingHandedOver ? (
            <Banner title={t("order-being-handed-over")} isLive>
              <p>
                <LinkTo path="/production">{t("order-open-production")}</LinkTo>
              </p>
            </Banner>
          ) : null}
          {theirs ? (
            <Banner
              tone="attention"
              title={t("order-stale-title")}
              isLive
              action={
                <ButtonRow>
                  <Button size="small" onPress={() => settle(theirs)}>
                    {t("order-stale-theirs")}
                  </Button>
                  {theirs.state === "draft" ? (
                    <Button size="small" onPress={() => void save(theirs.rev)}>
                      {t("order-stale-mine")}
                    </Button>
                  ) : null}
                </ButtonRow>
              }
            >
              <p>{t("order-stale-text")}</p>
              {theirs.state === "draft" ? (
                <OrderVersions mine={draft} theirs={theirs} products={products} />
              ) : null}
              <p>
                {t("order-stale-saved-lines", {
                  count: theirs.lines.length,
                  total: format.money(theirs.totals.grossCents),
                })}{" "}
                {t("order-stale-my-lines", {
                  count: draft.lines.length,
                  total: format.money(
                    draft.lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0),
                  ),
                })}
              </p>
            </Banner>
          ) : null}
          {isDraft ? (
            <div className={styles.top}>
              <CustomerPicker
                id={draft.customerId}
                name={draft.customerName}
                onChange={(id, name) => {
                  setCustomerMissing(false);
                  setDraft((now) => ({ ...now, customerId: id, customerName: name }));
                }}
                error={isCustomerMissing ? t("order-customer-needed") : undefined}
                autoFocus={draft.customerId === null}
              />
            </div>
          ) : (
            <div className={styles.customer}>
              <span className={styles.customerName}>{order?.customerName}</span>
              <LinkTo path={`/customers/${draft.customerId ?? 0}`}>{t("order-open-customer")}</LinkTo>
            </div>
          )}
          <h2>{t("order-lines")}</h2>
          {error?.problem("lines") ? <p className={styles.problem}>{t("order-lines-too-many")}</p> : null}
          {isDraft ? (
            <>
              {draft.lines.length > 0 ? (
                <DraftLines
                  lines={draft.lines}
                  products={products}
                  error={error}
                  pickingKey={pickingKey}
                  onChange={(change) => setDraft((now) => ({ ...now, lines: change(now.lines) }))}
                  onPick={setPickingKey}
                />
              ) : (
                <p className={styles.quiet}>{t("order-no-lines")}</p>
              )}
              <div className={styles.add}>
                <ProductPicker
                  products={products}
                  onAdd={addLine}
                  autoFocus={draft.customerId !== null && order === null}
                />
              </div>
              <div className={styles.note}>
                <TextField
                  label={t("order-note")}
                  name="note"
                  error={problemOf("note")}
                  value={draft.note}
                  onChange={(note) => setDraft((now) => ({ ...now, note }))}
                  isMultiline
                />
              </div>
            </>
          ) : order ? (
            <>
              <StoredLines order={order} />
              {order.note ? <p className={styles.noteText}>{order.note}</p> : null}
            </>
          ) : null}
        </div>
        {pickingKey !== null && isDraft ? (
          <PhotoPicker
            key={pickingKey}
            onUse={(photos) => {
              setDraft((now) => ({ ...now, lines: withPhotos(now.lines, pickingKey, photos) }));
              setPickingKey(null);
            }}
            onClose={() => setPickingKey(null)}
          />
        ) : null}
      </div>
    </ViewFrame>
  );
}
