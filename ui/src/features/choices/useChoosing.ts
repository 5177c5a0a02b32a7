/** Choosing for one subject after another: what is listed, what is looked at, and what was chosen last. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { useAct, type ApiError, type ChoicesDto, type PurposeDto } from "../../api";
import { codeKey, useT } from "../../l10n";
import { choiceFor, rowsOf, type Filter } from "./choices";

interface Step {
  subjectId: number;
  purpose: PurposeDto;
  /** What had been chosen before. */
  before: number | null;
}

/** Something that can be undone: a choice, or a mark, of which the marks know more. */
type Change = Step | "mark";

const STEPS = 100;

export function useChoosing(
  choices: ChoicesDto,
  filter: Filter,
  search: string,
  purpose: PurposeDto,
  undoMark: () => void,
) {
  const t = useT();
  const client = useQueryClient();
  const rows = useMemo(() => rowsOf(choices, filter, search), [choices, filter, search]);
  const [wished, setWished] = useState<number | null>(null);
  const [place, setPlace] = useState(0);
  const [wishedCursor, setCursor] = useState<number | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [said, setSaid] = useState("");
  const [round, setRound] = useState(0);
  const changes = useRef<Change[]>([]);

  const found = rows.findIndex((row) => row.key === wished);
  if (found >= 0 && found !== place) setPlace(found);
  const index = found >= 0 ? found : Math.max(0, Math.min(place, rows.length - 1));
  const subject = rows[index]?.subject;
  const choice = subject && choiceFor(subject, purpose);
  const cursor =
    subject?.frames.find(({ frameId }) => frameId === wishedCursor)?.frameId ??
    choice?.frameId ??
    subject?.frames[0]?.frameId ??
    null;
  const candidate = subject?.frames.find(({ frameId }) => frameId === cursor);

  const walk = useCallback((key: number) => {
    setWished(key);
    setCursor(null);
    setFailure(null);
  }, []);

  const setting = useAct("choice_set", {
    onDone: (answer, request) => {
      client.setQueryData<ChoicesDto>(["choices_get", { id: choices.jobId }], answer);
      const name = answer.subjects.find((one) => one.subjectId === request.subjectId)?.name ?? "";
      const what = { name, purpose: t(codeKey("purpose", request.purpose)) };
      setSaid(t(request.frameId === null ? "choices-done-back" : "choices-done", what));
      setRound((before) => before + 1);
    },
    onError: setFailure,
  });
  const set = (subjectId: number, of: PurposeDto, frameId: number | null) => {
    setFailure(null);
    setWished(subjectId);
    setting.mutate({ jobId: choices.jobId, subjectId, purpose: of, frameId });
  };
  const note = (change: Change) => {
    changes.current = [...changes.current, change].slice(-STEPS);
  };
  const chosen = (of: PurposeDto): number | null => {
    const its = subject && choiceFor(subject, of);
    return its?.basis === "chosen" ? its.frameId : null;
  };
  const change = (frameId: number | null) => {
    if (!subject) return;
    const before = chosen(purpose);
    if (before === frameId && choice?.isLost !== true) return;
    set(subject.subjectId, purpose, frameId);
    note({ subjectId: subject.subjectId, purpose, before });
  };
  const isChoosable = candidate !== undefined && !candidate.isRejected && chosen(purpose) !== cursor;
  const undo = () => {
    const last = changes.current.at(-1);
    changes.current = changes.current.slice(0, -1);
    if (last === undefined || last === "mark") undoMark();
    else set(last.subjectId, last.purpose, last.before);
  };
  return {
    rows,
    index,
    subject,
    walk,
    cursor,
    setCursor,
    isRejected: candidate?.isRejected === true,
    choose: isChoosable ? () => change(cursor) : undefined,
    takeBack: choice && choice.chosenAt !== null ? () => change(null) : undefined,
    undo,
    noteMark: () => note("mark"),
    failure,
    said,
    say: setSaid,
    /** Grows with every choice that is kept. */
    round,
  };
}
