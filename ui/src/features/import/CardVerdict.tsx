/** Whether the card may be formatted, or a folder is stored: one sentence, in a shape and a colour of its own. */
import { CircleCheck, Copy, Eye, OctagonX, type LucideIcon } from "lucide-react";
import type { CardVerdict as Verdict, CardVerdictCode } from "../../api";
import { cx } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { codeKey, useFormat, useT } from "../../l10n";
import styles from "./Import.module.css";

const ICONS: Record<CardVerdictCode, LucideIcon> = {
  all_stored: CircleCheck,
  not_yet: OctagonX,
  not_copied: Copy,
  look_first: Eye,
};
const TONES: Record<CardVerdictCode, string | undefined> = {
  all_stored: styles.cardDone,
  not_yet: styles.cardStopped,
  not_copied: styles.cardAttention,
  look_first: styles.cardAttention,
};

/** The sentence alone. */
export function useCardSentence(): (card: Verdict) => string {
  const t = useT();
  const format = useFormat();
  return ({ verdict, scope, unstored, uncopied, left }) => {
    const toLookAt = left.reduce((sum, { files }) => sum + files, 0);
    const count = { all_stored: 0, not_yet: unstored, not_copied: uncopied, look_first: toLookAt }[verdict];
    return t(codeKey(`import-${scope}`, verdict), { count, number: format.number(count) });
  };
}

export function CardVerdict({ card }: { card: Verdict }) {
  const t = useT();
  const format = useFormat();
  const sentence = useCardSentence();
  const Icon = ICONS[card.verdict];
  return (
    <section
      className={cx(styles.verdict, TONES[card.verdict])}
      aria-label={t(codeKey("import", card.scope))}
    >
      <Icon size="2rem" strokeWidth={1.5} aria-hidden />
      <div>
        <p className={styles.sentence} role="status">
          {sentence(card)}
        </p>
        {card.verdict === "not_copied" ? (
          <p>
            <LinkTo path="/settings">{t("import-to-copies")}</LinkTo>
          </p>
        ) : null}
        {card.left.length ? (
          <ul
            className={styles.left}
            aria-label={t(card.scope === "card" ? "import-card-left" : "import-folder-left")}
          >
            {card.left.map(({ kind, files }) => (
              <li key={kind}>
                {t(codeKey("import-left", kind), { count: files, number: format.number(files) })}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  );
}
