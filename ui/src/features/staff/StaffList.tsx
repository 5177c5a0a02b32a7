/** Who works with the register, in which role, under which agreement, and who may sign in. */
import { Plus, UserCog } from "lucide-react";
import { useMemo } from "react";
import { useMay, useMethod, wholeList, type StaffMemberDto } from "../../api";
import { ListView, type Column } from "../../components";
import { codeKey, useCompare, useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { useRootKey } from "./RootKey";
import { StaffStatus } from "./StaffStatus";

const NONE: StaffMemberDto[] = [];
const ORDER = { active: 0, waiting: 1, left: 2 } as const;

export function StaffList() {
  const t = useT();
  const format = useFormat();
  const compare = useCompare();
  const go = useGo();
  const may = useMay();
  const list = useMethod("staff_list", {});
  const rootKey = useRootKey(list.data?.rootKey);
  const members = useMemo(
    () =>
      (list.data?.members ?? NONE).toSorted(
        (one, other) =>
          ORDER[one.status] - ORDER[other.status] || compare(one.fields.name, other.fields.name),
      ),
    [list.data, compare],
  );
  const columns = useMemo<Column<StaffMemberDto>[]>(
    () => [
      {
        id: "name",
        header: t("staff-column-name"),
        width: 200,
        grow: 3,
        isStrong: true,
        cell: (row) => row.fields.name,
        sortValue: (row) => row.fields.name,
      },
      {
        id: "role",
        header: t("staff-column-role"),
        width: 180,
        grow: 2,
        cell: (row) => t(codeKey("role", row.fields.role)),
        sortValue: (row) => t(codeKey("role", row.fields.role)),
      },
      {
        id: "agreed",
        header: t("staff-column-agreed"),
        width: 180,
        grow: 1,
        cell: (row) => (row.fields.agreedOn ? format.isoDate(row.fields.agreedOn) : t("staff-not-agreed")),
        sortValue: (row) => row.fields.agreedOn || null,
      },
      {
        id: "here",
        header: t("staff-column-here"),
        width: 160,
        grow: 1,
        cell: (row) =>
          row.status === "left" ? "" : t(row.hasPassphraseHere ? "staff-here" : "staff-not-here"),
      },
      {
        id: "status",
        header: t("staff-column-status"),
        width: 120,
        grow: 0,
        cell: (row) => <StaffStatus status={row.status} />,
        sortValue: (row) => ORDER[row.status],
      },
    ],
    [t, format],
  );
  return (
    <ListView
      id="staff"
      title={t("staff-title")}
      label={t("staff-list")}
      columns={columns}
      pages={wholeList(list, members)}
      rowId={(row) => row.id}
      onOpen={(row) => go(`/staff/${row.id}`)}
      create={may("manage_staff") ? { label: t("staff-new"), icon: Plus, run: () => go("/staff/new") } : null}
      empty={{ icon: UserCog, text: t("staff-empty") }}
      notice={rootKey.notice}
      status={
        <>
          <span>{t("staff-count", { count: members.length })}</span>
          {rootKey.status}
        </>
      }
    />
  );
}
