/**
 * Who stands in the next place: typed letters narrow by name, Enter takes the only one left, or the one chosen. While it is
 * empty its keys move about in the rows, and numbers name those of the class who are left.
 */
import { useState, type Ref } from "react";
import { ComboBox } from "../../components";
import { useT } from "../../l10n";
import type { GroupPersonDto, PlaceDto } from "../../api";
import type { Direction } from "./arrange";
import styles from "./GroupPhotos.module.css";
import { found, type Candidate } from "./photos";
import type { Arranging } from "./useArranging";

const MOST = 30;
const FREE = "free";
const LONGEST = 200;

const ARROWS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

export interface PlaceFieldProps {
  arranging: Arranging;
  left: readonly Candidate[];
  people: readonly GroupPersonDto[];
  nameOf(candidate: Candidate): string;
  onLeave(): void;
  inputRef: Ref<HTMLInputElement>;
}

export function PlaceField({ arranging, left, people, nameOf, onLeave, inputRef }: PlaceFieldProps) {
  const t = useT();
  const [text, setText] = useState("");
  // a field of its own for each place: the list of the one before does not stay open
  const [round, setRound] = useState(0);
  const typed = text.trim().replace(/\s+/g, " ").slice(0, LONGEST);
  const matches = typed === "" ? [...left] : found(left, people, arranging.rows, typed, MOST);
  const put = (place: PlaceDto) => {
    setText("");
    setRound((before) => before + 1);
    arranging.place(place);
  };
  const take = (candidate: Candidate) => put(candidate.place);

  /** What a key does while nothing is typed; undefined: what it usually does. */
  const whileEmpty = (event: React.KeyboardEvent): (() => void) | undefined => {
    const { key } = event;
    const direction = ARROWS[key];
    if (direction) return () => arranging.step(direction);
    if (key === "Backspace") return arranging.takeBefore;
    if (key === "Delete") return arranging.takeAfter;
    if (key === "Home") return arranging.toStart;
    if (key === "End") return arranging.toEnd;
    if (!/^[1-9]$/.test(key)) return undefined;
    const candidate = left[Number(key) - 1];
    return () => {
      if (candidate && !event.repeat) take(candidate);
    };
  };
  const actionOf = (event: React.KeyboardEvent): (() => void) | undefined => {
    const { key } = event;
    const isListOpen = event.target instanceof Element && event.target.ariaExpanded === "true";
    const direction = ARROWS[key];
    const isCtrl = event.ctrlKey || event.metaKey;
    if (event.altKey && !isCtrl && direction) {
      if (!event.shiftKey) return () => arranging.move(direction);
      return direction === "up" || direction === "down" ? () => arranging.moveRow(direction) : undefined;
    }
    if (isCtrl && key === "Enter") return event.repeat ? () => undefined : arranging.nextRow;
    // a text that is being typed has an undo of its own
    if (isCtrl && key.toLowerCase() === "z" && text === "") return arranging.undo;
    if (isCtrl || event.altKey) return undefined;
    if (key === "Escape") {
      if (text === "" && !isListOpen) return onLeave;
      return () => {
        setText("");
        setRound((before) => before + 1);
      };
    }
    if (key === "Enter") {
      if (event.repeat || (typed === "" && !isListOpen)) return () => undefined;
      const isOnOption = (event.target as HTMLElement).getAttribute("aria-activedescendant");
      if (isOnOption) return undefined;
      const only = matches.length === 1 ? matches[0] : undefined;
      if (only && typed !== "") return () => take(only);
      return () =>
        event.target.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    }
    return text === "" && !isListOpen ? whileEmpty(event) : undefined;
  };
  return (
    <div
      className={styles.field}
      onKeyDownCapture={(event) => {
        const action = event.target instanceof HTMLInputElement ? actionOf(event) : undefined;
        if (!action) return;
        event.preventDefault();
        event.stopPropagation();
        action();
      }}
    >
      <ComboBox<string>
        key={round}
        autoFocus={round > 0}
        label={t("group-photos-field")}
        help={t("group-photos-field-help")}
        choices={[
          ...matches.map((candidate) => ({ id: candidate.key, label: nameOf(candidate) })),
          ...(typed === "" ? [] : [{ id: FREE, label: t("group-photos-free", { name: typed }) }]),
        ]}
        inputValue={text}
        onInputChange={setText}
        value={null}
        onChange={(key) => {
          if (key === FREE) return put({ subjectId: null, name: typed });
          const candidate = matches.find((one) => one.key === key);
          if (candidate) take(candidate);
        }}
        emptyText={t("group-photos-none-found")}
        inputRef={inputRef}
      />
    </div>
  );
}
