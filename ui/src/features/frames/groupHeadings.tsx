/** What stands above the photos of each subject, and above those that are nobody's. */
import { IdCard } from "lucide-react";
import { useMemo } from "react";
import type { FrameGroup } from "../../api";
import { Badge, type GridGroup } from "../../components";
import { useFormat, useT } from "../../l10n";
import { OwnerName, StateBadge, useNaming } from "../matching/words";
import styles from "./Frames.module.css";

/** `groups`: as `frame_index` tells them. */
export function useGroupHeadings(groups: readonly FrameGroup[]): readonly GridGroup[] {
  const naming = useNaming();
  return useMemo(() => {
    const isSubject = ({ kind }: FrameGroup) => kind === "subject";
    const named = naming(groups.filter(isSubject)).values();
    return groups.map((group) => ({
      count: group.count,
      heading: <Heading group={isSubject(group) ? (named.next().value ?? group) : group} />,
    }));
  }, [groups, naming]);
}

function Heading({ group }: { group: FrameGroup }) {
  const t = useT();
  const format = useFormat();
  return (
    <span className={styles.group}>
      <Whose group={group} />
      <span className={styles.groupCount}>
        {t("matching-run-photos", { count: group.count, number: format.number(group.count) })}
      </span>
    </span>
  );
}

function Whose({ group }: { group: FrameGroup }) {
  const t = useT();
  switch (group.kind) {
    case "subject":
    case "class":
      return (
        <strong className={styles.groupName}>
          <OwnerName owner={group} />
        </strong>
      );
    case "quarantined":
    case "unmatched":
      return <StateBadge state={group.kind} />;
    case "cards":
      return <Badge icon={IdCard}>{t("frame-group-cards")}</Badge>;
  }
}
