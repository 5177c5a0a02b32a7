/** Customers: the list, one customer, or a new one. */
import { CustomerList } from "../features/customers/CustomerList";
import { CustomerPage } from "../features/customers/CustomerPage";
import { NewCustomer } from "../features/customers/NewCustomer";
import { usePathId, usePathWord } from "../navigation";

export default function Customers() {
  const id = usePathId();
  const word = usePathWord();
  if (id !== null) return <CustomerPage key={id} id={id} />;
  return word === "new" ? <NewCustomer /> : <CustomerList />;
}
