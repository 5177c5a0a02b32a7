/** One row of the ledger: to whom, why, which fields, and whose photographs they were. */
import { X } from "lucide-react";
import { useMethod, type DisclosureDetail } from "../../api";
import { ErrorText, Facts, IconButton, Part } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useCodeText, useFormat, useLanguage, useT } from "../../l10n";
import { countryName } from "../partners/countries";
import { useDisclosedNames } from "./names";
import styles from "./Production.module.css";

export function Disclosure({ id, onClose }: { id: number; onClose(): void }) {
  const t = useT();
  const { data, error, refetch } = useMethod("disclosure_get", { id });
  return (
    <aside className={styles.aside} aria-label={t("disclosure-title")}>
      <div className={styles.asideHead}>
        <h2>{t("disclosure-title")}</h2>
        <IconButton icon={X} size="small" label={t("disclosure-close")} onPress={onClose} />
      </div>
      <div className={styles.plan}>
        {error ? (
          <Part>
            <ErrorText error={error} onRetry={() => void refetch()} />
          </Part>
        ) : null}
        {data ? <Detail detail={data} /> : null}
      </div>
    </aside>
  );
}

function Detail({ detail }: { detail: DisclosureDetail }) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const codeText = useCodeText();
  const disclosed = useDisclosedNames();
  const { disclosure, customers, orders, files } = detail;
  return (
    <>
      <Part label={t("ledger-column-recipient")}>
        <Facts
          facts={[
            [t("ledger-column-at"), format.dateTime(disclosure.at)],
            [
              t("ledger-column-recipient"),
              `${disclosure.recipient}, ${countryName(language, disclosure.country)}`,
            ],
            [t("partner-column-agreement"), format.isoDate(disclosure.agreementOn)],
            [t("ledger-column-purpose"), codeText("disclosure-purpose", disclosure.purpose)],
            [t("ledger-column-fields"), disclosed(disclosure.fields)],
            [
              t("ledger-column-batch"),
              disclosure.batchId === null ? (
                "–"
              ) : (
                <LinkTo key="batch" path={`/production/${disclosure.batchId}`}>
                  {disclosure.batchNumber}
                </LinkTo>
              ),
            ],
          ]}
        />
      </Part>
      <Part title={t("disclosure-customers")}>
        <ul className={styles.orderLinks}>
          {customers.map((customer) => (
            <li key={customer.id}>
              <LinkTo path={`/customers/${customer.id}`}>{customer.name}</LinkTo>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t("disclosure-orders")}>
        <ul className={styles.orderLinks}>
          {orders.map(({ id, number }) => (
            <li key={id}>
              <LinkTo path={`/orders/${id}`}>{number}</LinkTo>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t("disclosure-files")}>
        <ul className={styles.files}>
          {files.map((file) => (
            <li key={file.stem}>
              <code>{file.stem}</code>
              <div>
                <p>{file.frameName ?? "–"}</p>
                <p className={styles.small}>
                  {t("disclosure-file-of", {
                    number: file.orderNumber,
                    line: file.line,
                    size: file.size,
                    count: file.quantity,
                  })}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}
