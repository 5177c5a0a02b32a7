/** A calendar day, typed by segments in the order of the window's language or taken from a calendar. */
import { parseDate, toCalendarDate, type CalendarDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import { useState, type FocusEvent } from "react";
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from "react-aria-components";
import { useT } from "../l10n";
import { ICON } from "./Button";
import { cx } from "./classes";
import styles from "./DateField.module.css";
import { Frame, aria, type FieldShared } from "./Field";
import fieldStyles from "./Field.module.css";

/** Years before this are a year not yet typed to its end. */
const FIRST_YEAR = 1900;
/** Day, month and year. */
const SEGMENTS = 3;

export interface DateFieldProps extends FieldShared {
  isShort?: boolean;
  /** `2026-03-02`, or empty. */
  value: string;
  /** Hears a whole date, or the empty text when what was one no longer is. */
  onChange(value: string): void;
}

export function DateField(props: DateFieldProps) {
  const t = useT();
  const { value, onChange } = props;
  const { name, ...common } = aria(props);
  const [told, setTold] = useState(value);
  const [draft, setDraft] = useState(() => dayOf(value));
  const [isTyping, setTyping] = useState(false);
  const [isPartial, setPartial] = useState(false);
  if (value !== told) {
    setTold(value);
    setDraft(dayOf(value));
  }
  const take = (day: CalendarDate | null) => {
    const iso = day && day.year >= FIRST_YEAR ? day.toString() : "";
    setDraft(day);
    setTold(iso);
    if (iso !== value) onChange(iso);
  };
  const leave = (event: FocusEvent<Element>) => {
    const empty = event.currentTarget.querySelectorAll("[role=spinbutton][data-placeholder]").length;
    setTyping(false);
    setPartial(!draft && empty > 0 && empty < SEGMENTS);
    if (draft && empty > 0) take(null);
    else if (draft && draft.year < 100) take(draft.add({ years: 2000 }));
  };
  const isOdd = draft ? draft.year < FIRST_YEAR : isPartial;
  const error = isOdd && !isTyping ? t("field-not-date") : props.error;
  return (
    <DatePicker
      {...common}
      {...(isOdd ? { "data-odd": "" } : {})}
      isInvalid={Boolean(error)}
      value={draft}
      onChange={(day) => take(day && toCalendarDate(day))}
      onFocus={() => setTyping(true)}
      onBlur={leave}
      isReadOnly={props.isReadOnly ?? false}
      autoFocus={props.autoFocus ?? false}
    >
      <Frame {...props} error={error}>
        <Group
          className={cx(fieldStyles.group, props.isShort && fieldStyles.short)}
          {...(name ? { "data-name": name } : {})}
        >
          <DateInput className={cx(styles.segments)}>
            {(segment) => <DateSegment segment={segment} className={cx(styles.segment)} />}
          </DateInput>
          <AriaButton className={cx(fieldStyles.step, styles.open)}>
            <CalendarDays {...ICON} />
          </AriaButton>
        </Group>
      </Frame>
      <Popover className={cx(fieldStyles.popover)}>
        <Dialog className={cx(styles.dialog)}>
          <Calendar>
            <header className={styles.header}>
              <AriaButton slot="previous" className={cx(styles.turn)}>
                <ChevronLeft {...ICON} />
              </AriaButton>
              <Heading className={cx(styles.month)} />
              <AriaButton slot="next" className={cx(styles.turn)}>
                <ChevronRight {...ICON} />
              </AriaButton>
            </header>
            <CalendarGrid weekdayStyle="short" className={cx(styles.grid)}>
              {(day) => <CalendarCell date={day} className={cx(styles.day)} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

/** Null for the empty text and for what is no day of the calendar. */
function dayOf(iso: string): CalendarDate | null {
  try {
    return parseDate(iso);
  } catch {
    return null;
  }
}
