/** The rows of a photo with the gap at which the next one is put in, and what moves whoever stands before it. */
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  CornerDownLeft,
  EyeOff,
  Trash2,
  Undo2,
  type LucideIcon,
} from "lucide-react";
import { Fragment, useEffect, useRef } from "react";
import type { ApiError, PlaceDto } from "../../api";
import { IconButton, StateMark, Toolbar, cx } from "../../components";
import { codeKey, useFormat, useT } from "../../l10n";
import { rowName, type Direction, type Rows as PhotoRows } from "./arrange";
import styles from "./GroupPhotos.module.css";
import type { Arranging } from "./useArranging";

/** What is shown of a place. */
export interface Shown {
  name: string;
  isProtected: boolean;
  isNamed: boolean;
}

export interface RowsProps {
  rows: PhotoRows;
  shown(place: PlaceDto): Shown;
  /** None where nothing can be changed. */
  arranging: Arranging | null;
  error: ApiError | null;
  /** After the gap was set by a click. */
  onGap?(): void;
}

export function Rows({ rows, shown, arranging, error, onGap }: RowsProps) {
  const t = useT();
  const format = useFormat();
  const gap = arranging?.gap;
  // the row that the next name begins
  const count = Math.max(rows.length, gap ? gap.row + 1 : 0);
  const isBroken = (row: number, at: number) =>
    (error?.problem(`rows.${row}.${at}.name`) ?? error?.problem(`rows.${row}.${at}.subjectId`)) !== undefined;
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: "nearest" });
  }, [gap?.row, gap?.at]);
  const caret = <span ref={mark} className={styles.gap} />;
  return (
    <ol className={styles.rows} aria-label={t("group-photos-rows")}>
      {Array.from({ length: count }, (_, row) => (
        <li key={row} className={cx(styles.row, gap?.row === row && styles.currentRow)}>
          <span className={styles.rowName}>
            {t(codeKey("group-photos-row", rowName(row, count)), { number: format.number(row + 1) })}
          </span>
          <ol className={styles.places}>
            {(rows[row] ?? []).map((place, at) => {
              const { name, isProtected, isNamed } = shown(place);
              const isCurrent = gap?.row === row && gap.at === at + 1;
              const face = (
                <>
                  <bdi>{name}</bdi>
                  {isProtected ? <StateMark tone="protected" label={t("matching-protected")} /> : null}
                  {isNamed || isProtected ? null : (
                    <StateMark tone="attention" icon={EyeOff} label={t("group-photos-not-named")} />
                  )}
                </>
              );
              return (
                <Fragment key={`${place.subjectId ?? ""} ${place.name} ${at}`}>
                  {gap?.row === row && gap.at === at ? <li aria-hidden>{caret}</li> : null}
                  <li>
                    {arranging ? (
                      <button
                        type="button"
                        tabIndex={-1}
                        aria-current={isCurrent ? "true" : undefined}
                        className={cx(styles.place, isBroken(row, at) && styles.broken)}
                        onClick={() => {
                          arranging.goTo({ row, at: at + 1 });
                          onGap?.();
                        }}
                      >
                        {face}
                      </button>
                    ) : (
                      <span className={styles.place}>{face}</span>
                    )}
                  </li>
                </Fragment>
              );
            })}
            {gap?.row === row && gap.at === (rows[row]?.length ?? 0) ? <li aria-hidden>{caret}</li> : null}
          </ol>
        </li>
      ))}
    </ol>
  );
}

const MOVES: [Direction, LucideIcon][] = [
  ["left", ArrowLeft],
  ["right", ArrowRight],
  ["up", ArrowUp],
  ["down", ArrowDown],
];

/** The keys of the field as buttons, for who has a mouse in hand. */
export function RowTools({ arranging, onDone }: { arranging: Arranging; onDone(): void }) {
  const t = useT();
  const { gap } = arranging;
  const press = (act: () => void) => () => {
    act();
    onDone();
  };
  return (
    <Toolbar label={t("matching-actions")}>
      {MOVES.map(([direction, icon]) => (
        <IconButton
          key={direction}
          size="small"
          icon={icon}
          label={t(codeKey("group-photos-move", direction))}
          shortcut={`Alt+Arrow${direction.charAt(0).toUpperCase()}${direction.slice(1)}`}
          isDisabled={gap.at === 0}
          onPress={press(() => arranging.move(direction))}
        />
      ))}
      <IconButton
        size="small"
        icon={Trash2}
        label={t("group-photos-take-out-before")}
        shortcut="Backspace"
        isDisabled={gap.at === 0}
        onPress={press(arranging.takeBefore)}
      />
      <IconButton
        size="small"
        icon={CornerDownLeft}
        label={t("group-photos-next-row")}
        shortcut="Ctrl+Enter"
        isDisabled={arranging.rows.length === 0}
        onPress={press(arranging.nextRow)}
      />
      <IconButton
        size="small"
        icon={Undo2}
        label={t("group-photos-undo")}
        shortcut="Ctrl+Z"
        isDisabled={!arranging.canUndo}
        onPress={press(arranging.undo)}
      />
    </Toolbar>
  );
}
