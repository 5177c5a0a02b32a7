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

const STEPS = 100;

export function useChoosing(choices: ChoicesDto, filter: Filter, search: string, purpose: PurposeDto) {
  const t = useT();
  const client = useQueryClient();
  const rows = useMemo(() => rowsOf(choices, filter, search), [choices, filter, search]);
  const [wished, setWished] = useState<number | null>(null);
  const [place, setPlace] = useState(0);
  const [wishedCursor, setCursor] = useState<number | null>(null);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [said, setSaid] = useState("");
  const steps = useRef<Step[]>([]);

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
    },
    onError: setFailure,
  });
  const set = (subjectId: number, of: PurposeDto, frameId: number | null) => {
    if (setting.isPending) return false;
    setFailure(null);
    // who is looked at stays, also when a filter lets them go
    setWished(subjectId);
    setting.mutate({ jobId: choices.jobId, subjectId, purpose: of, frameId });
    return true;
  };
  const chosen = (of: PurposeDto): number | null => {
    const its = subject && choiceFor(subject, of);
    return its?.basis === "chosen" ? its.frameId : null;
  };
  const change = (frameId: number | null) => {
    if (!subject) return;
    const before = chosen(purpose);
    if (before === frameId && choice?.isLost !== true) return;
    if (set(subject.subjectId, purpose, frameId)) {
      steps.current = [...steps.current, { subjectId: subject.subjectId, purpose, before }].slice(-STEPS);
    }
  };
  const isChoosable = candidate !== undefined && !candidate.isRejected && chosen(purpose) !== cursor;
  const undo = () => {
    const step = steps.current.at(-1);
    if (step && set(step.subjectId, step.purpose, step.before)) steps.current = steps.current.slice(0, -1);
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
    failure,
    said,
    say: setSaid,
  };
}
