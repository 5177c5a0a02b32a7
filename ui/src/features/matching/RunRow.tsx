/** What a row of the list shows: a run, or somebody who is absent. */
import { UserX } from "lucide-react";
import type { AbsentDto, RunDto } from "../../api";
import { Badge, ICON, RowFace } from "../../components";
import { codeKey, useFormat, useT } from "../../l10n";
import { Photo } from "../frames/Photo";
import styles from "./Matching.module.css";
import { keyOf } from "./runs";
import { OwnerName, StateBadge, type Names } from "./words";

export function RunRow({ run, names }: { run: RunDto; names: Names }) {
  const t = useT();
  const format = useFormat();
  const owner = names.of(run);
  const [reason] = run.reasons;
  const photos = run.frames.length;
  return (
    <RowFace
      picture={<Photo id={keyOf(run)} alt="" isTiny />}
      name={owner ? <OwnerName owner={owner} isProposed={run.state !== "matched"} /> : t("matching-nobody")}
      marks={
        <>
          <StateBadge state={run.state} />
          <span className="numeric">
            {t("matching-run-photos", { count: photos, number: format.number(photos) })}
          </span>
        </>
      }
    >
      {reason && run.state !== "matched" ? (
        <span className={styles.reason}>{t(codeKey("run-reason", reason))}</span>
      ) : null}
    </RowFace>
  );
}

export function AbsentRow({ absent, names }: { absent: AbsentDto; names: Names }) {
  const t = useT();
  const owner = names.find({ kind: "subject", id: absent.subjectId });
  return (
    <RowFace
      picture={<UserX {...ICON} />}
      name={owner ? <OwnerName owner={owner} /> : null}
      marks={<Badge>{t(codeKey("absence", absent.absence))}</Badge>}
    />
  );
}
