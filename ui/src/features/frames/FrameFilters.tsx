import { Check, FilterX, Star, X } from "lucide-react";
import { ToggleButton } from "react-aria-components";
import type { FrameColor, FrameSort, RejectFilter } from "../../api";
import { FilterChips, IconButton, SearchField, Select, Toolbar, cx } from "../../components";
import { codeKey, useT } from "../../l10n";
import { ColorSign } from "./ColorSign";
import styles from "./Frames.module.css";
import { COLORS } from "./markKeys";

export interface FrameFilter {
  sort: FrameSort;
  reject: RejectFilter;
  minRating: number;
  /** `none`: whatever the colour. */
  color: FrameColor;
  search: string;
}

export const SORTS: readonly FrameSort[] = [
  "taken_at",
  "taken_at_descending",
  "name",
  "name_descending",
  "rating",
  "subject",
];
export const FILTER_COLORS: readonly FrameColor[] = ["none", ...COLORS.map(({ color }) => color)];
export const REJECTS: readonly RejectFilter[] = ["all", "kept", "rejected"];

export const isNarrowed = (filter: FrameFilter): boolean =>
  filter.reject !== "all" || filter.minRating > 0 || filter.color !== "none" || filter.search !== "";

export function widened(filter: FrameFilter): FrameFilter {
  return { ...filter, reject: "all", minRating: 0, color: "none", search: "" };
}

export interface FrameFiltersProps {
  filter: FrameFilter;
  onChange(filter: FrameFilter): void;
  /** By whose they are, too. */
  maySortBySubject: boolean;
  searchRef: React.Ref<HTMLInputElement>;
  onLeave(): void;
}

export function FrameFilters({ filter, onChange, maySortBySubject, searchRef, onLeave }: FrameFiltersProps) {
  const t = useT();
  return (
    <Toolbar label={t("frame-toolbar")}>
      <div className={styles.search}>
        <SearchField
          label={t("frame-search")}
          placeholder={t("frame-search-short")}
          value={filter.search}
          onChange={(search) => onChange({ ...filter, search })}
          inputRef={searchRef}
          onArrowDown={onLeave}
        />
      </div>
      <LeastRating value={filter.minRating} onChange={(minRating) => onChange({ ...filter, minRating })} />
      <OfColor value={filter.color} onChange={(color) => onChange({ ...filter, color })} />
      <FilterChips
        label={t("frame-filter-reject")}
        isSingle
        selected={new Set(filter.reject === "all" ? [] : [filter.reject])}
        onChange={(chosen) => onChange({ ...filter, reject: [...chosen][0] ?? "all" })}
        chips={[
          {
            id: "kept" as RejectFilter,
            label: (
              <>
                <Check size="0.875rem" strokeWidth={2} aria-hidden />
                {t("frame-filter-kept")}
              </>
            ),
          },
          {
            id: "rejected",
            label: (
              <>
                <X size="0.875rem" strokeWidth={2} aria-hidden />
                {t("frame-filter-rejected")}
              </>
            ),
          },
        ]}
      />
      {isNarrowed(filter) ? (
        <IconButton
          icon={FilterX}
          size="small"
          label={t("frame-filter-clear")}
          onPress={() => onChange(widened(filter))}
        />
      ) : null}
      <div className={styles.sort}>
        <Select
          label={t("frame-sort")}
          hideLabel
          value={filter.sort}
          onChange={(sort) => onChange({ ...filter, sort })}
          choices={SORTS.filter((sort) => sort !== "subject" || maySortBySubject).map((sort) => ({
            id: sort,
            label: t(codeKey("frame-sort", sort)),
          }))}
        />
      </div>
    </Toolbar>
  );
}

/** The colours as one chip. Pressing the chosen one again takes the filter away. */
function OfColor({ value, onChange }: { value: FrameColor; onChange(color: FrameColor): void }) {
  const t = useT();
  return (
    <div
      role="group"
      aria-label={t("frame-filter-color")}
      className={cx(styles.least, styles.ofColor, value !== "none" && styles.isOn)}
    >
      {COLORS.map(({ color }) => (
        <ToggleButton
          key={color}
          className={cx(styles.leastStar, color === value && styles.isOn)}
          aria-label={t(codeKey("frame-color", color))}
          isSelected={color === value}
          onChange={(isOn) => onChange(isOn ? color : "none")}
        >
          <ColorSign color={color} size="0.75rem" />
        </ToggleButton>
      ))}
    </div>
  );
}

/** Five stars as one chip: at least so many. Pressing the chosen one again takes the filter away. */
function LeastRating({ value, onChange }: { value: number; onChange(rating: number): void }) {
  const t = useT();
  return (
    <div
      role="group"
      aria-label={t("frame-filter-rating")}
      className={cx(styles.least, value > 0 && styles.isOn)}
    >
      <span aria-hidden>≥</span>
      {[1, 2, 3, 4, 5].map((rating) => (
        <ToggleButton
          key={rating}
          className={cx(styles.leastStar)}
          aria-label={t("frame-filter-rating-least", { rating })}
          isSelected={rating === value}
          onChange={(isOn) => onChange(isOn ? rating : 0)}
        >
          <Star
            size="0.9375rem"
            strokeWidth={1.5}
            fill={rating <= value ? "currentColor" : "none"}
            aria-hidden
          />
        </ToggleButton>
      ))}
    </div>
  );
}
