/** The marketing question in the customer's language, with the words that are recorded as the proof. */
import type { ConsentChannel, ConsentEntry, LanguageDto } from "../../api";
import { RadioGroup } from "../../components/Field";
import { useT } from "../../l10n";
import { textOf } from "../../l10n/bundles";
import styles from "./Customers.module.css";

export interface MarketingAnswer {
  isGiven: boolean | null;
  channel: ConsentChannel | null;
}

export const UNANSWERED: MarketingAnswer = { isGiven: null, channel: null };

const CHANNELS: readonly ConsentChannel[] = ["desk", "phone", "paper"];

export const marketingWording = (language: LanguageDto) => textOf(language, "consent-marketing-wording");

/** What is recorded; null while the answer or how it was given is missing. */
export function consentEntry(
  { isGiven, channel }: MarketingAnswer,
  language: LanguageDto,
): ConsentEntry | null {
  if (isGiven === null || channel === null) return null;
  return { isGiven, channel, language, wording: marketingWording(language) };
}

/** Puts the focus on the first part of the question that is missing. */
export function focusMissing({ isGiven }: MarketingAnswer): void {
  document.querySelector<HTMLElement>(`input[name="${isGiven === null ? "isGiven" : "channel"}"]`)?.focus();
}

export function MarketingQuestion({
  title,
  language,
  answer,
  onChange,
  isTried,
}: {
  /** Where nothing round it is named so. */
  title?: string;
  language: LanguageDto;
  answer: MarketingAnswer;
  onChange(answer: MarketingAnswer): void;
  /** It was to be recorded: what is missing says so. */
  isTried: boolean;
}) {
  const t = useT();
  return (
    <section className={styles.question} {...(title ? { "aria-label": title } : {})}>
      <div>
        {title ? <h2>{title}</h2> : null}
        <p className={styles.quiet}>{t("consent-lead")}</p>
      </div>
      <blockquote lang={language} className={styles.wording}>
        {marketingWording(language)}
      </blockquote>
      <RadioGroup<"yes" | "no">
        name="isGiven"
        label={t("consent-answer")}
        isRequired
        value={answer.isGiven === null ? null : answer.isGiven ? "yes" : "no"}
        onChange={(chosen) => onChange({ ...answer, isGiven: chosen === "yes" })}
        choices={[
          { id: "yes", label: t("consent-yes") },
          { id: "no", label: t("consent-no") },
        ]}
        error={isTried && answer.isGiven === null ? t("consent-answer-needed") : undefined}
      />
      <RadioGroup
        isInline
        name="channel"
        label={t("consent-channel")}
        isRequired
        value={answer.channel}
        onChange={(channel) => onChange({ ...answer, channel })}
        choices={CHANNELS.map((channel) => ({ id: channel, label: t(`consent-channel-${channel}`) }))}
        error={isTried && answer.channel === null ? t("consent-channel-needed") : undefined}
      />
    </section>
  );
}
