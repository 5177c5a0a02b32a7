/** In place of a view where the address is none of the window's: what is wrong, and the way to where the window begins. */
import { MapPinOff } from "lucide-react";
import { useMay } from "../api";
import { EmptyState, ViewFrame } from "../components";
import { LinkTo } from "../components/LinkTo";
import { useT } from "../l10n";
import { FIRST_SECTION, SECTION_RIGHTS, firstSection } from "../navigation";

export default function NotFound() {
  const t = useT();
  const may = useMay();
  const kept = firstSection();
  const section = may(SECTION_RIGHTS[kept]) ? kept : FIRST_SECTION;
  return (
    <ViewFrame id="not-found" title={t("app-not-found-title")}>
      <EmptyState
        icon={MapPinOff}
        text={t("app-not-found-text")}
        action={
          <LinkTo path={`/${section}`}>{t("app-command-go", { view: t(`app-nav-${section}`) })}</LinkTo>
        }
      />
    </ViewFrame>
  );
}
