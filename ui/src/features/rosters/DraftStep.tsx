/**
 * A chosen class list: how it was read, what each column holds, and what importing it would do.
 *
 * Every change is asked of the program anew when the hand pauses; meanwhile the previous answer stays in sight. Only what
 * is on screen can be imported, and nothing is stored before that.
 */
import { Import } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useAct, useMethod, type RosterImportDto, type RosterPreview, type RosterRead } from "../../api";
import { Banner, Button, ProgressBar, useKeys } from "../../components";
import { useDebounced } from "../../components/useDebounced";
import { useCodeText, useT } from "../../l10n";
import { ColumnTable } from "./ColumnTable";
import { Outcome } from "./Outcome";
import { ReadingError } from "./ReadingError";
import { ReadingFields } from "./ReadingFields";
import { detectedIn, fieldsOf, obstacleIn, withField, type Detected, type Draft } from "./reading";
import styles from "./Rosters.module.css";

/** So long a change may rest before it is asked, and so long the answer may take without a word. */
const PAUSE_MS = 250;
const PATIENCE_MS = 1_000;

interface Shown {
  preview: RosterPreview;
  detected: Detected;
}

export interface DraftStepProps {
  draft: Draft;
  onRead(read: RosterRead): void;
  onImported(imported: RosterImportDto): void;
  /** The school year to be chosen, and the way to another file. */
  year: ReactNode;
  other: ReactNode;
}

export function DraftStep({ draft: { fileName, read }, onRead, onImported, year, other }: DraftStepProps) {
  const t = useT();
  const asked = useDebounced(read, PAUSE_MS);
  const preview = useMethod("roster_preview", asked, { staleTime: 0 });
  const isSlow = useDebounced(preview.isFetching, PATIENCE_MS) && preview.isFetching;
  const [shown, setShown] = useState<Shown | null>(null);
  if (preview.data && preview.data !== shown?.preview)
    setShown({
      preview: preview.data,
      detected: detectedIn(asked, preview.data, shown?.detected ?? null),
    });
  const isCurrent = asked === read && !preview.isFetching && !preview.error;
  const reread = (part: Partial<RosterRead>) => onRead({ ...read, mapping: null, ...part });
  const fields = shown ? fieldsOf(read, shown.preview) : [];
  return (
    <>
      <section className={styles.card} aria-labelledby="roster-file">
        <h2 id="roster-file">{t("roster-file")}</h2>
        <p className={styles.quiet}>
          <bdi>{fileName}</bdi>
          {shown ? ` · ${t("roster-rows", { count: shown.preview.rowCount })}` : null}
        </p>
        <div className={styles.fields}>
          {year}
          {shown ? <ReadingFields read={read} {...shown} onChange={reread} /> : null}
        </div>
        {isSlow ? <ProgressBar label={t("roster-reading")} value={null} /> : null}
        {preview.error ? <ReadingError error={preview.error} onRetry={() => void preview.refetch()} /> : null}
        {shown ? <Findings preview={shown.preview} /> : null}
        <div className={styles.buttons}>{other}</div>
      </section>
      {shown ? (
        <>
          <section className={styles.card} aria-labelledby="roster-columns" data-whole>
            <h2 id="roster-columns">{t("roster-columns")}</h2>
            <p className={styles.quiet}>{t("roster-columns-text")}</p>
            <ColumnTable
              preview={shown.preview}
              fields={fields}
              onField={(place, field) => onRead({ ...read, mapping: withField(fields, place, field) })}
            />
          </section>
          <Outcome preview={shown.preview} />
          <Confirm
            read={read}
            preview={shown.preview}
            fields={fields}
            isCurrent={isCurrent}
            onImported={onImported}
          />
        </>
      ) : null}
    </>
  );
}

/** Personal identity codes that were dropped, and what looks odd about the file. */
function Findings({ preview }: { preview: RosterPreview }) {
  const t = useT();
  const codeText = useCodeText();
  return (
    <>
      {preview.personalCodes > 0 ? (
        <Banner tone="protected">
          <p>{t("roster-personal-codes", { count: preview.personalCodes })}</p>
        </Banner>
      ) : null}
      {preview.warnings.map((code) => (
        <Banner key={code} tone="attention" isLive>
          <p>{codeText("roster-warning", code)}</p>
        </Banner>
      ))}
    </>
  );
}

function Confirm({
  read,
  preview,
  fields,
  isCurrent,
  onImported,
}: {
  read: RosterRead;
  preview: RosterPreview;
  fields: readonly string[];
  isCurrent: boolean;
  onImported(imported: RosterImportDto): void;
}) {
  const t = useT();
  const bring = useAct("roster_import", { onDone: onImported });
  const { added, changed, left } = preview.counts;
  const obstacle = obstacleIn(fields, preview);
  const canImport = isCurrent && obstacle === null;
  const run = () => {
    if (canImport && !bring.isPending) bring.mutate(read);
  };
  useKeys([{ keys: "ctrl+Enter", label: t("roster-import"), run }]);
  return (
    <section className={styles.card} aria-labelledby="roster-confirm">
      <h2 id="roster-confirm">{t("roster-confirm")}</h2>
      {obstacle ? (
        <Banner tone="attention" isLive>
          <p>{t(`roster-no-${obstacle}`)}</p>
        </Banner>
      ) : (
        <p>
          {added + changed + left === 0
            ? t("roster-will-nothing")
            : t("roster-will", { added, changed, left })}{" "}
          {t("roster-remembered")}
        </p>
      )}
      {bring.error ? <ReadingError error={bring.error} /> : null}
      <div className={styles.buttons}>
        <Button
          variant="primary"
          icon={Import}
          shortcut="Ctrl+Enter"
          isPending={bring.isPending}
          isDisabled={!canImport}
          onPress={run}
        >
          {t("roster-import")}
        </Button>
      </div>
    </section>
  );
}
