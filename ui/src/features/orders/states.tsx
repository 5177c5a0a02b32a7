/** States of an order: shape, colour and word. */
import { Ban, CircleCheck, FilePen, PackageCheck, Send, type LucideIcon } from "lucide-react";
import type { OrderStateDto } from "../../api";
import { Badge, type Tone } from "../../components";
import { codeKey, useT } from "../../l10n";

export const ORDER_STATES: readonly OrderStateDto[] = [
  "draft",
  "confirmed",
  "sent",
  "delivered",
  "cancelled",
];

const LOOKS: Record<OrderStateDto, { tone?: Tone; icon: LucideIcon }> = {
  draft: { icon: FilePen },
  confirmed: { tone: "attention", icon: CircleCheck },
  sent: { tone: "info", icon: Send },
  delivered: { tone: "done", icon: PackageCheck },
  cancelled: { icon: Ban },
};

export function OrderState({ state }: { state: OrderStateDto }) {
  const t = useT();
  return <Badge {...LOOKS[state]}>{t(codeKey("order-state", state))}</Badge>;
}
