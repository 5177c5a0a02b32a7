/** What importing a class list would do: whom it brings, changes and no longer names, and what is left out. */
import { useState } from "react";
import type { RosterDifference, RosterPreview } from "../../api";
import { Banner, LongList, Tabs } from "../../components";
import { useCodeText, useFormat, useT } from "../../l10n";
import { IssueLists } from "./IssueLists";
import styles from "./Rosters.module.css";

/** The name, and the class where it is told. */
const who = ({ name, group }: RosterDifference) => [name, group].filter(Boolean).join(", ");

export function Outcome({ preview }: { preview: RosterPreview }) {
  const t = useT();
  const format = useFormat();
  const codeText = useCodeText();
  const [tab, setTab] = useState("added");
  const { counts, issues, newGroups } = preview;
  const number = (count: number) => ({ number: format.number(count) });
  const people = (title: string, none: string, count: number, texts: string[]) => (
    <>
      {count === 0 ? <p className={styles.quiet}>{none}</p> : <LongList label={title} texts={texts} />}
      {texts.length < count ? (
        <p className={styles.small}>{t("roster-first-shown", number(texts.length))}</p>
      ) : null}
    </>
  );
  return (
    <section className={styles.card} aria-labelledby="roster-outcome">
      <h2 id="roster-outcome">{t("roster-outcome")}</h2>
      {counts.left > counts.changed + counts.unchanged ? (
        <Banner tone="attention">
          <p>{t("roster-many-left")}</p>
        </Banner>
      ) : null}
      <p className={styles.quiet}>{t("roster-unchanged", { count: counts.unchanged })}</p>
      {preview.withheld > 0 ? (
        <Banner tone="protected">
          <p>{t("roster-withheld", { count: preview.withheld })}</p>
        </Banner>
      ) : null}
      <Tabs
        label={t("roster-outcome")}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            id: "added",
            label: t("roster-tab-added", number(counts.added)),
            content: people(t("roster-added"), t("roster-none-added"), counts.added, preview.added.map(who)),
          },
          {
            id: "changed",
            label: t("roster-tab-changed", number(counts.changed)),
            content: people(
              t("roster-changed"),
              t("roster-none-changed"),
              counts.changed,
              preview.changed.map((entry) =>
                t("roster-changed-line", {
                  who: who(entry),
                  fields: entry.fields.map((field) => codeText("roster-field", field)).join(", "),
                }),
              ),
            ),
          },
          {
            id: "left",
            label: t("roster-tab-left", number(counts.left)),
            content: (
              <>
                {counts.left > 0 ? <p className={styles.quiet}>{t("roster-left-text")}</p> : null}
                {people(t("roster-left"), t("roster-none-left"), counts.left, preview.left.map(who))}
              </>
            ),
          },
          {
            id: "groups",
            label: t("roster-tab-groups", number(newGroups.length)),
            content: people(t("roster-groups"), t("roster-none-groups"), newGroups.length, newGroups),
          },
          {
            id: "issues",
            label: t("roster-tab-issues", number(issues.length)),
            content:
              issues.length === 0 ? (
                <p className={styles.quiet}>{t("roster-none-issues")}</p>
              ) : (
                <IssueLists issues={issues} leftOut={preview.leftOut} />
              ),
          },
        ]}
      />
    </section>
  );
}
