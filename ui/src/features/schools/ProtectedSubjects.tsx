/** Says how many are left out of a class list since they are protected; names them to who may open their cards. */
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { ApiError, useCall, useMay, type ProtectedRow } from "../../api";
import { Banner, Button, ErrorText } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useFormat, useT } from "../../l10n";
import { subjectName } from "../subjects/names";
import styles from "./Schools.module.css";

export function ProtectedSubjects({
  schoolId,
  year,
  count,
}: {
  schoolId: number;
  year: number;
  count: number;
}) {
  const t = useT();
  const format = useFormat();
  const may = useMay()("see_protected");
  const call = useCall();
  // not among the queries: the names are gone when the list is left
  const [listed, setListed] = useState<ProtectedRow[] | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const show = () => {
    setError(null);
    call("protected_list", { schoolId, schoolYear: year }).then(
      (answer) => setListed(answer.subjects),
      (cause: unknown) => setError(ApiError.from(cause)),
    );
  };
  return (
    <div className={styles.notice}>
      <Banner
        tone="protected"
        title={t("classes-withheld", { count })}
        action={
          may ? (
            <Button
              size="small"
              icon={ShieldCheck}
              aria-expanded={listed !== null}
              onPress={() => (listed ? setListed(null) : show())}
            >
              {t(listed ? "classes-withheld-hide" : "classes-withheld-show")}
            </Button>
          ) : null
        }
      >
        <p>{t(may ? "classes-withheld-noted" : "protection-who-may")}</p>
        {listed ? (
          <ul className={styles.protected} aria-label={t("classes-withheld-list")}>
            {listed.map((row) => (
              <li key={row.id}>
                <LinkTo path={`/subjects/${row.id}`}>{subjectName(row)}</LinkTo>
                {row.reviewOn ? (
                  <span className={styles.quiet}>
                    {t("protection-review", { date: format.isoDate(row.reviewOn) })}
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
      </Banner>
      {error ? <ErrorText error={error} onRetry={show} /> : null}
    </div>
  );
}
