import type { StaffStatusDto } from "../../api";
import { Badge } from "../../components";
import { useT } from "../../l10n";

const TONES = { waiting: "attention", active: "done", left: "info" } as const;

/** How an account stands. */
export function StaffStatus({ status }: { status: StaffStatusDto }) {
  const t = useT();
  return <Badge tone={TONES[status]}>{t(`staff-status-${status}`)}</Badge>;
}
