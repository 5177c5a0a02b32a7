/** What a row of the list shows: somebody, the photo that stands for them, and what is missing. */
import { UserX } from "lucide-react";
import type { PurposeDto, SubjectChoicesDto } from "../../api";
import { Badge, ICON, StateMark } from "../../components";
import { codeKey, useT } from "../../l10n";
import { Photo } from "../frames/Photo";
import styles from "./Choices.module.css";
import { choiceFor } from "./choices";

export function SubjectName({ subject }: { subject: SubjectChoicesDto }) {
  const t = useT();
  const { name, className, isProtected } = subject;
  return (
    <>
      <bdi>{className ? t("matching-owner-of-class", { name, class: className }) : name}</bdi>
      {isProtected ? <StateMark tone="protected" label={t("matching-protected")} /> : null}
    </>
  );
}

export function SubjectRow({ subject, purpose }: { subject: SubjectChoicesDto; purpose: PurposeDto }) {
  const t = useT();
  const choice = choiceFor(subject, purpose);
  const shown = choice?.frameId ?? null;
  return (
    <>
      <span className={styles.thumb}>
        {shown === null ? <UserX {...ICON} /> : <Photo id={shown} alt="" isTiny />}
      </span>
      <span className={styles.what}>
        <strong>
          <SubjectName subject={subject} />
        </strong>
        <span className={styles.marks}>
          {choice?.basis === "chosen" ? <Badge tone="done">{t("choice-basis-chosen")}</Badge> : null}
          {choice?.isLost ? <StateMark tone="attention" label={t("choices-lost")} /> : null}
          {subject.missing.map((reason) => (
            <Badge key={reason} {...(reason === "not_permitted" ? { tone: "attention" as const } : {})}>
              {t(codeKey("missing", reason))}
            </Badge>
          ))}
        </span>
      </span>
    </>
  );
}
