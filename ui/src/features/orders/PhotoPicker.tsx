/** Photos for an order line: a session, a part of a file name, and a grid to choose from. */
import { ImageOff, X } from "lucide-react";
import { useCallback, useState } from "react";
import { useMethod, usePagedMethod, type SessionDto } from "../../api";
import {
  Button,
  ComboBox,
  EmptyState,
  ErrorText,
  IconButton,
  PhotoGrid,
  SearchField,
  useKeys,
} from "../../components";
import { useDebounced } from "../../components/useDebounced";
import { useWindowMemory } from "../../components/useWindowMemory";
import { useFormat, useT } from "../../l10n";
import type { ChosenPhoto } from "./draft";
import styles from "./Orders.module.css";
import { PickerCell } from "./PickerCell";
import { usePhotoNames } from "./usePhotoNames";

const CELL = 148;

export function PhotoPicker({ onUse, onClose }: { onUse(photos: ChosenPhoto[]): void; onClose(): void }) {
  const t = useT();
  const format = useFormat();
  const [session, setSession] = useWindowMemory<number | null>("orders.picker.session", null);
  const [search, setSearch] = useState("");
  const [current, setCurrent] = useState<number | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
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
    { sessionId: sessionId ?? 0, sort: "name", reject: "kept", minRating: 0, search: wanted },
    { enabled: sessionId !== null, keepPrevious: true },
  );
  const ids = index.data?.ids ?? [];
  const names = usePhotoNames();
  const { read } = names;

  const use = async (chosen: number[]) => {
    if (chosen.length > 0) onUse(await names.named(chosen));
  };
  const chosen = selected.size > 0 ? ids.filter((id) => selected.has(id)) : current !== null ? [current] : [];
  useKeys([{ keys: "Escape", label: t("form-close"), whileTyping: true, run: onClose }]);

  const renderCell = useCallback((id: number) => <PickerCell id={id} read={read} />, [read]);

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
              setSelected(new Set());
              setCurrent(null);
            }}
            choices={sessions.rows.map((row) => ({
              id: row.id,
              label: row.name,
              ...(row.firstTakenAt === null ? {} : { note: format.date(row.firstTakenAt) }),
            }))}
          />
        </div>
        <div className={styles.pickerSearch}>
          <SearchField label={t("picker-search")} value={search} onChange={setSearch} autoFocus />
        </div>
        <p className={styles.pickerHint}>{t("picker-hint")}</p>
        <span className={styles.pickerPush} />
        <Button variant="primary" isDisabled={chosen.length === 0} onPress={() => void use(chosen)}>
          {chosen.length > 1 ? t("picker-use-many", { count: chosen.length }) : t("picker-use")}
        </Button>
        <IconButton icon={X} label={t("form-close")} shortcut="Esc" onPress={onClose} />
      </div>
      <div className={styles.pickerBody}>
        {index.error ? <ErrorText error={index.error} /> : null}
        {!sessions.isLoading && sessionId === null ? (
          <EmptyState icon={ImageOff} text={t("picker-no-sessions")} />
        ) : index.data && ids.length === 0 ? (
          <EmptyState icon={ImageOff} text={t("picker-empty")} />
        ) : (
          <PhotoGrid
            label={t("picker-photos")}
            ids={ids}
            cellSize={CELL}
            renderCell={renderCell}
            current={current}
            onCurrent={setCurrent}
            selected={selected}
            onSelected={setSelected}
            onOpen={(id) => void use(selected.size > 0 ? ids.filter((entry) => selected.has(entry)) : [id])}
            onVisible={names.want}
          />
        )}
      </div>
    </section>
  );
}
