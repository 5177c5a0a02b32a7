/** The matching of one job: its runs, the photos of the one that is looked at, and what puts it right. */
import { CircleCheck, ListTree, Import } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useMay, useMethod, type MatchingDto } from "../api";
import {
  Beside,
  Button,
  EmptyState,
  ErrorText,
  FilterChips,
  RowList,
  Toolbar,
  UnreadView,
  ViewFrame,
  useKeys,
} from "../components";
import { useCellsFailure, useFrameCells } from "../features/frames/cells";
import { LargeView } from "../features/frames/LargeView";
import { useMarking } from "../features/frames/marks";
import { usePhotosBeside } from "../features/frames/usePhotosBeside";
import { AssignField } from "../features/matching/AssignField";
import { CodeField } from "../features/matching/CodeField";
import styles from "../features/matching/Matching.module.css";
import { MatchingNotices } from "../features/matching/MatchingNotices";
import { RunPanel } from "../features/matching/RunPanel";
import { AbsentRow, RunRow } from "../features/matching/RunRow";
import { RunStrip } from "../features/matching/RunStrip";
import { actionsOf } from "../features/matching/actions";
import { FILTERS, countsOf, keyOf, rowsOf, type Filter, type Row } from "../features/matching/runs";
import { Refused, useCodeError } from "../features/matching/Refused";
import { useReview } from "../features/matching/useReview";
import { useNames } from "../features/matching/words";
import { useRefusal } from "../features/staff/useRefusal";
import { codeKey, useFormat, useT } from "../l10n";
import { isOneOf, readPreference, useGo, usePathId, writePreference } from "../navigation";
import NotFound from "./NotFound";

export default function Matching() {
  const id = usePathId();
  return id === null ? <NotFound /> : <MatchingView key={id} id={id} />;
}

function MatchingView({ id }: { id: number }) {
  const t = useT();
  const go = useGo();
  const { data, error, refetch } = useMethod("matching_get", { id });
  if (data) return <Review matching={data} reread={() => void refetch()} />;
  return (
    <UnreadView
      id="matching"
      title={t("matching-title")}
      parent={{ label: t("schools-title"), onPress: () => go("/schools") }}
      error={error}
      onRetry={() => void refetch()}
    />
  );
}

const FILTER = "matching.filter";

/** What was listed last, if there is any of it; else what needs a look, or all. */
function firstFilter(matching: MatchingDto): Filter {
  const kept = readPreference<Filter>(FILTER, "quarantined", isOneOf(FILTERS));
  return rowsOf(matching, kept).length > 0 ? kept : "all";
}

