/** What an import would do, and into which session. Nothing is stored before the button is pressed. */
import { FolderOpen, Import, Plus, X } from "lucide-react";
import { useState, type ReactNode } from "react";
import { useAct, useMay, useMethod, type ImportPlan, type ImportsStarted } from "../../api";
import {
  Banner,
  Button,
  ComboBox,
  ErrorText,
  IconButton,
  ProgressBar,
  RadioGroup,
  TextField,
  useKeys,
} from "../../components";
import { codeKey, useFormat, useT } from "../../l10n";
import { JobField } from "../sessions/JobField";
import { isUnderWay, partDone } from "../tasks/tasks";
import type { SourceChoice } from "./chooseSource";
import styles from "./Import.module.css";
import { MOST_SOURCES, type ImportSource } from "./sources";

export interface PlanStepProps {
  sources: ImportSource[];
  /** The session that the user came from. */
  sessionId: number | null;
  /** Begins anew with another card or folder. */
  source: SourceChoice;
  /** Adds a card or folder. */
  another: SourceChoice;
  onRemove(source: ImportSource): void;
  onStarted(started: ImportsStarted): void;
}

export function PlanStep(props: PlanStepProps) {
  const t = useT();
  const { sources, source, another, onRemove, onStarted } = props;
  const plans = sources.flatMap(({ plan }) => (plan && plan.newFiles > 0 ? [plan] : []));
  const isWaiting = sources.some(({ task }) => task !== undefined && isUnderWay(task));
  const sidecarsOnly = plans.every((plan) => plan.sidecarsSessionId !== null)
    ? (plans[0]?.sidecarsSessionId ?? null)
    : null;
  const more =
    sources.length < MOST_SOURCES ? (
      <Button isPending={another.isChoosing} icon={Plus} onPress={another.choose}>
        {t("import-add-source")}
      </Button>
    ) : null;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {sources.map((entry) => (
          <Source
            key={entry.taskId}
            source={entry}
            onRemove={sources.length > 1 ? () => onRemove(entry) : null}
          />
        ))}
      </div>
      {sidecarsOnly !== null ? (
        <SidecarsOnly
          plans={plans}
          sessionId={sidecarsOnly}
          isWaiting={isWaiting}
          more={more}
          onStarted={onStarted}
        />
      ) : plans[0] ? (
        <Target {...props} plans={plans} first={plans[0]} isWaiting={isWaiting} more={more} />
      ) : (
        <div className={styles.buttons}>
          <Button icon={FolderOpen} isPending={source.isChoosing} onPress={source.choose}>
            {t("import-choose-other")}
          </Button>
          {more}
        </div>
      )}
    </div>
  );
}

/** What one source would bring. */
function Source({ source, onRemove }: { source: ImportSource; onRemove: (() => void) | null }) {
  const t = useT();
  const { task, plan, error } = source;
  const label = plan?.sourceLabel ?? task?.subject ?? "";
  const title = t("import-planning", { source: label });
  return (
    <>
      <section className={styles.card} aria-label={`${t("import-plan-title")}: ${label}`}>
        <div className={styles.head}>
          <h2>{t("import-plan-new")}</h2>
          {onRemove ? (
            <IconButton icon={X} onPress={onRemove} label={t("import-remove-source", { source: label })} />
          ) : null}
        </div>
        <p className={styles.source}>{label}</p>
        {error ? <ErrorText error={error} /> : null}
        {task && isUnderWay(task) ? <ProgressBar label={title} value={partDone(task)} /> : null}
        {task?.state === "cancelled" ? <Banner tone="info">{t("import-plan-cancelled")}</Banner> : null}
        {plan && plan.newFiles > 0 ? <NewFiles plan={plan} isAlone={onRemove === null} /> : null}
        {plan && plan.newFiles === 0 ? <Banner tone="info">{t("import-plan-nothing")}</Banner> : null}
      </section>
      {plan?.ignored.length ? <Ignored plan={plan} /> : null}
    </>
  );
}

