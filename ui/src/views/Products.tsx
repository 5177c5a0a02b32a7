/** Products: the list, one product, or a new one. */
import { ProductList } from "../features/products/ProductList";
import { NewProduct, ProductPage } from "../features/products/ProductPage";
import { usePathId, usePathWord } from "../navigation";

export default function Products() {
  const id = usePathId();
  const word = usePathWord();
  if (id !== null) return <ProductPage key={id} id={id} />;
  return word === "new" ? <NewProduct /> : <ProductList />;
}
