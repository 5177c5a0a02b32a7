/** Print partners: the list, one partner, or a new one. */
import { PartnerList } from "../features/partners/PartnerList";
import { NewPartner, PartnerPage } from "../features/partners/PartnerPage";
import { usePathId, usePathWord } from "../navigation";

export default function Partners() {
  const id = usePathId();
  const word = usePathWord();
  if (id !== null) return <PartnerPage key={id} id={id} />;
  return word === "new" ? <NewPartner /> : <PartnerList />;
}
