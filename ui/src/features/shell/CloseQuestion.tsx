/** Tells the program whether something is unsaved, and asks before the window closes over unfinished work. */
import { useEffect, useEffectEvent, useRef } from "react";
import { useAct, usePlatform } from "../../api";
import { useHasUnsaved } from "../../components";
import { useAskUnfinished } from "./unfinished";

export function CloseQuestion() {
  const platform = usePlatform();
  const askUnfinished = useAskUnfinished();
  const hasUnsaved = useHasUnsaved();
  const { mutate: note } = useAct("unsaved_note");
  const { mutate: end } = useAct("program_end");
  const isAsking = useRef(false);
  const wasUnsaved = useRef(false);

  useEffect(() => {
    if (wasUnsaved.current === hasUnsaved) return;
    wasUnsaved.current = hasUnsaved;
    note({ hasUnsaved });
  }, [note, hasUnsaved]);

  const onCloseAsked = useEffectEvent(async () => {
    if (isAsking.current) return;
    isAsking.current = true;
    const answer = await askUnfinished("close");
    isAsking.current = false;
    if (answer) end({});
  });
  useEffect(
    () =>
      platform.subscribe((event) => {
        if (event.type === "close_asked") void onCloseAsked();
      }),
    [platform],
  );
  return null;
}
