/** The run that is looked at, the frame within it, and what is put right, with its outcome in words. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useAct, type ApiError, type MatchingDto, type MatchingEditEntry, type RunDto } from "../../api";
import { useLeavingMemory } from "../../components/useWindowMemory";
import { codeKey, useFormat, useT } from "../../l10n";
import { countsOf, keyOf, nextOf, ownersOf, placesOf, rowsOf, stripOf } from "./runs";
import type { Filter, Row, Strip } from "./runs";
import { useNaming } from "./words";

export type Edit = Pick<MatchingEditEntry, "kind" | "frameId"> &
  Partial<Pick<MatchingEditEntry, "code" | "owner" | "neighbour">>;

/** What was refused; `edit` is null for an undo. */
export interface Failure {
  error: ApiError;
  edit: Edit | null;
}

/** What is being asked for beside the photos. */
export type Panel = "assign" | "code" | null;

export interface Review {
  rows: Row[];
  /** Place of the current row. */
  index: number;
  row: Row | undefined;
  /** Place of the run among all. */
  at: number | null;
  run: RunDto | undefined;
  choose(key: number): void;
  strip: Strip;
  /** The frame that keys act on. */
  cursor: number | null;
  setCursor(frameId: number): void;
  panel: Panel;
  setPanel(panel: Panel): void;
  edit(edit: Edit): void;
  undo(): void;
  isBusy: boolean;
  failure: Failure | null;
  said: string;
  /** Goes up when something was put right: the focus belongs on the list then. */
  round: number;
}

const NO_STRIP: Strip = { ids: [], shots: new Map() };

export function useReview(
  matching: MatchingDto,
  filter: Filter,
  isCardLast: boolean,
  reread: () => void,
): Review {
  const t = useT();
  const format = useFormat();
  const named = useNaming();
  const client = useQueryClient();
  const { runs, edits, jobId } = matching;
  const [leftAt, noteLeft] = useLeavingMemory<number>(`matching.${jobId}.run`);
  const [wished, setWished] = useState<number | null>(leftAt ?? null);
  const [place, setPlace] = useState(0);
  const [wishedCursor, setCursor] = useState<number | null>(null);
  const [panel, setPanel] = useState<Panel>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [said, setSaid] = useState("");
  const [round, setRound] = useState(0);
  const isUnderWay = useRef(false);

  const places = useMemo(() => placesOf(runs), [runs]);
  const rows = useMemo(() => rowsOf(matching, filter), [matching, filter]);
  const wishedAt = wished === null ? undefined : places.get(wished);
  const found = rows.findIndex(
    (row) => row.key === wished || (wishedAt !== undefined && row.at === wishedAt),
  );
  if (found >= 0 && found !== place) setPlace(found);
  const index = found >= 0 ? found : Math.max(0, Math.min(place, rows.length - 1));
  const row = rows[index];
  const at = row?.at ?? null;
  const run = at === null ? undefined : runs[at];
  const strip = useMemo(
    () => (at === null ? NO_STRIP : stripOf(runs, at, isCardLast)),
    [runs, at, isCardLast],
  );
  const cursor =
    wishedCursor !== null && strip.shots.has(wishedCursor)
      ? wishedCursor
      : (strip.ids.find((id) => strip.shots.get(id)?.place === "own") ?? null);
  const key = row?.key;
  useEffect(() => {
    if (key !== undefined) noteLeft(key);
  }, [key, noteLeft]);

  const choose = useCallback((next: number) => {
    setWished(next);
    setCursor(null);
    setPanel(null);
    setFailure(null);
  }, []);

  const land = (answer: MatchingDto, what: string, next: number) => {
    client.setQueryData<MatchingDto>(["matching_get", { id: jobId }], answer);
    const left = countsOf(answer).quarantined;
    setSaid(t("matching-said", { what, left, number: format.number(left) }));
    choose(next);
    setRound((before) => before + 1);
    isUnderWay.current = false;
  };
  const fail = (error: ApiError, refused: Edit | null) => {
    isUnderWay.current = false;
    setFailure({ error, edit: refused });
    if (!error.isStale) return;
    setPanel(null);
    reread();
  };
  const outcome = (answer: MatchingDto, { kind, frameId }: Edit): string => {
    const isTyped = kind === "type_code";
    if (kind !== "confirm" && kind !== "assign" && kind !== "shift" && !isTyped)
      return t(codeKey("matching-done", kind));
    const after = answer.runs[placesOf(answer.runs).get(frameId) ?? -1];
    const find = ownersOf(named(answer.owners));
    const owner = after?.state === "matched" && after.proposed ? find(after.proposed) : undefined;
    if (owner) return t("matching-done-owned", { owner: owner.name });
    return t(isTyped ? "matching-done-type-code" : "matching-done-nobody");
  };
  const editing = useAct("matching_edit", {
    onDone: (answer, request) => {
      const here = placesOf(answer.runs).get(request.frameId) ?? 0;
      const next = nextOf(answer.runs, here, filter === "unmatched" ? "unmatched" : "quarantined");
      const chosen = next === null ? undefined : answer.runs[next];
      land(answer, outcome(answer, request), chosen ? keyOf(chosen) : request.frameId);
    },
    onError: fail,
  });
  const undoing = useAct("matching_undo", { onError: (error) => fail(error, null) });

  const newest = edits.at(-1);
  const begin = () => {
    if (isUnderWay.current) return false;
    isUnderWay.current = true;
    setFailure(null);
    return true;
  };
  const edit = (wanted: Edit) => {
    if (begin())
      editing.mutate({ jobId, lastEdit: newest?.id ?? 0, code: "", owner: null, neighbour: null, ...wanted });
  };
  const undo = () => {
    if (!newest || !begin()) return;
    const what = t("matching-done-undo", { edit: t(codeKey("matching-edit", newest.kind)) });
    undoing.mutate(
      { jobId, lastEdit: newest.id },
      { onSuccess: (answer) => land(answer, what, newest.frameId) },
    );
  };
  return {
    rows,
    index,
    row,
    at,
    run,
    choose,
    strip,
    cursor,
    setCursor,
    panel,
    setPanel,
    edit,
    undo,
    isBusy: editing.isPending || undoing.isPending,
    failure,
    said,
    round,
  };
}
