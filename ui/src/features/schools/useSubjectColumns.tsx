import { useMemo, type ReactNode } from "react";
import type { PermissionDto, SubjectGroupDto, SubjectRow } from "../../api";
import { Badge, type Column } from "../../components";
import { codeKey, useFormat, useT } from "../../l10n";
import { subjectName } from "../subjects/names";
import styles from "./Schools.module.css";

const ORDER: Record<PermissionDto, number> = { refused: 0, unknown: 1, given: 2 };

/** Columns of those on class lists; who is no longer on one is dimmed, with the day beside the name. */
export function useSubjectColumns(groups: readonly SubjectGroupDto[]): Column<SubjectRow>[] {
  const t = useT();
  const format = useFormat();
  return useMemo(() => {
    const places = new Map(groups.map((group, place) => [group.id, place]));
    const dimmed = (row: SubjectRow, text: string): ReactNode =>
      row.leftOn ? <span className={styles.dimmed}>{text}</span> : text;
    const permission = (row: SubjectRow, value: PermissionDto): ReactNode => {
      const word = t(codeKey("permission", value));
      return value === "refused" && !row.leftOn ? <Badge tone="stopped">{word}</Badge> : dimmed(row, word);
    };
    return [
      {
        id: "place",
        header: t("subject-column-place"),
        width: 64,
        grow: 0,
        align: "end",
        cell: (row) => dimmed(row, format.number(row.position)),
        sortValue: (row) => row.position,
      },
      {
        id: "name",
        header: t("subject-column-name"),
        width: 184,
        grow: 3,
        isStrong: true,
        isAlwaysShown: true,
        cell: (row) =>
          row.leftOn
            ? dimmed(row, `${subjectName(row)}, ${t("subject-left", { date: format.isoDate(row.leftOn) })}`)
            : subjectName(row),
        sortValue: subjectName,
      },
      {
        id: "class",
        header: t("subject-column-class"),
        width: 88,
        grow: 1,
        cell: (row) => dimmed(row, groups[places.get(row.groupId) ?? -1]?.name ?? ""),
        sortValue: (row) => places.get(row.groupId) ?? null,
      },
      {
        id: "photo",
        header: t("field-label-photo-permission"),
        width: 120,
        grow: 0,
        cell: (row) => permission(row, row.photoPermission),
        sortValue: (row) => ORDER[row.photoPermission],
      },
      {
        id: "publication",
        header: t("field-label-publication-permission"),
        width: 120,
        grow: 0,
        cell: (row) => permission(row, row.publicationPermission),
        sortValue: (row) => ORDER[row.publicationPermission],
      },
      {
        id: "guardians",
        header: t("subject-column-guardians"),
        width: 124,
        grow: 0,
        align: "end",
        cell: (row) => dimmed(row, row.guardians > 0 ? format.number(row.guardians) : ""),
        sortValue: (row) => row.guardians,
      },
    ];
  }, [t, format, groups]);
}
