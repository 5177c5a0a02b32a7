/** Photos for an order line: a session, a part of a file name, and a grid to choose from. */
import { ImageOff, X } from "lucide-react";
import { useRef, useState } from "react";
import { ApiError, useMethod, usePagedMethod, type SessionDto } from "../../api";
import {
  Button,
  ComboBox,
  EmptyState,
  ErrorText,
  IconButton,
  SearchField,
  useKeys,
  type GridHandle,
} from "../../components";
import { useDebounced } from "../../components/useDebounced";
import { useWindowMemory } from "../../components/useWindowMemory";
import { useFormat, useT } from "../../l10n";
import { useCellsFailure, useFrameCells } from "../frames/cells";
import { FrameGrid, useFrameChoice } from "../frames/FrameGrid";
import type { ChosenPhoto } from "./draft";
import styles from "./Orders.module.css";

const CELL = 148;
const NONE: readonly number[] = [];

export function PhotoPicker({ onUse, onClose }: { onUse(photos: ChosenPhoto[]): void; onClose(): void }) {
  const t = useT();
  const format = useFormat();
  const [session, setSession] = useWindowMemory<number | null>("orders.picker.session", null);
  const [search, setSearch] = useState("");
  const [error, setError] = useState<ApiError | null>(null);
  const grid = useRef<GridHandle>(null);
  const wanted = useDebounced(search.trim());
  const [typed, setTyped] = useState<string | null>(null);
  const sessions = usePagedMethod("session_list", { search: useDebounced((typed ?? "").trim()) });
  const remembered = useMethod("session_get", { id: session ?? 0 }, { enabled: session !== null });
  const [newest, setNewest] = useState<SessionDto | null>(null);
  if (!newest && typed === null && sessions.rows[0]) setNewest(sessions.rows[0]);
  const sessionId = session ?? newest?.id ?? null;
  const sessionName = (session === null ? newest?.name : remembered.data?.name) ?? "";
  const index = useMethod(
    "frame_index",
    { sessionId: sessionId ?? 0, sort: "name", reject: "kept", minRating: 0, color: "none", search: wanted },
    { enabled: sessionId !== null, keepPrevious: true },
  );
  const ids = index.data?.ids ?? NONE;
  const cells = useFrameCells(false);
  const cellsFailure = useCellsFailure(cells);
  const choice = useFrameChoice(ids);
  const chosen = choice.isMeant || choice.selected.size > 0 ? choice.chosen : NONE;

  const use = (wished: readonly number[]) => {
    if (wished.length > 0) cells.read(wished).then(onUse, (cause: unknown) => setError(ApiError.from(cause)));
  };
  const shownError = index.error ?? error;
  useKeys([{ keys: "Escape", label: t("form-close"), whileTyping: true, run: onClose }]);

  return (
    <section className={styles.picker} aria-label={t("picker-title")}>
      <div className={styles.pickerBar}>
        <div className={styles.pickerSession}>
          <ComboBox<number>
            label={t("picker-session")}
            placeholder={t("import-existing-find")}
            emptyText={sessions.isLoading ? t("form-loading") : t("session-none-found")}
            inputValue={typed ?? sessionName}
            onInputChange={setTyped}
            value={sessionId}
            onChange={(id) => {
              setTyped(null);
              if (id === null || id === sessionId) return;
              setSession(id);
              choice.setSelected(new Set());
              choice.setCurrent(null);
            }}
            choices={sessions.rows.map((row) => ({
              id: row.id,
              label: row.name,
              ...(row.firstTakenAt === null ? {} : { note: format.date(row.firstTakenAt) }),
            }))}
          />
        </div>
        <div className={styles.pickerSearch}>
          <SearchField
            label={t("picker-search")}
            value={search}
            onChange={setSearch}
            onArrowDown={() => grid.current?.focus()}
            autoFocus
          />
        </div>
        <p className={styles.pickerHint}>{t("picker-hint")}</p>
        <span className={styles.pickerPush} />
        <Button variant="primary" isDisabled={chosen.length === 0} onPress={() => use(chosen)}>
          {chosen.length > 1 ? t("picker-use-many", { count: chosen.length }) : t("picker-use")}
        </Button>
        <IconButton icon={X} label={t("form-close")} shortcut="Esc" onPress={onClose} />
      </div>
      <div className={styles.pickerBody}>
        {shownError ? <ErrorText error={shownError} /> : null}
        {cellsFailure ? <ErrorText error={cellsFailure} onRetry={() => cells.retry()} /> : null}
        {!sessions.isLoading && sessionId === null ? (
          <EmptyState icon={ImageOff} text={t("picker-no-sessions")} />
        ) : index.data && ids.length === 0 ? (
          <EmptyState icon={ImageOff} text={t("picker-empty")} />
        ) : (
          <FrameGrid
            label={t("picker-photos")}
            ids={ids}
            cells={cells}
            choice={{ ...choice, current: choice.isMeant ? choice.current : null }}
            size={CELL}
            gridRef={grid}
            onOpen={(id) => use(choice.selected.size > 0 ? chosen : [id])}
          />
        )}
      </div>
    </section>
  );
}
