/** Orders by their numbers, each a link to the order. */
import { useMethod } from "../../api";
import { LinkTo } from "../../components/LinkTo";

export function OrderLinks({ numbers }: { numbers: readonly string[] }) {
  return (
    <>
      {numbers.map((number) => (
        <div key={number}>
          <OrderLink number={number} />
        </div>
      ))}
    </>
  );
}

function OrderLink({ number }: { number: string }) {
  const found = useMethod("order_search", {
    search: number,
    states: [],
    customerId: null,
    after: null,
    limit: 10,
  });
  const order = found.data?.rows.find((row) => row.number === number);
  return order ? <LinkTo path={`/orders/${order.id}`}>{number}</LinkTo> : <>{number}</>;
}
