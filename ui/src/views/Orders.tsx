/** Orders: the archive, one order, or a new one. */
import { useMethod } from "../api";
import { customerName } from "../features/customers/versions";
import { OrderList } from "../features/orders/OrderList";
import { NewOrder, OrderPage } from "../features/orders/OrderPage";
import { usePathId, usePathWord, useSearchValues } from "../navigation";

export default function Orders() {
  const id = usePathId();
  const word = usePathWord();
  if (id !== null) return <OrderPage key={id} id={id} />;
  return word === "new" ? <New /> : <OrderList />;
}

/** `?customer=12` when begun from a customer's card. */
function New() {
  const asked = Number(useSearchValues().customer ?? 0);
  const { data, isPending } = useMethod("customer_get", { id: asked }, { enabled: asked > 0 });
  if (asked > 0 && isPending) return null;
  return (
    <NewOrder
      key={asked}
      customerId={data?.id ?? null}
      customerName={data ? customerName(data.fields) : ""}
    />
  );
}
