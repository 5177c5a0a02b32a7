/** A moment to the second, typed by segments in the order of the window's language, in the time of this computer. */
import { fromAbsolute, getLocalTimeZone } from "@internationalized/date";
import { useMemo, type FocusEvent } from "react";
import { DateField as AriaDateField, DateInput, DateSegment } from "react-aria-components";
import { cx } from "./classes";
import styles from "./DateField.module.css";
import { Frame, aria, type FieldShared } from "./Field";
import fieldStyles from "./Field.module.css";

export interface DateTimeFieldProps extends FieldShared {
  /** Unix milliseconds; null while a part is missing. */
  value: number | null;
  onChange(value: number | null): void;
}

export function DateTimeField(props: DateTimeFieldProps) {
  const { value, onChange } = props;
  const { name, ...common } = aria(props);
  const shown = useMemo(() => (value === null ? null : fromAbsolute(value, getLocalTimeZone())), [value]);
  // a part that was taken out leaves the whole as it was, until the field is left
  const leave = (event: FocusEvent<Element>) => {
    const isPartial = event.currentTarget.querySelector("[role=spinbutton][data-placeholder]") !== null;
    if (isPartial && value !== null) onChange(null);
  };
  return (
    <AriaDateField
      {...common}
      granularity="second"
      hideTimeZone
      shouldForceLeadingZeros={false}
      isInvalid={Boolean(props.error)}
      value={shown}
      onChange={(moment) => onChange(moment && moment.toDate().getTime())}
      onBlur={leave}
      isReadOnly={props.isReadOnly ?? false}
      autoFocus={props.autoFocus ?? false}
    >
      <Frame {...props}>
        <div className={cx(fieldStyles.group)} {...(name ? { "data-name": name } : {})}>
          <DateInput className={cx(styles.segments)}>
            {(segment) => <DateSegment segment={segment} className={cx(styles.segment)} />}
          </DateInput>
        </div>
      </Frame>
    </AriaDateField>
  );
}