/** Beside other sources it does not tell what is left on the disk: that depends on all of them. */
function NewFiles({ plan, isAlone }: { plan: ImportPlan; isAlone: boolean }) {
  const t = useT();
  const format = useFormat();
  const left = plan.freeBytes - plan.newBytes;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("import-plan-kind")}</th>
            <th scope="col">{t("import-plan-files")}</th>
            <th scope="col">{t("import-plan-size")}</th>
          </tr>
        </thead>
        <tbody>
          {plan.new.map((count) => (
            <tr key={count.kind}>
              <td>{t(`import-kind-${count.kind}`)}</td>
              <td>{format.number(count.files)}</td>
              <td>{format.bytes(count.bytes)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("import-plan-total")}</th>
            <td>{format.number(plan.newFiles)}</td>
            <td>{format.bytes(plan.newBytes)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={styles.line}>
        {[
          t("import-plan-frames", { count: plan.frames, number: format.number(plan.frames) }),
          plan.pairs ? t("import-plan-pairs", { count: plan.pairs, number: format.number(plan.pairs) }) : "",
        ]
          .filter(Boolean)
          .join(", ")}
        {". "}
        {plan.firstTakenAt !== null && plan.lastTakenAt !== null
          ? `${t("import-plan-taken", { range: format.dateRange(plan.firstTakenAt, plan.lastTakenAt) })}.`
          : null}
      </p>
      {left < 0 ? (
        <Banner tone="stopped">
          {t("import-plan-too-little", {
            free: format.bytes(plan.freeBytes),
            needed: format.bytes(plan.newBytes),
          })}
        </Banner>
      ) : isAlone ? (
        <p className={styles.line}>
          {t("import-plan-free", { free: format.bytes(plan.freeBytes), left: format.bytes(left) })}
        </p>
      ) : null}
    </>
  );
}

function Ignored({ plan }: { plan: ImportPlan }) {
  const t = useT();
  const format = useFormat();
  const ignored = plan.ignored.reduce((sum, count) => sum + count.files, 0);
  return (
    <section className={styles.card}>
      <h2>{t("import-plan-ignored")}</h2>
      <div className={styles.reasons}>
        {plan.ignored.map(({ reason, files }) => (
          <div key={reason} className={styles.reason}>
            <span>{t(codeKey("import-reason", reason))}</span>
            <span>{t("import-issue-count", { count: files, number: format.number(files) })}</span>
            <small>{t(`${codeKey("import-reason", reason)}-why`)}</small>
          </div>
        ))}
      </div>
      <details className={styles.fold}>
        <summary>{t("import-plan-ignored-list")}</summary>
        <ul className={styles.files}>
          {plan.ignoredFiles.map((file) => (
            <li key={file.name}>
              <bdi>{file.name}</bdi>
              <span>{t(codeKey("import-reason", file.reason))}</span>
            </li>
          ))}
        </ul>
        {plan.ignoredFiles.length < ignored ? (
          <p className={styles.note}>
            {t("import-plan-ignored-more", { number: format.number(plan.ignoredFiles.length) })}
          </p>
        ) : null}
      </details>
    </section>
  );
}

/** The photos are stored already: there is no session to be chosen. */
function SidecarsOnly({
  plans,
  sessionId,
  isWaiting,
  more,
  onStarted,
}: {
  plans: ImportPlan[];
  sessionId: number;
  isWaiting: boolean;
  more: ReactNode;
  onStarted(started: ImportsStarted): void;
}) {
  const t = useT();
  const format = useFormat();
  const start = useAct("import_start", { onDone: onStarted });
  const begin = () => {
    if (start.isPending || isWaiting) return;
    start.mutate({
      plans: plans.map(({ plan }) => plan),
      sessionId,
      name: "",
      photographer: "",
      jobId: null,
    });
  };
  const count = sum(plans, (plan) => plan.newFiles);
  const label = t("import-start-sidecars", { count, number: format.number(count) });
  useKeys([{ keys: "ctrl+Enter", label, run: begin }]);
  return (
    <section className={styles.card} aria-label={label}>
      <p className={styles.line}>{t("import-sidecars-only")}</p>
      {isWaiting ? <p className={styles.line}>{t("import-sources-waiting")}</p> : null}
      {start.error ? <ErrorText error={start.error} /> : null}
      <div className={styles.buttons}>
        <Button
          variant="primary"
          icon={Import}
          isPending={start.isPending}
          isDisabled={isWaiting}
          shortcut="Ctrl+Enter"
          onPress={begin}
          autoFocus
        >
          {label}
        </Button>
        {more}
      </div>
    </section>
  );
}

function Target({
  plans,
  first,
  isWaiting,
  more,
  sources,
  sessionId,
  source,
  onStarted,
}: PlanStepProps & {
  /** Those with something new. */
  plans: ImportPlan[];
  /** The one that proposes the session's name and job. */
  first: ImportPlan;
  /** Another source is being looked through. */
  isWaiting: boolean;
  /** The button that adds a source. */
  more: ReactNode;
}) {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const proposed = useMethod("session_get", { id: sessionId ?? 0 }, { enabled: sessionId !== null });
  const [kind, setKind] = useState<"new" | "existing">(sessionId === null ? "new" : "existing");
  // what was typed stays when another source comes first
  const [named, setName] = useState<string | null>(null);
  const name = named ?? first.proposedName;
  const [photographer, setPhotographer] = useState("");
  const [booked, setJobId] = useState<number | null | undefined>(undefined);
  const jobId = booked === undefined ? first.proposedJobId : booked;
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<{ id: number; name: string | null; job: string | null } | null>(
    sessionId === null ? null : { id: sessionId, name: null, job: null },
  );
  const [isTried, setTried] = useState(false);
  const job = chosen?.job ?? (chosen ? proposed.data?.job : null) ?? "";
  const find = typed ?? chosen?.name ?? (chosen ? proposed.data?.name : null) ?? "";
  const sessions = useMethod(
    "session_list",
    { search: typed ?? "", after: null, limit: 20 },
    { enabled: kind === "existing", keepPrevious: true },
  );
  const start = useAct("import_start", { onDone: onStarted });
  const isMissing = kind === "new" ? name.trim() === "" : chosen === null;
  const needed = sum(plans, (plan) => plan.newBytes);
  const isRoomy = first.freeBytes >= needed;
  const problemOf = (field: string) => {
    const found = start.error?.problem(field);
    return found ? t(codeKey("field", found)) : undefined;
  };
  const begin = () => {
    setTried(true);
    if (isMissing || !isRoomy || isWaiting || start.isPending) return;
    start.mutate({
      plans: plans.map(({ plan }) => plan),
      sessionId: kind === "existing" ? (chosen?.id ?? null) : null,
      name: name.trim(),
      photographer: photographer.trim(),
      jobId: kind === "new" ? jobId : null,
    });
  };
  const frames = sum(plans, (plan) => plan.frames);
  const label = t("import-start", { count: frames, number: format.number(frames) });
  useKeys([{ keys: "ctrl+Enter", label, run: begin }]);
  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <RadioGroup<"new" | "existing">
        label={t("import-target")}
        value={kind}
        onChange={setKind}
        choices={[
          { id: "new", label: t("import-target-new") },
          { id: "existing", label: t("import-target-existing") },
        ]}
      />
      {kind === "new" ? (
        <>
          <TextField
            label={t("import-name")}
            help={t("import-name-help")}
            value={name}
            onChange={setName}
            isRequired
            error={isTried && isMissing ? t("import-name-missing") : problemOf("name")}
          />
          <TextField
            label={t("import-photographer")}
            value={photographer}
            onChange={setPhotographer}
            error={problemOf("photographer")}
          />
          {may("see_subjects") ? (
            <JobField
              session={{ jobId: first.proposedJobId, job: first.proposedJob }}
              value={jobId}
              onChange={setJobId}
            />
          ) : null}
        </>
      ) : (
        <>
          <ComboBox
            label={t("import-existing")}
            placeholder={t("import-existing-find")}
            inputValue={find}
            onInputChange={setTyped}
            value={chosen?.id ?? null}
            onChange={(id) => {
              // Leaving the field tells the session it already has: its name comes back in place of what was typed.
              setTyped(null);
              const row =
                id === chosen?.id ? undefined : sessions.data?.rows.find((entry) => entry.id === id);
              if (row) setChosen({ id: row.id, name: row.name, job: row.job });
            }}
            choices={(sessions.data?.rows ?? []).map((row) => ({
              id: row.id,
              label: row.name,
              note: [format.date(row.firstTakenAt ?? row.createdAt), row.photographer]
                .filter(Boolean)
                .join(" · "),
            }))}
            emptyText={t("session-none-found")}
            isRequired
            error={isTried && isMissing ? t("import-existing-missing") : undefined}
          />
          {chosen ? (
            <dl className={styles.fact}>
              <dt>{t("session-job")}</dt>
              <dd>{job || t("session-job-none")}</dd>
            </dl>
          ) : null}
        </>
      )}
      {sources.length > 1 && isRoomy ? (
        <p className={styles.line}>
          {t("import-plan-free", {
            free: format.bytes(first.freeBytes),
            left: format.bytes(first.freeBytes - needed),
          })}
        </p>
      ) : null}
      {plans.length > 1 && !isRoomy ? (
        <Banner tone="stopped">
          {t("import-plan-too-little", {
            free: format.bytes(first.freeBytes),
            needed: format.bytes(needed),
          })}
        </Banner>
      ) : null}
      {isWaiting ? <p className={styles.line}>{t("import-sources-waiting")}</p> : null}
      {start.error ? <ErrorText error={start.error} /> : null}
      <div className={styles.buttons}>
        <Button
          variant="primary"
          type="submit"
          icon={Import}
          isPending={start.isPending}
          isDisabled={!isRoomy || isWaiting}
          shortcut="Ctrl+Enter"
        >
          {label}
        </Button>
        <Button isPending={source.isChoosing} icon={FolderOpen} onPress={source.choose}>
          {t("import-choose-other")}
        </Button>
        {more}
      </div>
    </form>
  );
}

const sum = (plans: ImportPlan[], of: (plan: ImportPlan) => number): number =>
  plans.reduce((total, plan) => total + of(plan), 0);
