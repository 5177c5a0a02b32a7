/** Orders: the archive, one order, or a new one. */
import { useState } from "react";
import { useMethod } from "../api";
import { customerName } from "../features/customers/versions";
import { OrderList } from "../features/orders/OrderList";
import { OrderPage } from "../features/orders/OrderPage";
import { usePathId, usePathWord, useSearchValues } from "../navigation";

export default function Orders() {
  const word = usePathWord();
  return word === null ? <OrderList /> : <OneOrder />;
}

/**
 * An order by its id, or a new one, `?customer=12` when begun from a customer's card. A new order stays in its view, with
 * the focus and what is typed meanwhile, when its first save gives it its own address.
 */
function OneOrder() {
  const id = usePathId();
  const asked = Number(useSearchValues().customer ?? 0);
  const [made, setMade] = useState<number | null>(null);
  const place = id ?? `new ${asked}`;
  const [entry, setEntry] = useState({ place, number: 0 });
  if (entry.place !== place) {
    setEntry({ place, number: made !== null && id === made ? entry.number : entry.number + 1 });
    setMade(null);
  }
  const { data, isPending } = useMethod("customer_get", { id: asked }, { enabled: id === null && asked > 0 });
  if (id === null && asked > 0 && isPending) return null;
  return (
    <OrderPage
      key={entry.number}
      id={id}
      customerId={data?.id ?? null}
      customerName={data ? customerName(data.fields) : ""}
      onMade={setMade}
    />
  );
}
