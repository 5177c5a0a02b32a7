/** What a row of the list shows: somebody, the photo that stands for them, and what is missing. */
import { UserX } from "lucide-react";
import type { PurposeDto, SubjectChoicesDto } from "../../api";
import { Badge, ICON, RowFace, StateMark } from "../../components";
import { codeKey, useT } from "../../l10n";
import { Photo } from "../frames/Photo";
import { OwnerName } from "../matching/words";
import { choiceFor } from "./choices";

export function SubjectRow({ subject, purpose }: { subject: SubjectChoicesDto; purpose: PurposeDto }) {
  const t = useT();
  const choice = choiceFor(subject, purpose);
  const shown = choice?.frameId ?? null;
  return (
    <RowFace
      picture={shown === null ? <UserX {...ICON} /> : <Photo id={shown} alt="" isTiny />}
      name={<OwnerName owner={subject} />}
      marks={
        <>
          {choice?.basis === "chosen" ? <Badge tone="done">{t("choice-basis-chosen")}</Badge> : null}
          {choice?.isLost ? <StateMark tone="attention" label={t("choices-lost")} /> : null}
          {subject.missing.map((reason) => (
            <Badge key={reason} {...(reason === "not_permitted" ? { tone: "attention" as const } : {})}>
              {t(codeKey("missing", reason))}
            </Badge>
          ))}
        </>
      }
    />
  );
}
