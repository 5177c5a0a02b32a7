/** The choices of one job: its subjects, the photos of the one that is looked at, and which stands for what. */
import { Printer, UserCheck, UserRound, Users } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useMay, useMethod, type ChoicesDto, type PurposeDto } from "../api";
import {
  BESIDE,
  Beside,
  Button,
  EmptyState,
  ErrorText,
  FilterChips,
  RowList,
  SearchField,
  Toolbar,
  UnreadView,
  ViewFrame,
  useKeys,
  useToast,
  type KeyBinding,
} from "../components";
import { ChoicePanel } from "../features/choices/ChoicePanel";
import styles from "../features/choices/Choices.module.css";
import { FILTERS, PURPOSES, countsOf, type Filter, type Row } from "../features/choices/choices";
import { MissingDialog } from "../features/choices/MissingDialog";
import { SubjectPhotos } from "../features/choices/SubjectPhotos";
import { SubjectRow } from "../features/choices/SubjectRow";
import { useChoosing } from "../features/choices/useChoosing";
import { useCellsFailure, useFrameCells } from "../features/frames/cells";
import { LargeView } from "../features/frames/LargeView";
import { markActions, markKeys } from "../features/frames/markKeys";
import { noting, useMarking } from "../features/frames/marks";
import { usePhotosBeside } from "../features/frames/usePhotosBeside";
import { useNaming } from "../features/matching/words";
import { useRefusal } from "../features/staff/useRefusal";
import { FileNotice } from "../features/tasks/FileNotice";
import { codeKey, useFormat, useT } from "../l10n";
import { isOneOf, useGo, usePathId, usePreference } from "../navigation";
import NotFound from "./NotFound";

export default function Choices() {
  const id = usePathId();
  return id === null ? <NotFound /> : <ChoicesView key={id} id={id} />;
}

function ChoicesView({ id }: { id: number }) {
  const t = useT();
  const go = useGo();
  const { data, error, refetch } = useMethod("choices_get", { id });
  if (data) return <Choosing choices={data} />;
  return (
    <UnreadView
      id="choices"
      title={t("choices-title")}
      parent={{ label: t("schools-title"), onPress: () => go("/schools") }}
      error={error}
      onRetry={() => void refetch()}
    />
  );
}

