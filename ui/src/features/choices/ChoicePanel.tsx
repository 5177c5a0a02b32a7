/** The inspector of a subject: what stands for them for each purpose, who chose it and when, and what can be done. */
import type { PurposeChoiceDto, PurposeDto, SubjectChoicesDto } from "../../api";
import { Banner, Button, ButtonRow, Kbd, Part } from "../../components";
import { codeKey, useFormat, useT } from "../../l10n";
import styles from "./Choices.module.css";
import { OwnerName } from "../matching/words";

export interface ChoicePanelProps {
  subject: SubjectChoicesDto;
  purpose: PurposeDto;
  /** Chooses what is looked at; none where that cannot be chosen. */
  onChoose: (() => void) | undefined;
  onTakeBack: (() => void) | undefined;
  /** Why whoever is signed in may not choose; null when they may. */
  refusal: string | null;
}

export function ChoicePanel({ subject, purpose, onChoose, onTakeBack, refusal }: ChoicePanelProps) {
  const t = useT();
  const isPublished = purpose === "yearbook" || purpose === "class_composite";
  return (
    <>
      <Part title={t("choices-panel")} label={t("choices-panel")}>
        <p className={styles.owner}>
          <OwnerName owner={subject} />
        </p>
        <dl className={styles.purposes}>
          {subject.choices.map((choice) => (
            <Purpose key={choice.purpose} choice={choice} isCurrent={choice.purpose === purpose} />
          ))}
        </dl>
        {isPublished && !subject.mayPublish ? (
          <Banner tone="attention">
            <p>{t("choices-no-publication")}</p>
          </Banner>
        ) : null}
      </Part>
      <Part title={t("matching-actions")}>
        {refusal === null ? (
          <ButtonRow>
            <Button isDisabled={!onChoose} onPress={() => onChoose?.()}>
              {t("choices-choose", { purpose: t(codeKey("purpose", purpose)) })} <Kbd keys="p" />
            </Button>
            <Button variant="quiet" isDisabled={!onTakeBack} onPress={() => onTakeBack?.()}>
              {t("choices-take-back")} <Kbd keys="Backspace" />
            </Button>
          </ButtonRow>
        ) : (
          <p>{refusal}</p>
        )}
      </Part>
    </>
  );
}

function Purpose({ choice, isCurrent }: { choice: PurposeChoiceDto; isCurrent: boolean }) {
  const t = useT();
  const format = useFormat();
  const { purpose, basis, isLost, chosenBy, chosenAt } = choice;
  const at = chosenAt === null ? "" : format.dateTime(chosenAt);
  return (
    <div className={styles.purpose} aria-current={isCurrent ? "true" : undefined}>
      <dt>{t(codeKey("purpose", purpose))}</dt>
      <dd>
        {t(basis === null ? "choices-nothing" : codeKey("choice-basis", basis))}
        {basis === "chosen" ? (
          <small>
            {chosenBy ? t("choices-by", { name: chosenBy, at }) : t("choices-by-recovery", { at })}
          </small>
        ) : null}
        {isLost ? <small className={styles.lost}>{t("choices-lost")}</small> : null}
      </dd>
    </div>
  );
}
