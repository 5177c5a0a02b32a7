/** Batches handed over, newest first, and the disclosure ledger. */
import { BookLock, Boxes } from "lucide-react";
import { useMemo } from "react";
import { usePagedMethod, type BatchDto, type DisclosureDto } from "../../api";
import { Button, ListTable, Status, type Column } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useCurrentRow } from "../../components/useCurrentRow";
import { useCodeText, useFormat, useLanguage, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { countryName } from "../partners/countries";
import { BatchState } from "./BatchState";
import { Disclosure } from "./Disclosure";
import { useDisclosedNames } from "./names";
import styles from "./Production.module.css";

const rowId = (row: { id: number }) => row.id;

export function BatchList() {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const batches = usePagedMethod("batch_list", {});
  const { table: atRow } = useCurrentRow("batches", batches, rowId);
  const columns = useMemo<Column<BatchDto>[]>(
    () => [
      {
        id: "number",
        header: t("batch-column-number"),
        width: 112,
        grow: 0,
        isStrong: true,
        cell: (row) => row.number,
      },
      {
        id: "state",
        header: t("batch-column-state"),
        width: 140,
        grow: 0,
        cell: (row) => <BatchState state={row.state} />,
      },
      {
        id: "partner",
        header: t("batch-column-partner"),
        width: 180,
        grow: 3,
        cell: (row) => row.partnerName,
      },
      {
        id: "orders",
        header: t("batch-column-orders"),
        width: 96,
        grow: 0,
        align: "end",
        cell: (row) => format.number(row.orders.length),
      },
      {
        id: "prints",
        header: t("batch-column-prints"),
        width: 80,
        grow: 0,
        align: "end",
        cell: (row) => format.number(row.prints),
      },
      {
        id: "at",
        header: t("batch-column-at"),
        width: 168,
        grow: 0,
        cell: (row) => (row.handedOverAt === null ? "" : format.dateTime(row.handedOverAt)),
      },
    ],
    [t, format],
  );
  return (
    <>
      {batches.total === null ? null : (
        <Status>
          <span>{t("batches-count", { count: batches.total })}</span>
        </Status>
      )}
      <ListTable
        id="batches"
        label={t("batches-list")}
        columns={columns}
        pages={batches}
        rowId={rowId}
        {...atRow}
        onOpen={(row) => go(`/production/${row.id}`)}
        empty={{ icon: Boxes, text: t("batches-empty"), action: <ToGather /> }}
      />
    </>
  );
}

export function Ledger({ entry }: { entry: number | null }) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const codeText = useCodeText();
  const go = useGo();
  const disclosed = useDisclosedNames();
  const ledger = usePagedMethod("disclosure_list", { customerId: null });
  const columns = useMemo<Column<DisclosureDto>[]>(
    () => [
      {
        id: "at",
        header: t("ledger-column-at"),
        width: 168,
        grow: 0,
        cell: (row) => format.dateTime(row.at),
      },
      {
        id: "recipient",
        header: t("ledger-column-recipient"),
        width: 160,
        grow: 2,
        isStrong: true,
        cell: (row) => row.recipient,
      },
      {
        id: "country",
        header: t("ledger-column-country"),
        width: 96,
        grow: 0,
        cell: (row) => countryName(language, row.country),
      },
      {
        id: "purpose",
        header: t("ledger-column-purpose"),
        width: 144,
        grow: 1,
        cell: (row) => codeText("disclosure-purpose", row.purpose),
      },
      {
        id: "batch",
        header: t("ledger-column-batch"),
        width: 104,
        grow: 0,
        cell: (row) =>
          row.batchId === null ? "" : <LinkTo path={`/production/${row.batchId}`}>{row.batchNumber}</LinkTo>,
      },
      {
        id: "fields",
        header: t("ledger-column-fields"),
        width: 180,
        grow: 3,
        cell: (row) => disclosed(row.fields),
      },
      {
        id: "files",
        header: t("ledger-column-files"),
        width: 104,
        grow: 0,
        align: "end",
        cell: (row) => format.number(row.files),
      },
      {
        id: "customers",
        header: t("ledger-column-customers"),
        width: 104,
        grow: 0,
        align: "end",
        cell: (row) => format.number(row.customers),
      },
    ],
    [t, format, language, codeText, disclosed],
  );
  return (
    <>
      {ledger.total === null ? null : (
        <Status>
          <span>{t("ledger-count", { count: ledger.total })}</span>
        </Status>
      )}
      <div className={styles.split}>
        <div className={styles.list}>
          <ListTable
            id="ledger"
            label={t("ledger-list")}
            columns={columns}
            pages={ledger}
            rowId={(row) => row.id}
            onOpen={(row) => go("/production", { tab: "ledger", entry: row.id }, { replace: true })}
            empty={{ icon: BookLock, text: t("ledger-empty"), action: <ToGather /> }}
          />
        </div>
        {entry !== null ? (
          <Disclosure
            key={entry}
            id={entry}
            onClose={() => go("/production", { tab: "ledger" }, { replace: true })}
          />
        ) : null}
      </div>
    </>
  );
}

/** Batches and disclosures come of orders that are gathered. */
function ToGather() {
  const t = useT();
  const go = useGo();
  return (
    <Button onPress={() => go("/production", { tab: "gather" }, { replace: true })}>
      {t("production-open-gather")}
    </Button>
  );
}
