/** The audit trail: what was done, when, to which record, on which computer. Names of fields, never values. */
import { History as HistoryIcon, X } from "lucide-react";
import { useMemo, useState } from "react";
import { useMethod, usePagedMethod, type AuditEntryDto, type StaffMemberDto } from "../../api";
import { Button, DateField, ListView, Select, type Column } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { codeKey, useCodeText, useFormat, useT } from "../../l10n";
import { isDayOrNone, isOneOf, useGo, usePreference, useSearchValues, type Path } from "../../navigation";
import { customerName } from "../customers/versions";
import { subjectName } from "../subjects/names";
import { ACTIONS, ENTITIES } from "./codes";
import styles from "./History.module.css";
import { PERIODS, rangeOf, type Period } from "./period";
import { useTrail } from "./useTrail";

const ALL = "all";
/** Of everybody; ids begin at 1. */
const NOBODY = 0;
const NONE: StaffMemberDto[] = [];
const isAction = isOneOf([ALL, ...ACTIONS]);
const isEntity = isOneOf([ALL, ...ENTITIES]);

export function HistoryList() {
  const t = useT();
  const format = useFormat();
  const codeText = useCodeText();
  const go = useGo();
  const [action, setAction] = usePreference("history.action", ALL as string, isAction);
  const [entity, setEntity] = usePreference("history.entity", ALL as string, isEntity);
  const [period, setPeriod] = usePreference<Period>("history.period", "all", isOneOf(PERIODS));
  const [first, setFirst] = usePreference("history.first", "", isDayOrNone);
  const [last, setLast] = usePreference("history.last", "", isDayOrNone);
  const [staff, setStaff] = useState(NOBODY);
  const members = useMethod("staff_list", {}).data?.members ?? NONE;
  const record = useRecord();
  const range = rangeOf(record ? "all" : period, first, last);
  const filter = {
    actions: record || action === ALL ? [] : [action],
    entity: record?.entity ?? (entity === ALL ? null : entity),
    entityId: record?.id ?? null,
    staffId: record || staff === NOBODY ? null : staff,
    ...range,
  };
  const entries = usePagedMethod("audit_list", filter, { limit: 200 });

  const columns = useMemo<Column<AuditEntryDto>[]>(
    () => [
      {
        id: "at",
        header: t("history-column-at"),
        width: 168,
        grow: 0,
        cell: (row) => format.dateTime(row.at),
      },
      {
        id: "action",
        header: t("history-column-action"),
        width: 220,
        grow: 2,
        isStrong: true,
        cell: (row) => {
          const words = codeText("action", row.action);
          return row.count !== null && row.count > 1
            ? `${words}, ${t("history-record-count", { count: row.count })}`
            : words;
        },
      },
      {
        id: "record",
        header: t("history-column-record"),
        width: 180,
        grow: 1,
        cell: (row) => {
          const name = [codeText("entity", row.entity), row.label].filter(Boolean).join(" ");
          const path = pathOf(row);
          return path ? <LinkTo path={path}>{name}</LinkTo> : name;
        },
      },
      {
        id: "fields",
        header: t("history-column-fields"),
        width: 200,
        grow: 2,
        cell: (row) => row.fields.map((field) => codeText("field-label", field)).join(", "),
      },
      {
        id: "staff",
        header: t("history-column-staff"),
        width: 160,
        grow: 1,
        cell: (row) => row.staffName ?? t("history-staff-nobody"),
      },
      { id: "machine", header: t("history-column-machine"), width: 120, grow: 1, cell: (row) => row.machine },
    ],
    [t, format, codeText],
  );

  const recordName = useRecordName(record, entries.rows);
  const isFiltered =
    record !== null || action !== ALL || entity !== ALL || period !== "all" || staff !== NOBODY;
  const trail = useTrail(filter, isFiltered);
  const clear = () => {
    if (record) return go("/history");
    setAction(ALL);
    setEntity(ALL);
    setPeriod("all");
    setStaff(NOBODY);
    setFirst("");
    setLast("");
  };
  return (
    <ListView
      id="history"
      title={t("history-title")}
      label={t("history-list")}
      columns={columns}
      pages={entries}
      rowId={(row) => row.id}
      isDense
      tools={trail.actions}
      notice={trail.notice}
      onOpen={(row) => {
        const path = pathOf(row);
        if (path) go(path);
      }}
      filters={
        record ? (
          <Button icon={X} onPress={clear}>
            {t("history-only", { record: recordName })}
            <span className="visually-hidden">, {t("history-clear")}</span>
          </Button>
        ) : (
          <>
            <div className={styles.wide}>
              <Select
                label={t("history-filter-action")}
                value={action}
                onChange={setAction}
                choices={[
                  { id: ALL, label: t("form-all") },
                  ...ACTIONS.map((code) => ({ id: code as string, label: t(codeKey("action", code)) })),
                ]}
              />
            </div>
            <div className={styles.narrow}>
              <Select
                label={t("history-filter-entity")}
                value={entity}
                onChange={setEntity}
                choices={[
                  { id: ALL, label: t("form-all") },
                  ...ENTITIES.map((code) => ({ id: code as string, label: t(codeKey("entity", code)) })),
                ]}
              />
            </div>
            <div className={styles.narrow}>
              <Select<number>
                label={t("history-filter-staff")}
                value={staff}
                onChange={setStaff}
                choices={[
                  { id: NOBODY, label: t("form-all") },
                  ...members.map((member) => ({ id: member.id, label: member.fields.name })),
                ]}
              />
            </div>
            <div className={styles.narrow}>
              <Select<Period>
                label={t("history-filter-period")}
                value={period}
                onChange={setPeriod}
                choices={PERIODS.map((code) => ({ id: code, label: t(`history-period-${code}`) }))}
              />
            </div>
            {period === "custom" ? (
              <>
                <div className={styles.narrow}>
                  <DateField label={t("history-filter-from")} value={first} onChange={setFirst} />
                </div>
                <div className={styles.narrow}>
                  <DateField label={t("history-filter-until")} value={last} onChange={setLast} />
                </div>
              </>
            ) : null}
            {isFiltered ? (
              <div className={styles.clear}>
                <Button variant="quiet" onPress={clear}>
                  {t("history-clear")}
                </Button>
              </div>
            ) : null}
          </>
        )
      }
      empty={{ icon: HistoryIcon, text: t("history-empty") }}
      narrowing={
        isFiltered ? { text: t("history-none-found"), clear: t("history-clear"), onClear: clear } : null
      }
      status={
        <>
          <span>{entries.total === null ? "" : t("history-count", { count: entries.total })}</span>
          {trail.status}
          <span>{t("history-no-values")}</span>
        </>
      }
    />
  );
}