function Review({ matching, reread }: { matching: MatchingDto; reread(): void }) {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const may = useMay();
  const { jobId, schoolId } = matching;
  const job = useMethod("job_list", { id: schoolId }).data?.jobs.find((entry) => entry.id === jobId);
  const [filter, setFilter] = useState(() => firstFilter(matching));
  const names = useNames(matching);
  const cells = useFrameCells(false);
  const cellsFailure = useCellsFailure(cells);
  const marking = useMarking(cells);
  const refusal = useRefusal("match_photos");
  const review = useReview(matching, filter, job?.fields.cardHabit === "last", reread);
  const { rows, index, row, run, choose, strip, cursor, setCursor, panel, setPanel, edit, round } = review;
  const codeError = useCodeError(review.failure, panel);
  const counts = useMemo(() => countsOf(matching), [matching]);
  const toSchool = () => go(`/schools/${schoolId}`, { tab: "jobs" });
  const { list, photos, beside, isLarge, open, closeLarge, leave } = usePhotosBeside({
    path: `/matching/${jobId}`,
    rowKey: row?.key,
    cursor,
    setCursor,
    onLeave: toSchool,
  });
  const actions = actionsOf(matching, review);
  const suggest = (id: number) => {
    const frameId = run?.frames[0];
    if (frameId !== undefined) edit({ kind: "assign", frameId, owner: { kind: "subject", id } });
  };

  useEffect(() => {
    if (round > 0) list.current?.focus();
  }, [round, list]);

  const closePanel = () => {
    setPanel(null);
    list.current?.focus();
  };
  const suggestions = run?.suggestions ?? [];
  useKeys(
    isLarge
      ? []
      : [
          ...(refusal === null
            ? [
                ...actions.flatMap(({ keys, label, run: act }) =>
                  keys
                    // a text that is being typed has an undo of its own
                    .filter((chord) => panel === null || !chord.startsWith("ctrl+"))
                    .map((chord, place) => ({
                      keys: chord,
                      isOnce: true,
                      ...(place < 2 ? { label: t(label) } : {}),
                      ...(act ? { run: act } : {}),
                    })),
                ),
                ...suggestions.map((id, place) => ({
                  keys: String(place + 1),
                  isOnce: true,
                  label: t("matching-suggestion-key"),
                  run: () => suggest(id),
                })),
              ]
            : []),
          { keys: "Escape", run: leave },
        ],
  );

  const show = (next: Filter) => {
    if (row) choose(row.key);
    setFilter(next);
    writePreference(FILTER, next);
  };
  const confirm = refusal === null ? actions.find((action) => action.id === "confirm")?.run : undefined;
  const renderRow = (entry: Row) => {
    if (entry.absent) return <AbsentRow absent={entry.absent} names={names} />;
    const its = entry.at === null ? undefined : matching.runs[entry.at];
    return its ? <RunRow run={its} names={names} /> : null;
  };
  const { frames, assigned, unassigned, keyframes } = matching.tally;
  const hasSession = matching.sessions.length > 0;
  return (
    <>
      <ViewFrame
        id="matching"
        title={matching.job}
        parent={{ label: matching.school, onPress: toSchool }}
        note={t("matching-title")}
        inspector={
          hasSession ? (
            <RunPanel run={run} names={names} actions={actions} onSuggestion={suggest} refusal={refusal} />
          ) : undefined
        }
        inspectorLabel={t("matching-inspector")}
        status={
          <>
            {rows.length > 0 ? (
              <span>
                {t("matching-position", { at: format.number(index + 1), total: format.number(rows.length) })}
              </span>
            ) : null}
            <span role="status">{review.said}</span>
          </>
        }
      >
        <div className={styles.whole}>
          <MatchingNotices matching={matching} job={job} />
          {hasSession ? (
            <>
              <Toolbar label={t("matching-filter")}>
                <FilterChips
                  label={t("matching-filter")}
                  isSingle
                  selected={new Set([filter])}
                  onChange={(chosen) => show([...chosen][0] ?? "all")}
                  chips={FILTERS.map((id) => ({
                    id,
                    label: t(codeKey("matching-filter", id), { number: format.number(counts[id]) }),
                  }))}
                />
                <p className={styles.sums}>
                  {t("matching-sums", {
                    frames: format.number(frames),
                    assigned: format.number(assigned),
                    unassigned: format.number(unassigned),
                    keyframes: format.number(keyframes),
                  })}
                </p>
              </Toolbar>
              {review.failure ? (
                <div className={styles.above}>
                  <Refused failure={review.failure} panel={panel} />
                </div>
              ) : null}
              {cellsFailure ? (
                <div className={styles.above}>
                  <ErrorText error={cellsFailure} onRetry={() => cells.retry()} />
                </div>
              ) : null}
              {rows.length === 0 ? (
                <EmptyState
                  icon={CircleCheck}
                  text={t(codeKey("matching-none", filter))}
                  action={
                    filter === "all" ? null : (
                      <Button autoFocus={round > 0} onPress={() => show("all")}>
                        {t("matching-show-all")}
                      </Button>
                    )
                  }
                />
              ) : (
                <Beside
                  besideRef={beside}
                  list={
                    <RowList
                      label={t(filter === "absent" ? "matching-list-absent" : "matching-list")}
                      rows={rows}
                      index={index}
                      onChoose={choose}
                      onEnter={confirm}
                      onInto={() => photos.current?.focus()}
                      intoLabel={t("matching-into-strip")}
                      renderRow={renderRow}
                      listRef={list}
                    />
                  }
                >
                  {panel === "assign" && run ? (
                    <AssignField
                      owners={names.owners}
                      names={names}
                      onPick={(owner) => edit({ kind: "assign", frameId: run.frames[0] ?? 0, owner })}
                      onClose={closePanel}
                    />
                  ) : null}
                  {panel === "code" && cursor !== null ? (
                    <CodeField
                      key={cursor}
                      frameId={cursor}
                      cells={cells}
                      error={codeError}
                      isBusy={review.isBusy}
                      onSave={(code) => edit({ kind: "type_code", frameId: cursor, code })}
                      onClose={closePanel}
                    />
                  ) : null}
                  {run ? (
                    <RunStrip
                      key={`run ${keyOf(run)}`}
                      strip={strip}
                      cells={cells}
                      cursor={cursor}
                      onCursor={setCursor}
                      onOpen={open}
                      stripRef={photos}
                    />
                  ) : (
                    <EmptyState icon={ListTree} text={t("matching-strip-absent")} />
                  )}
                </Beside>
              )}
            </>
          ) : (
            <EmptyState
              icon={Import}
              text={t("matching-no-session")}
              action={
                may("import_photos") ? (
                  <Button icon={Import} onPress={() => go("/import")}>
                    {t("session-import")}
                  </Button>
                ) : null
              }
            />
          )}
        </div>
      </ViewFrame>
      {isLarge && cursor !== null ? (
        <LargeView
          ids={strip.ids}
          current={cursor}
          cells={cells}
          marking={marking}
          onCurrent={setCursor}
          onClose={closeLarge}
        />
      ) : null}
    </>
  );
}
