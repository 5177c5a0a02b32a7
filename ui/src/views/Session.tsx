/** One session's photos: the grid, the large view and the comparison over it, marks and facts. */
import { Clock, FolderSync, Images, Import, ListChecks, Pencil, RotateCcw, UserCheck } from "lucide-react";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import {
  useMay,
  useMethod,
  type FrameColor,
  type FrameGroup,
  type FrameSort,
  type RejectFilter,
} from "../api";
import {
  Banner,
  Button,
  ButtonRow,
  EmptyState,
  ErrorText,
  IconButton,
  ViewFrame,
  useKeys,
  type GridHandle,
} from "../components";
import { useLeavingMemory } from "../components/useWindowMemory";
import { useCellsFailure, useFrameCells } from "../features/frames/cells";
import { CompareView } from "../features/frames/CompareView";
import {
  FILTER_COLORS,
  FrameFilters,
  REJECTS,
  SORTS,
  isNarrowed,
  widened,
  type FrameFilter,
} from "../features/frames/FrameFilters";
import { FrameGrid, useFrameChoice } from "../features/frames/FrameGrid";
import { FrameNews } from "../features/frames/FrameNews";
import { FramePanel } from "../features/frames/FramePanel";
import styles from "../features/frames/Frames.module.css";
import { useGroupHeadings } from "../features/frames/groupHeadings";
import { LargeView } from "../features/frames/LargeView";
import { markActions, markKeys } from "../features/frames/markKeys";
import { useMarking } from "../features/frames/marks";
import { SIZES, SizeSlider } from "../features/frames/SizeSlider";
import { useComparison } from "../features/frames/useComparison";
import { useChooseFolder, useChooseSource } from "../features/import/chooseSource";
import { ImportBanner, useImportsOf } from "../features/import/ImportBanner";
import { useWatchesOf, WatchBanner } from "../features/import/WatchBanner";
import { WatchDialog, type WatchedFolder } from "../features/import/WatchDialog";
import sessionStyles from "../features/sessions/Sessions.module.css";
import { ClocksDialog } from "../features/sessions/ClocksDialog";
import { SessionEdit } from "../features/sessions/SessionEdit";
import { useResume } from "../features/sessions/useResume";
import { isUnderWay } from "../features/tasks/tasks";
import { useFormat, useT } from "../l10n";
import {
  isNumberWithin,
  isOneOf,
  useBack,
  useGo,
  usePathId,
  usePreference,
  useSearchValues,
} from "../navigation";
import NotFound from "./NotFound";

export default function Session() {
  const id = usePathId();
  return id === null ? <NotFound /> : <SessionView key={id} id={id} />;
}

const NONE: readonly number[] = [];
const UNGROUPED: readonly FrameGroup[] = [];
const USUAL_SORT: FrameSort = "taken_at";

/** The order by subject is remembered for sessions that have one, and stands as the usual one in the others. */
function useFrameFilter(maySortBySubject: boolean): [FrameFilter, (filter: FrameFilter) => void] {
  const [wished, setSort] = usePreference<FrameSort>("frames.sort", USUAL_SORT, isOneOf(SORTS));
  const [reject, setReject] = usePreference<RejectFilter>("frames.reject", "all", isOneOf(REJECTS));
  const [minRating, setMinRating] = usePreference("frames.rating", 0, isNumberWithin(0, 5));
  const [color, setColor] = usePreference<FrameColor>("frames.color", "none", isOneOf(FILTER_COLORS));
  const [search, setSearch] = useState("");
  const sort = wished === "subject" && !maySortBySubject ? USUAL_SORT : wished;
  const filter = useMemo(
    () => ({ sort, reject, minRating, color, search }),
    [sort, reject, minRating, color, search],
  );
  const set = useCallback(
    (next: FrameFilter) => {
      if (next.sort !== sort) setSort(next.sort);
      setReject(next.reject);
      setMinRating(next.minRating);
      setColor(next.color);
      setSearch(next.search);
    },
    [sort, setSort, setReject, setMinRating, setColor],
  );
  return [filter, set];
}