interface RecordRef {
  entity: string;
  id: number;
}

/** `?entity=customer&id=12`: only what was done to that record. */
function useRecord(): RecordRef | null {
  const { entity, id } = useSearchValues();
  return typeof entity === "string" && isEntity(entity) && entity !== ALL && typeof id === "number"
    ? { entity, id }
    : null;
}

/** The trail itself names no person. */
function useRecordName(record: RecordRef | null, entries: readonly AuditEntryDto[]): string {
  const codeText = useCodeText();
  const isCustomer = record?.entity === "customer";
  const isSubject = record?.entity === "subject";
  const customer = useMethod("customer_get", { id: record?.id ?? 0 }, { enabled: isCustomer });
  const subject = useMethod("subject_get", { id: record?.id ?? 0 }, { enabled: isSubject });
  if (record === null) return "";
  const name =
    isCustomer && customer.data
      ? customerName(customer.data.fields)
      : isSubject && subject.data
        ? subjectName(subject.data.fields)
        : (entries.find((entry) => entry.label !== null)?.label ?? "");
  return [codeText("entity", record.entity), name].filter(Boolean).join(" ");
}

/** Where the record of an entry is shown; null when it has no view of its own. */
function pathOf(row: AuditEntryDto): Path | null {
  const id = row.entityId;
  if (row.entity === "studio") return "/settings";
  if (id === null) return null;
  switch (row.entity) {
    case "staff_member":
      return `/staff/${id}`;
    case "customer":
      return `/customers/${id}`;
    case "school":
      return `/schools/${id}`;
    case "subject":
      return `/subjects/${id}`;
    case "session":
      return `/sessions/${id}`;
    case "product":
      return `/products/${id}`;
    case "order":
      return `/orders/${id}`;
    case "print_partner":
      return `/partners/${id}`;
    case "print_batch":
      return `/production/${id}`;
    default:
      return null;
  }
}
