/** One batch: what was handed over, to whom, under which checksum; and sending it again. */
import { Copy, FolderOutput, RotateCw } from "lucide-react";
import { useEffect, useState } from "react";
import { useMay, useMethod, usePagedMethod, type BatchDto } from "../../api";
import { Banner, Button, ErrorText, Facts, IconButton, Part, ViewFrame, useToast } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useFormat, useLanguage, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { countryName } from "../partners/countries";
import { BatchState } from "./BatchState";
import { HandOver } from "./HandOver";
import { useDisclosedNames } from "./names";
import styles from "./Production.module.css";
import { usePickedOrders } from "./usePickedOrders";

export function BatchPage({ id }: { id: number }) {
  const t = useT();
  const go = useGo();
  const { data: batch, error, refetch } = useMethod("batch_get", { id });
  const may = useMay();
  const [isResending, setResending] = useState(false);
  const [, setPicked] = usePickedOrders();
  const gatherAgain = (failed: BatchDto) => {
    setPicked(failed.orders.map((order) => order.id));
    go("/production", { tab: "gather" });
  };
  return (
    <ViewFrame
      id="batch"
      title={batch ? t("batch-title", { number: batch.number }) : t("production-title")}
      parent={{ label: t("production-title"), onPress: () => go("/production", { tab: "batches" }) }}
      note={batch ? <BatchState state={batch.state} /> : null}
      actions={
        !may("hand_over") ? null : batch?.state === "handed_over" ? (
          <Button icon={RotateCw} onPress={() => setResending(!isResending)}>
            {t(isResending ? "batch-resend-stop" : "batch-resend")}
          </Button>
        ) : batch?.state === "failed" && batch.resendOfId === null ? (
          <Button icon={FolderOutput} onPress={() => gatherAgain(batch)}>
            {t("batch-gather-again")}
          </Button>
        ) : null
      }
    >
      {error ? (
        <Part>
          <ErrorText error={error} onRetry={() => void refetch()} />
        </Part>
      ) : null}
      {batch ? (
        <div className={styles.split}>
          <div className={styles.detail}>
            <BatchDetail batch={batch} />
          </div>
          {isResending ? (
            <aside className={styles.aside} aria-label={t("batch-resend-title", { number: batch.number })}>
              <Part title={t("batch-resend-title", { number: batch.number })}>
                <p className={styles.quiet}>{t("batch-resend-text")}</p>
              </Part>
              <HandOver
                orderIds={batch.orders.map((order) => order.id)}
                resendOfId={batch.id}
                firstPartnerId={batch.partnerId}
                onHandedOver={(next) => go(`/production/${next}`)}
              />
            </aside>
          ) : null}
        </div>
      ) : null}
    </ViewFrame>
  );
}

function BatchDetail({ batch }: { batch: BatchDto }) {
  const t = useT();
  const may = useMay();
  const format = useFormat();
  const toast = useToast();
  const copy = () =>
    void navigator.clipboard.writeText(batch.sha256).then(
      () => toast({ text: t("batch-hash-copied") }),
      () => toast({ text: t("batch-hash-not-copied"), tone: "stopped" }),
    );
  return (
    <>
      {batch.resendOfId !== null ? (
        <Banner>
          <p>
            <LinkTo path={`/production/${batch.resendOfId}`}>
              {t("batch-resend-of", { number: batch.resendOfNumber ?? "" })}
            </LinkTo>
          </p>
        </Banner>
      ) : null}
      <Facts
        facts={[
          [
            t("batch-column-partner"),
            <LinkTo key="partner" path={`/partners/${batch.partnerId}`}>
              {batch.partnerName}
            </LinkTo>,
          ],
          [t("batch-started"), format.dateTime(batch.createdAt)],
          [t("batch-column-at"), batch.handedOverAt === null ? "–" : format.dateTime(batch.handedOverAt)],
          [t("batch-column-prints"), format.number(batch.prints)],
          [t("batch-files"), format.number(batch.files)],
          [t("batch-bytes"), format.bytes(batch.bytes)],
          [
            t("batch-folder"),
            <span key="folder" className={styles.path}>
              {batch.folder}
            </span>,
          ],
        ]}
      />
      {batch.sha256 ? (
        <section className={styles.block} aria-label={t("batch-hash")}>
          <h2>{t("batch-hash")}</h2>
          <div className={styles.hash}>
            <code>{batch.sha256}</code>
            <IconButton icon={Copy} size="small" label={t("batch-copy-hash")} onPress={copy} />
          </div>
        </section>
      ) : null}
      <section className={styles.block} aria-label={t("batch-orders")}>
        <h2>{t("batch-orders")}</h2>
        <ul className={styles.orderLinks}>
          {batch.orders.map(({ id, number }) => (
            <li key={id}>
              <LinkTo path={`/orders/${id}`}>{number}</LinkTo>
            </li>
          ))}
        </ul>
      </section>
      {batch.state === "handed_over" && may("see_disclosures") ? (
        <BatchDisclosure batchId={batch.id} />
      ) : null}
    </>
  );
}

/** The batch's row of the ledger, looked for from the newest on. */
function BatchDisclosure({ batchId }: { batchId: number }) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const disclosed = useDisclosedNames();
  const ledger = usePagedMethod("disclosure_list", { customerId: null }, { limit: 200 });
  const row = ledger.rows.find((entry) => entry.batchId === batchId);
  const { hasMore, loadMore } = ledger;
  useEffect(() => {
    if (!row && hasMore) loadMore();
  }, [row, hasMore, loadMore]);
  if (!row) return null;
  return (
    <section className={styles.block} aria-label={t("ledger-list")}>
      <h2>{t("ledger-list")}</h2>
      <Facts
        facts={[
          [t("ledger-column-recipient"), `${row.recipient}, ${countryName(language, row.country)}`],
          [t("partner-column-agreement"), format.isoDate(row.agreementOn)],
          [t("batch-fields"), disclosed(row.fields)],
          [t("ledger-column-files"), format.number(row.files)],
          [t("plan-customers"), format.number(row.customers)],
        ]}
      />
      <p>
        <LinkTo path="/production" search={{ tab: "ledger", entry: row.id }}>
          {t("disclosure-open")}
        </LinkTo>
      </p>
    </section>
  );
}