function SessionView({ id }: { id: number }) {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const may = useMay();
  const isLarge = useSearchValues().large === 1;
  const closeLarge = useBack(`/sessions/${id}`);
  const session = useMethod("session_get", { id });
  const jobId = session.data?.jobId ?? null;
  // until it is known whether the session has a job, what is remembered stands
  const maySortBySubject = may("see_subjects") && (session.data === undefined || jobId !== null);
  const [filter, setFilter] = useFrameFilter(maySortBySubject);
  const query = useDeferredValue(filter);
  const index = useMethod(
    "frame_index",
    {
      sessionId: id,
      sort: query.sort,
      reject: query.reject,
      minRating: query.minRating,
      color: query.color,
      search: query.search.trim(),
    },
    {
      keepPrevious: true,
      enabled: query.sort !== "subject" || (session.data !== undefined && maySortBySubject),
    },
  );
  const headings = useGroupHeadings(index.data?.groups ?? UNGROUPED);
  const ids = index.data?.ids ?? NONE;
  const cells = useFrameCells(filter.sort === "rating" || isNarrowed({ ...filter, search: "" }));
  const cellsFailure = useCellsFailure(cells);
  const marking = useMarking(cells);
  const source = useChooseSource(id);
  const resume = useResume();
  const imports = useImportsOf(id);
  const watches = useWatchesOf(id);
  const isFilling = watches.length > 0 || imports.some(isUnderWay);
  const [toWatch, setToWatch] = useState<WatchedFolder | null>(null);
  const watching = useChooseFolder(useCallback((token, path) => setToWatch({ token, path }), []));
  const [size, setSize] = usePreference<number>(
    "frames.size",
    SIZES.usual,
    isNumberWithin(SIZES.least, SIZES.most),
  );
  const [leftAt, noteCurrent] = useLeavingMemory<number>(`session.${id}.current`);
  const choice = useFrameChoice(ids, leftAt);
  const { current, setCurrent, selected, setSelected, chosen } = choice;
  const {
    compared,
    open: compare,
    takeOut,
    close: closeComparison,
  } = useComparison(`/sessions/${id}`, ids, choice);
  const isOver = isLarge || compared !== null;
  useEffect(() => {
    if (current !== null) noteCurrent(current);
  }, [current, noteCurrent]);
  const [isEditing, setEditing] = useState(false);
  const [hasClocks, setClocks] = useState(false);
  const grid = useRef<GridHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);

  const open = useCallback(
    (frameId: number) => {
      setCurrent(frameId);
      go(`/sessions/${id}`, { large: 1 });
    },
    [go, id, setCurrent],
  );

  const hasFocused = useRef(false);
  useEffect(() => {
    // photos that come in by themselves take the focus from nothing
    if (ids.length === 0 || hasFocused.current || isOver || isFilling) return;
    hasFocused.current = true;
    grid.current?.focus();
  }, [ids, isOver, isFilling]);
  // The last photo may leave the filter while it is shown large: there is nothing to show then.
  const isNoneLeft = isLarge && index.data !== undefined && ids.length === 0;
  useEffect(() => {
    if (isNoneLeft) go(`/sessions/${id}`, {}, { replace: true });
  }, [isNoneLeft, go, id]);
  const wasOver = useRef(isOver);
  useEffect(() => {
    if (wasOver.current && !isOver) grid.current?.focus();
    wasOver.current = isOver;
  }, [isOver]);

  const marks = useMemo(() => markActions(marking, () => chosen), [marking, chosen]);
  useKeys(
    isOver
      ? []
      : [
          ...markKeys(t, marks, marking.undo),
          { keys: "Enter", label: t("frame-open"), run: () => current !== null && open(current) },
          { keys: "c", label: t("frame-compare"), isOnce: true, run: compare },
          { keys: " ", label: t("frame-key-select"), run: () => grid.current?.focus() },
          { keys: "shift+ArrowRight", label: t("frame-key-extend"), run: () => grid.current?.focus() },
          { keys: "ctrl+a", label: t("frame-key-select-all"), run: () => setSelected(new Set(ids)) },
          { keys: "/", label: t("app-key-filter"), run: () => searchField.current?.focus() },
          { keys: "Escape", run: () => go("/sessions") },
        ],
  );

  // A key press must not wait for the controls round the grid: they are rendered when their own data changes.
  const { choose, isChoosing } = source;
  const { choose: chooseWatched } = watching;
  const actions = useMemo(
    () => (
      <>
        <IconButton
          icon={ListChecks}
          label={t("session-imports")}
          onPress={() => go("/import", { session: id })}
        />
        {jobId !== null && may("see_subjects") ? (
          <Button icon={UserCheck} onPress={() => go(`/matching/${jobId}`)}>
            {t("matching-open")}
          </Button>
        ) : null}
        {may("import_photos") ? (
          <IconButton icon={FolderSync} label={t("watch-open")} onPress={chooseWatched} />
        ) : null}
        {may("mark_photos") ? (
          <IconButton icon={Clock} label={t("clock-open")} onPress={() => setClocks(true)} />
        ) : null}
        {may("mark_photos") ? (
          <IconButton icon={Pencil} label={t("session-edit")} onPress={() => setEditing(true)} />
        ) : null}
        {may("import_photos") ? (
          <Button icon={Import} isPending={isChoosing} onPress={choose}>
            {t("session-import-more")}
          </Button>
        ) : null}
      </>
    ),
    [t, go, may, id, jobId, isChoosing, choose, chooseWatched],
  );
  const settled = useDeferredValue(current);
  const settledChoice = useDeferredValue(chosen);
  const inspector = useMemo(
    () => (
      <FramePanel id={settled} chosen={settledChoice} cells={cells} marking={marking} onCompare={compare} />
    ),
    [settled, settledChoice, cells, marking, compare],
  );
  const filters = useMemo(
    () => (
      <FrameFilters
        filter={filter}
        onChange={setFilter}
        maySortBySubject={maySortBySubject}
        searchRef={searchField}
        onLeave={() => grid.current?.focus()}
      />
    ),
    [filter, setFilter, maySortBySubject],
  );

  const name = session.data?.name ?? "";
  const total = index.data?.total ?? 0;
  const rejected = session.data?.rejected ?? 0;
  const resumable = session.data?.resumableImportId ?? null;
  const error = session.error ?? index.error ?? source.error ?? watching.error ?? resume.error;
  return (
    <>
      <ViewFrame
        id="session"
        title={name}
        parent={{ label: t("session-title"), onPress: () => go("/sessions") }}
        note={[session.data?.job, session.data?.photographer].filter(Boolean).join(" · ")}
        actions={actions}
        inspector={inspector}
        inspectorLabel={t("frame-facts")}
        status={
          <>
            {selected.size > 0 ? (
              <span className={styles.strong}>
                {t("frame-selected", { count: selected.size, number: format.number(selected.size) })}
              </span>
            ) : null}
            <span>
              {ids.length === total
                ? t("frame-shown-all", { count: total, total: format.number(total) })
                : t("frame-shown", { shown: format.number(ids.length), total: format.number(total) })}
            </span>
            {rejected > 0 ? (
              <span>{t("frame-rejected-count", { count: rejected, number: format.number(rejected) })}</span>
            ) : null}
            <SizeSlider value={size} onChange={setSize} />
          </>
        }
      >
        {filters}
        {error ? (
          <div className={sessionStyles.above}>
            <ErrorText error={error} />
          </div>
        ) : null}
        {cellsFailure ? (
          <div className={sessionStyles.above}>
            <ErrorText error={cellsFailure} onRetry={() => cells.retry()} />
          </div>
        ) : null}
        {imports.map((task) => (
          <div key={task.id} className={sessionStyles.above}>
            <ImportBanner task={task} isOneOfSeveral={imports.length > 1} />
          </div>
        ))}
        {watches.map((watch) => (
          <div key={watch.id} className={sessionStyles.above}>
            <WatchBanner task={watch} />
          </div>
        ))}
        {resumable !== null && !isFilling && may("import_photos") ? (
          <div className={sessionStyles.above}>
            <Banner
              tone="attention"
              title={t("session-interrupted")}
              action={
                <ButtonRow>
                  <Button
                    icon={RotateCcw}
                    isPending={resume.isPending}
                    onPress={() => resume.resume(resumable)}
                  >
                    {t("session-resume")}
                  </Button>
                  <Button
                    variant="quiet"
                    isPending={resume.isPending}
                    onPress={() => resume.giveUp(resumable)}
                  >
                    {t("session-give-up")}
                  </Button>
                </ButtonRow>
              }
            >
              <p>{t("session-interrupted-text")}</p>
            </Banner>
          </div>
        ) : null}
        {index.data && ids.length === 0 ? (
          <EmptyState
            icon={Images}
            text={t(total > 0 ? "frame-none-fit" : isFilling ? "import-coming" : "frame-empty")}
            action={
              total === 0 && isFilling ? null : total === 0 && may("import_photos") ? (
                <Button icon={Import} onPress={source.choose}>
                  {t("session-import")}
                </Button>
              ) : isNarrowed(filter) ? (
                <Button onPress={() => setFilter(widened(filter))}>{t("frame-filter-clear")}</Button>
              ) : null
            }
          />
        ) : (
          <FrameGrid
            label={t("frame-grid")}
            ids={ids}
            groups={headings}
            cells={cells}
            choice={choice}
            size={size}
            onOpen={open}
            gridRef={grid}
          />
        )}
      </ViewFrame>
      <FrameNews id={chosen.length === 1 && !isOver ? (chosen[0] ?? null) : null} ids={ids} cells={cells} />
      {isLarge && current !== null ? (
        <LargeView
          ids={ids}
          current={current}
          cells={cells}
          marking={marking}
          onCurrent={setCurrent}
          onClose={closeLarge}
        />
      ) : null}
      {compared ? (
        <CompareView
          ids={compared}
          current={current}
          cells={cells}
          marking={marking}
          onCurrent={setCurrent}
          onTakeOut={takeOut}
          onClose={closeComparison}
        />
      ) : null}
      {toWatch ? <WatchDialog sessionId={id} folder={toWatch} onClose={() => setToWatch(null)} /> : null}
      {hasClocks ? <ClocksDialog sessionId={id} current={current} onClose={() => setClocks(false)} /> : null}
      {isEditing && session.data ? (
        <SessionEdit session={session.data} onClose={() => setEditing(false)} />
      ) : null}
    </>
  );
}
