/** One order: entered while a draft, then taken through its states. */
import { Ban, CircleCheck, FolderOutput, PackageCheck, Send } from "lucide-react";
import { useState } from "react";
import { useMethod, type OrderDto, type ProductDto } from "../../api";
import { Banner, Button, ButtonRow, ErrorText, UnreadView, ViewFrame, useKeys } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { usePickedOrders } from "../production/usePickedOrders";
import { OrderEntry } from "./OrderEntry";
import { StoredLines } from "./OrderLines";
import { OrderSide } from "./OrderSide";
import { OrderVersions } from "./OrderVersions";
import styles from "./Orders.module.css";
import { OrderState } from "./states";
import { useOrder, type OrderInHand } from "./useOrder";

const NO_PRODUCTS: ProductDto[] = [];

interface NewOrderOf {
  customerId: number | null;
  customerName: string;
  /** The new order is stored under this id, and gets its own address. */
  onMade(id: number): void;
}

/** `id`: null while the order is not stored yet. */
export function OrderPage({ id, ...of }: { id: number | null } & NewOrderOf) {
  const t = useT();
  const go = useGo();
  const [wasNew] = useState(id === null);
  const { data, error, refetch } = useMethod("order_get", { id: id ?? 0 }, { enabled: id !== null });
  if (data || wasNew) return <OrderView stored={data ?? null} {...of} />;
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

function OrderView({ stored, customerId, customerName, onMade }: { stored: OrderDto | null } & NewOrderOf) {
  const t = useT();
  const go = useGo();
  const hand = useOrder(stored, { id: customerId, name: customerName }, onMade);
  const { order, draft, isBusy } = hand;
  const [, setPicked] = usePickedOrders();
  useKeys([
    ...(hand.isDraft ? [{ keys: "Ctrl+s", label: t("order-save"), run: hand.save }] : []),
    ...(hand.isDraft && hand.may("confirmed")
      ? [{ keys: "Ctrl+Enter", label: t("order-confirm"), run: () => hand.step("confirmed") }]
      : []),
  ]);
  const handOver = () => {
    if (!order) return;
    setPicked([order.id]);
    go("/production");
  };
  const lines = hand.isDraft ? draft.lines : (order?.lines ?? []);
  const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
  const notices = (
    <>
      {hand.error ? <ErrorText error={hand.error} /> : null}
      {hand.isBeingHandedOver ? (
        <Banner title={t("order-being-handed-over")} isLive>
          <p>
            <LinkTo path="/production">{t("order-open-production")}</LinkTo>
          </p>
        </Banner>
      ) : null}
      {hand.theirs ? <TwoVersions hand={hand} theirs={hand.theirs} /> : null}
    </>
  );
  return (
    <ViewFrame
      id="order"
      title={order ? t("order-title", { number: order.number }) : t("orders-new")}
      parent={{ label: t("orders-title"), onPress: () => go("/orders") }}
      note={order ? <OrderState state={order.state} /> : null}
      actions={
        <>
          {order && hand.may("cancelled") ? (
            <Button variant="quiet" icon={Ban} onPress={() => hand.step("cancelled")} isDisabled={isBusy}>
              {t("order-cancel")}
            </Button>
          ) : null}
          {hand.isDraft ? (
            <Button shortcut="Ctrl+S" onPress={() => hand.save()} isDisabled={!hand.isDirty || isBusy}>
              {t("order-save")}
            </Button>
          ) : null}
          {hand.may("confirmed") ? (
            <Button
              variant="primary"
              icon={CircleCheck}
              shortcut="Ctrl+Enter"
              onPress={() => hand.step("confirmed")}
              isPending={isBusy}
            >
              {t("order-confirm")}
            </Button>
          ) : null}
          {hand.awaitsHandOver ? (
            <Button variant="primary" icon={FolderOutput} onPress={handOver} isDisabled={isBusy}>
              {t("order-hand-over")}
            </Button>
          ) : null}
          {hand.may("sent") ? (
            <Button variant="primary" icon={Send} onPress={() => hand.step("sent")} isPending={isBusy}>
              {t("order-send")}
            </Button>
          ) : null}
          {hand.may("delivered") ? (
            <Button
              variant="primary"
              icon={PackageCheck}
              onPress={() => hand.step("delivered")}
              isPending={isBusy}
            >
              {t("order-deliver")}
            </Button>
          ) : null}
        </>
      }
      inspector={<OrderSide order={order} totals={hand.totals} />}
      inspectorLabel={t("order-totals")}
      status={
        <>
          <span>{lines.length > 0 ? t("order-pieces", { lines: lines.length, pieces }) : ""}</span>
          <span role="status">{hand.isDirty ? t("form-unsaved") : ""}</span>
        </>
      }
    >
      {hand.isDraft ? (
        <OrderEntry hand={hand}>{notices}</OrderEntry>
      ) : (
        <div className={styles.scroll}>
          {notices}
          <div className={styles.customer}>
            <span className={styles.customerName}>{order?.customerName}</span>
            <LinkTo path={`/customers/${draft.customerId ?? 0}`}>{t("order-open-customer")}</LinkTo>
          </div>
          <h2>{t("order-lines")}</h2>
          {order ? <StoredLines order={order} /> : null}
          {order?.note ? <p className={styles.noteText}>{order.note}</p> : null}
        </div>
      )}
    </ViewFrame>
  );
}

/** Somebody else saved first: both versions side by side, and the choice. */
function TwoVersions({ hand, theirs }: { hand: OrderInHand; theirs: OrderDto }) {
  const t = useT();
  const format = useFormat();
  const products = useMethod("product_list", {}).data?.products ?? NO_PRODUCTS;
  const mine = hand.draft.lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0);
  return (
    <Banner
      tone="attention"
      title={t("order-stale-title")}
      isLive
      action={
        <ButtonRow>
          <Button size="small" onPress={hand.takeTheirs}>
            {t("order-stale-theirs")}
          </Button>
          {theirs.state === "draft" ? (
            <Button size="small" onPress={hand.saveOverTheirs}>
              {t("order-stale-mine")}
            </Button>
          ) : null}
        </ButtonRow>
      }
    >
      <p>{t("order-stale-text")}</p>
      {theirs.state === "draft" ? (
        <OrderVersions mine={hand.draft} theirs={theirs} products={products} />
      ) : null}
      <p>
        {t("order-stale-saved-lines", {
          count: theirs.lines.length,
          total: format.money(theirs.totals.grossCents),
        })}{" "}
        {t("order-stale-my-lines", { count: hand.draft.lines.length, total: format.money(mine) })}
      </p>
    </Banner>
  );
}
