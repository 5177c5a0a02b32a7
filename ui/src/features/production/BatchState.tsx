import { CircleCheck, CircleSlash, LoaderCircle, type LucideIcon } from "lucide-react";
import type { BatchStateDto } from "../../api";
import { Badge, type Tone } from "../../components";
import { codeKey, useT } from "../../l10n";

const LOOKS: Record<BatchStateDto, { tone: Tone; icon: LucideIcon }> = {
  running: { tone: "info", icon: LoaderCircle },
  handed_over: { tone: "done", icon: CircleCheck },
  failed: { tone: "stopped", icon: CircleSlash },
};

export function BatchState({ state }: { state: BatchStateDto }) {
  const t = useT();
  return <Badge {...LOOKS[state]}>{t(codeKey("batch-state", state))}</Badge>;
}
