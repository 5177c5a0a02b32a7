/** The marketing question in the customer's language, with the words that are recorded as the proof. */
import type { ConsentChannel, ConsentEntry, LanguageDto } from "../../api";
import { RadioGroup } from "../../components/Field";
import { useT } from "../../l10n";
import { textOf } from "../../l10n/bundles";
import styles from "./Customers.module.css";

export interface MarketingAnswer {
  isGiven: boolean | null;
  channel: ConsentChannel;
}

export const UNANSWERED: MarketingAnswer = { isGiven: null, channel: "desk" };

const CHANNELS: readonly ConsentChannel[] = ["desk", "phone", "paper"];

export const marketingWording = (language: LanguageDto) => textOf(language, "consent-marketing-wording");

/** What is recorded; null until the customer has answered. */
export function consentEntry(answer: MarketingAnswer, language: LanguageDto): ConsentEntry | null {
  if (answer.isGiven === null) return null;
  return { isGiven: answer.isGiven, channel: answer.channel, language, wording: marketingWording(language) };
}

export function MarketingQuestion({
  language,
  answer,
  onChange,
  isMissing,
}: {
  language: LanguageDto;
  answer: MarketingAnswer;
  onChange(answer: MarketingAnswer): void;
  isMissing: boolean;
}) {
  const t = useT();
  return (
    <section className={styles.question} aria-label={t("consent-title")}>
      <div>
        <h2>{t("consent-title")}</h2>
        <p className={styles.quiet}>{t("consent-lead")}</p>
      </div>
      <blockquote lang={language} className={styles.wording}>
        {marketingWording(language)}
      </blockquote>
      <RadioGroup<"yes" | "no">
        label={t("consent-answer")}
        isRequired
        value={answer.isGiven === null ? null : answer.isGiven ? "yes" : "no"}
        onChange={(chosen) => onChange({ ...answer, isGiven: chosen === "yes" })}
        choices={[
          { id: "yes", label: t("consent-yes") },
          { id: "no", label: t("consent-no") },
        ]}
        error={isMissing ? t("consent-answer-needed") : undefined}
      />
      <RadioGroup
        isInline
        label={t("consent-channel")}
        value={answer.channel}
        onChange={(channel) => onChange({ ...answer, channel })}
        choices={CHANNELS.map((channel) => ({ id: channel, label: t(`consent-channel-${channel}`) }))}
      />
    </section>
  );
}
