/** The inspector of a run: for whom it is proposed and why it is doubtful, who else it may be, what can be done. */
import type { RunDto } from "../../api";
import { Button, ButtonRow, Facts, Kbd, Part } from "../../components";
import { codeKey, useFormat, useT, type PlainKey } from "../../l10n";
import type { Action } from "./actions";
import styles from "./Matching.module.css";
import { OwnerName, StateBadge, type Names } from "./words";

/** Why whoever is signed in may not put anything right; null when they may. */
interface Allowed {
  refusal: string | null;
}

export interface RunPanelProps extends Allowed {
  run: RunDto | undefined;
  names: Names;
  actions: readonly Action[];
  onSuggestion(subjectId: number): void;
}

export function RunPanel({ run, names, actions, onSuggestion, refusal }: RunPanelProps) {
  return (
    <>
      {run ? <Whose run={run} names={names} /> : null}
      {run ? <Why run={run} /> : null}
      {run && run.suggestions.length > 0 && refusal === null ? (
        <Suggestions run={run} names={names} onSuggestion={onSuggestion} />
      ) : null}
      <Actions actions={actions} refusal={refusal} />
    </>
  );
}

function Whose({ run, names }: { run: RunDto; names: Names }) {
  const t = useT();
  const owner = names.of(run);
  const isTheirs = run.state === "matched";
  return (
    <Part
      title={t(owner ? (isTheirs ? "matching-belongs" : "matching-proposed") : "matching-nobody")}
      label={t("matching-inspector")}
      aside={<StateBadge state={run.state} />}
    >
      {owner ? (
        <p className={styles.owner}>
          <OwnerName owner={owner} />
        </p>
      ) : null}
      <Facts
        facts={[
          [t("matching-how-sure"), t(codeKey("run-confidence", run.confidence))],
          ...(run.cardKind || run.card ? [[t("matching-card"), <Card key="card" run={run} />] as const] : []),
          ...(run.camera ? [[t("matching-camera"), run.camera] as const] : []),
          ...(run.hand ? [[t("matching-hand"), t(codeKey("run-hand", run.hand))] as const] : []),
        ]}
      />
    </Part>
  );
}

/** A code is read at one glance, and so stands on one line. */
function Card({ run: { cardKind, card } }: { run: RunDto }) {
  const t = useT();
  return (
    <>
      {cardKind ? t(codeKey("card-kind", cardKind)) : null} <span className={styles.code}>{card}</span>
    </>
  );
}

const WHY: Record<RunDto["state"], PlainKey> = {
  quarantined: "matching-why",
  unmatched: "matching-why-unmatched",
  matched: "matching-why-settled",
  absent: "matching-why-settled",
};

function Why({ run }: { run: RunDto }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      {run.reasons.length > 0 ? (
        <Part title={t(WHY[run.state])}>
          <ul className={styles.reasons}>
            {run.reasons.map((reason) => (
              <li key={reason}>
                <strong>{t(codeKey("run-reason", reason))}</strong>
                <p>{t(`${codeKey("run-reason", reason)}-why`)}</p>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {run.notes.length > 0 ? (
        <Part title={t("matching-notes")}>
          <ul className={styles.reasons}>
            {run.notes.map(({ kind, count }) => (
              <li key={kind}>
                {t(codeKey("run-note", kind), { count: count ?? 0, number: format.number(count ?? 0) })}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </>
  );
}

function Suggestions({
  run,
  names,
  onSuggestion,
}: {
  run: RunDto;
  names: Names;
  onSuggestion(subjectId: number): void;
}) {
  const t = useT();
  return (
    <Part title={t("matching-suggestions")}>
      <ul className={styles.choices}>
        {run.suggestions.map((id, place) => {
          const owner = names.find({ kind: "subject", id });
          return owner ? (
            <li key={id}>
              <Button onPress={() => onSuggestion(id)}>
                <OwnerName owner={owner} />
                <Keys keys={[String(place + 1)]} />
              </Button>
            </li>
          ) : null;
        })}
      </ul>
    </Part>
  );
}

function Actions({ actions, refusal }: { actions: readonly Action[] } & Allowed) {
  const t = useT();
  if (refusal !== null)
    return (
      <Part title={t("matching-actions")}>
        <p>{refusal}</p>
      </Part>
    );
  const offered = actions.filter((action) => action.run);
  return offered.length === 0 ? null : (
    <div role="group" aria-label={t("matching-actions")} className={styles.actions}>
      <ButtonRow>
        {offered.map(({ id, label, keys, shown, run }) => (
          <Button
            key={id}
            size="small"
            {...(id === "confirm" ? { variant: "primary" as const } : {})}
            onPress={() => run?.()}
          >
            {t(label)}
            <Keys keys={keys.slice(0, shown)} />
          </Button>
        ))}
      </ButtonRow>
    </div>
  );
}

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span aria-hidden className={styles.keys}>
      {keys.map((key) => (
        <Kbd key={key} keys={key} />
      ))}
    </span>
  );
}