function Choosing({ choices: read }: { choices: ChoicesDto }) {
  const t = useT();
  const format = useFormat();
  const named = useNaming();
  const choices = useMemo(() => ({ ...read, subjects: named(read.subjects) }), [read, named]);
  const go = useGo();
  const may = useMay();
  const { jobId, schoolId } = choices;
  const [filter, setFilter] = usePreference<Filter>("choices.filter", "all", isOneOf(FILTERS));
  const [purpose, setPurpose] = usePreference<PurposeDto>("choices.purpose", "order", isOneOf(PURPOSES));
  const [search, setSearch] = useState("");
  const [isListing, setListing] = useState(false);
  const cells = useFrameCells(false);
  const cellsFailure = useCellsFailure(cells);
  const marking = useMarking(cells);
  const refusal = useRefusal("mark_photos");
  const toast = useToast();
  const choosing = useChoosing(choices, filter, search, purpose, marking.undo);
  const { rows, index, subject, walk, cursor, setCursor, round } = choosing;
  const counts = useMemo(() => countsOf(choices), [choices]);
  const searchField = useRef<HTMLInputElement>(null);
  const toSchool = () => go(`/schools/${schoolId}`, { tab: "jobs" });
  const { list, photos, beside, isLarge, open, closeLarge, leave } = usePhotosBeside({
    path: `/choices/${jobId}`,
    rowKey: rows[index]?.key,
    cursor,
    setCursor,
    onLeave: toSchool,
  });
  const ids = useMemo(() => subject?.frames.map(({ frameId }) => frameId) ?? [], [subject]);

  useEffect(() => {
    // a filter may have let go of who was looked at, and of what had the focus
    if (round > 0 && document.activeElement === document.body) list.current?.focus();
  }, [round, list]);
  const { said } = choosing;
  useEffect(() => {
    // the status below the list is behind the large view
    if (isLarge && said) toast({ tone: "info", text: said });
  }, [isLarge, said, toast]);
  const turn = (step: number) => {
    const at = (PURPOSES.indexOf(purpose) + step + PURPOSES.length) % PURPOSES.length;
    setPurpose(PURPOSES[at] ?? "order");
  };
  const choose = () => {
    if (choosing.choose) choosing.choose();
    else if (choosing.isRejected) choosing.say(t("choices-rejected-refused"));
  };
  const its = cursor === null ? [] : [cursor];
  const noted = { ...noting(marking, choosing.noteMark), undo: choosing.undo };
  const choosingKeys: KeyBinding[] = [
    ...(refusal === null
      ? [
          {
            keys: "p",
            isOnce: true,
            label: t("choices-choose", { purpose: t(codeKey("purpose", purpose)) }),
            run: choose,
          },
          {
            keys: "Backspace",
            isOnce: true,
            label: t("choices-take-back"),
            run: () => choosing.takeBack?.(),
          },
        ]
      : []),
    ...BESIDE.next.map((keys, place) => ({
      keys,
      ...(place < 2 ? { label: t("choices-next-purpose") } : {}),
      run: () => turn(1),
    })),
    ...BESIDE.previous.map((keys, place) => ({
      keys,
      ...(place < 2 ? { label: t("choices-previous-purpose") } : {}),
      run: () => turn(-1),
    })),
  ];
  const markingKeys = markKeys(
    t,
    markActions(noted, () => its),
    noted.undo,
  );
  useKeys([
    ...choosingKeys,
    // the large view has the others itself
    ...(isLarge
      ? []
      : [
          ...(refusal === null ? markingKeys : []),
          { keys: "/", label: t("app-key-filter"), run: () => searchField.current?.focus() },
          { keys: "Escape", run: leave },
        ]),
  ]);
  const renderRow = (row: Row) => <SubjectRow subject={row.subject} purpose={purpose} />;
  return (
    <>
      <ViewFrame
        id="choices"
        title={choices.job}
        parent={{ label: choices.school, onPress: toSchool }}
        note={t("choices-title")}
        actions={
          <>
            <Button icon={UserCheck} onPress={() => go(`/matching/${jobId}`)}>
              {t("matching-open")}
            </Button>
            {may("make_cards") ? (
              <Button icon={Printer} onPress={() => setListing(true)}>
                {t("choices-missing-open")}
              </Button>
            ) : null}
          </>
        }
        inspector={
          subject ? (
            <ChoicePanel
              subject={subject}
              purpose={purpose}
              onChoose={choosing.choose}
              onTakeBack={choosing.takeBack}
              refusal={refusal}
            />
          ) : undefined
        }
        inspectorLabel={t("choices-panel")}
        status={
          <>
            {rows.length > 0 ? (
              <span>
                {t("choices-position", { at: format.number(index + 1), total: format.number(rows.length) })}
              </span>
            ) : null}
            <span role="status">{choosing.said}</span>
          </>
        }
      >
        <div className={styles.whole}>
          <Toolbar label={t("choices-filter")}>
            <SearchField
              label={t("choices-search")}
              placeholder={t("choices-search")}
              value={search}
              onChange={setSearch}
              shortcut="/"
              inputRef={searchField}
              onArrowDown={() => list.current?.focus()}
            />
            <FilterChips
              label={t("choices-filter")}
              isSingle
              selected={new Set([filter])}
              onChange={(chosen) => setFilter([...chosen][0] ?? "all")}
              chips={FILTERS.map((id) => ({
                id,
                label: t(codeKey("choices-filter", id), { number: format.number(counts[id]) }),
              }))}
            />
          </Toolbar>
          <div className={styles.above}>
            <FileNotice kind="missing_list" />
          </div>
          {choosing.failure ? (
            <div className={styles.above}>
              <ErrorText error={choosing.failure} />
            </div>
          ) : null}
          {cellsFailure ? (
            <div className={styles.above}>
              <ErrorText error={cellsFailure} onRetry={() => cells.retry()} />
            </div>
          ) : null}
          {rows.length === 0 ? (
            <EmptyState
              icon={Users}
              text={t(search ? "choices-none-found" : codeKey("choices-none", filter))}
              action={
                filter === "all" && !search ? null : (
                  <Button
                    onPress={() => {
                      setFilter("all");
                      setSearch("");
                    }}
                  >
                    {t("choices-show-all")}
                  </Button>
                )
              }
            />
          ) : (
            <Beside
              besideRef={beside}
              list={
                <RowList
                  label={t("choices-list")}
                  rows={rows}
                  index={index}
                  onChoose={walk}
                  onInto={() => photos.current?.focus()}
                  intoLabel={t("choices-into-grid")}
                  renderRow={renderRow}
                  listRef={list}
                />
              }
            >
              <Toolbar label={t("choices-purpose")}>
                <FilterChips
                  label={t("choices-purpose")}
                  isSingle
                  selected={new Set([purpose])}
                  onChange={(chosen) => setPurpose([...chosen][0] ?? purpose)}
                  chips={PURPOSES.map((id) => ({ id, label: t(codeKey("purpose", id)) }))}
                />
              </Toolbar>
              {subject && subject.frames.length > 0 ? (
                <SubjectPhotos
                  key={subject.subjectId}
                  subject={subject}
                  cells={cells}
                  cursor={cursor}
                  onCursor={setCursor}
                  onOpen={open}
                  gridRef={photos}
                />
              ) : (
                <EmptyState icon={UserRound} text={t("choices-no-photos")} />
              )}
            </Beside>
          )}
        </div>
      </ViewFrame>
      {isLarge && cursor !== null ? (
        <LargeView
          ids={ids}
          current={cursor}
          cells={cells}
          marking={noted}
          onCurrent={setCursor}
          onClose={closeLarge}
        />
      ) : null}
      {isListing ? <MissingDialog choices={choices} onClose={() => setListing(false)} /> : null}
    </>
  );
}
