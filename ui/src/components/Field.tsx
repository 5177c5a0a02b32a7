/** Fields of forms: label above, help and error below in words. Rules of what is valid are not here. */
import { Check, ChevronDown, CircleAlert, Minus, Plus, Search, X } from "lucide-react";
import { useState, type ReactNode, type Ref } from "react";
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  NumberField as AriaNumberField,
  Popover,
  Radio,
  RadioGroup as AriaRadioGroup,
  SearchField as AriaSearchField,
  Select as AriaSelect,
  SelectValue,
  Switch as AriaSwitch,
  Text,
  TextArea,
  TextField as AriaTextField,
  type Key,
} from "react-aria-components";
import { useFormat, useT } from "../l10n";
import { parseMoney } from "../l10n/format";
import { ICON } from "./Button";
import { cx } from "./classes";
import styles from "./Field.module.css";
import { Kbd } from "./Kbd";

export interface FieldShared {
  label: string;
  help?: ReactNode;
  /** What is wrong and how to put it right; its presence makes the field invalid. */
  error?: string | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  autoFocus?: boolean;
  /** The wire name, for forms that put the focus on the first field in error. */
  name?: string;
  /** Label only for screen readers. */
  hideLabel?: boolean;
}

/** Label, control, help and error of one field. */
export function Frame({
  label,
  isRequired,
  hideLabel,
  help,
  error,
  children,
}: FieldShared & { children: ReactNode }) {
  return (
    <>
      <Label className={cx(hideLabel ? "visually-hidden" : styles.label, isRequired && styles.required)}>
        {label}
      </Label>
      {children}
      {help && !error ? (
        <Text slot="description" className={styles.help}>
          {help}
        </Text>
      ) : null}
      <FieldError className={cx(styles.error)}>
        <CircleAlert {...ICON} size="0.875rem" />
        {error}
      </FieldError>
    </>
  );
}

/** What every React Aria field is given. */
export const aria = (field: FieldShared) => ({
  isInvalid: Boolean(field.error),
  isDisabled: field.isDisabled ?? false,
  isRequired: field.isRequired ?? false,
  validationBehavior: "aria" as const,
  className: cx(styles.field),
  ...(field.name ? { name: field.name } : {}),
});

export interface TextFieldProps extends FieldShared {
  value: string;
  onChange(value: string): void;
  onBlur?(): void;
  type?: "text" | "email" | "tel" | "password";
  isMultiline?: boolean;
  placeholder?: string;
  autoComplete?: string;
  maxLength?: number;
  inputRef?: Ref<HTMLInputElement>;
  isNumeric?: boolean;
  /** What is typed cannot be read and has not been passed on. */
  isOdd?: boolean;
  /** A few signs are enough room. */
  isShort?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, type = "text", isMultiline, placeholder, inputRef } = props;
  return (
    <AriaTextField
      {...aria(props)}
      value={value}
      onChange={onChange}
      {...(props.isOdd ? { "data-odd": "" } : {})}
      type={type}
      isReadOnly={props.isReadOnly ?? false}
      autoFocus={props.autoFocus ?? false}
      autoComplete={props.autoComplete ?? "off"}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.maxLength ? { maxLength: props.maxLength } : {})}
    >
      <Frame {...props}>
        {isMultiline ? (
          <TextArea
            className={cx(styles.input)}
            {...(placeholder ? { placeholder } : {})}
            spellCheck={false}
          />
        ) : (
          <Input
            className={cx(styles.input, props.isNumeric && styles.end, props.isShort && styles.short)}
            {...(placeholder ? { placeholder } : {})}
            {...(inputRef ? { ref: inputRef } : {})}
            spellCheck={false}
          />
        )}
      </Frame>
    </AriaTextField>
  );
}

export interface NumberFieldProps extends FieldShared {
  value: number;
  onChange(value: number): void;
  min?: number;
  max?: number;
  step?: number;
  formatOptions?: Intl.NumberFormatOptions;
}

export function NumberField(props: NumberFieldProps) {
  const t = useT();
  return (
    <AriaNumberField
      {...aria(props)}
      value={props.value}
      onChange={(value) => props.onChange(Number.isNaN(value) ? (props.min ?? 0) : value)}
      {...(props.min === undefined ? {} : { minValue: props.min })}
      {...(props.max === undefined ? {} : { maxValue: props.max })}
      step={props.step ?? 1}
      {...(props.formatOptions ? { formatOptions: props.formatOptions } : {})}
      autoFocus={props.autoFocus ?? false}
    >
      <Frame {...props}>
        <Group className={cx(styles.group)}>
          <Input className={cx(styles.input, styles.end)} />
          <AriaButton slot="decrement" className={cx(styles.step)} aria-label={t("app-decrease")}>
            <Minus {...ICON} size="0.875rem" />
          </AriaButton>
          <AriaButton slot="increment" className={cx(styles.step)} aria-label={t("app-increase")}>
            <Plus {...ICON} size="0.875rem" />
          </AriaButton>
        </Group>
      </Frame>
    </AriaNumberField>
  );
}

export interface MoneyFieldProps extends FieldShared {
  /** Cents. */
  value: number;
  onChange(cents: number): void;
}

/**
 * An amount in euros, typed with comma or point; what is not an amount is marked and not passed on: before a form is
 * saved, `focusOddField` stops at it.
 */
export function MoneyField(props: MoneyFieldProps) {
  const t = useT();
  const format = useFormat();
  const [draft, setDraft] = useState<string | null>(null);
  const [told, setTold] = useState(props.value);
  if (props.value !== told) {
    setTold(props.value);
    setDraft(null);
  }
  const isOdd = draft !== null && parseMoney(draft) === null;
  return (
    <TextField
      {...props}
      isNumeric
      value={draft ?? format.money(props.value)}
      isOdd={isOdd}
      error={isOdd ? t("app-not-an-amount") : props.error}
      onChange={(text) => {
        setDraft(text);
        const cents = parseMoney(text);
        if (cents === null) return;
        setTold(cents);
        props.onChange(cents);
      }}
      onBlur={() => {
        if (!isOdd) setDraft(null);
      }}
    />
  );
}

export interface Choice<K extends Key = string> {
  id: K;
  label: string;
  note?: string;
  isDisabled?: boolean;
}

function Option({ choice }: { choice: Choice<Key> }) {
  return (
    <ListBoxItem
      id={choice.id}
      textValue={choice.label}
      isDisabled={choice.isDisabled ?? false}
      className={cx(styles.option)}
    >
      {({ isSelected }) => (
        <>
          <span className={styles.optionText}>
            <span>{choice.label}</span>
            {choice.note ? <span className={styles.optionNote}>{choice.note}</span> : null}
          </span>
          {isSelected ? <Check {...ICON} /> : null}
        </>
      )}
    </ListBoxItem>
  );
}

export interface SelectProps<K extends Key> extends FieldShared {
  choices: readonly Choice<K>[];
  value: K | null;
  onChange(value: K): void;
  placeholder?: string;
}

export function Select<K extends Key>(props: SelectProps<K>) {
  const t = useT();
  return (
    <AriaSelect
      {...aria(props)}
      value={props.value}
      onChange={(key) => {
        if (key !== null && !Array.isArray(key)) props.onChange(key as K);
      }}
      autoFocus={props.autoFocus ?? false}
      placeholder={props.placeholder ?? t("app-choose")}
    >
      <Frame {...props}>
        <AriaButton className={cx(styles.select)}>
          <SelectValue className={cx(styles.value)}>
            {({ selectedText, isPlaceholder }) =>
              isPlaceholder ? (props.placeholder ?? t("app-choose")) : selectedText
            }
          </SelectValue>
          <ChevronDown {...ICON} />
        </AriaButton>
      </Frame>
      <Popover className={cx(styles.popover)}>
        <ListBox className={cx(styles.list)}>
          {props.choices.map((choice) => (
            <Option key={choice.id} choice={choice} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export interface ComboBoxProps<K extends Key> extends FieldShared {
  /** Already filtered by the caller, who hears every keystroke. */
  choices: readonly Choice<K>[];
  inputValue: string;
  onInputChange(text: string): void;
  value: K | null;
  onChange(value: K | null): void;
  placeholder?: string;
  emptyText?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** A choice found by typing; the caller filters. */
export function ComboBox<K extends Key>(props: ComboBoxProps<K>) {
  return (
    <AriaComboBox
      {...aria(props)}
      inputValue={props.inputValue}
      onInputChange={props.onInputChange}
      value={props.value}
      onChange={(key) => props.onChange(key as K | null)}
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="input"
      autoFocus={props.autoFocus ?? false}
    >
      <Frame {...props}>
        <Group className={cx(styles.group)}>
          <Input
            className={cx(styles.input)}
            {...(props.placeholder ? { placeholder: props.placeholder } : {})}
            {...(props.inputRef ? { ref: props.inputRef } : {})}
          />
          <AriaButton className={cx(styles.step)}>
            <ChevronDown {...ICON} />
          </AriaButton>
        </Group>
      </Frame>
      <Popover className={cx(styles.popover)}>
        <ListBox
          className={cx(styles.list)}
          renderEmptyState={() => <div className={styles.nothing}>{props.emptyText}</div>}
        >
          {props.choices.map((choice) => (
            <Option key={choice.id} choice={choice} />
          ))}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

export interface SearchFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  placeholder?: string;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  /** The key that comes here, shown while the field is empty. */
  shortcut?: string;
  /** Arrow down in the field: usually moves into the list below. */
  onArrowDown?(): void;
}

export function SearchField(props: SearchFieldProps) {
  return (
    <AriaSearchField
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
      autoFocus={props.autoFocus ?? false}
      className={cx(styles.search)}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown") props.onArrowDown?.();
        else event.continuePropagation();
      }}
    >
      <Group className={cx(styles.group)}>
        <Search {...ICON} />
        <Input
          className={cx(styles.input)}
          placeholder={props.placeholder ?? props.label}
          spellCheck={false}
          autoComplete="off"
          {...(props.inputRef ? { ref: props.inputRef } : {})}
        />
        {props.shortcut && !props.value ? <Kbd keys={props.shortcut} /> : null}
        <AriaButton className={cx(styles.clear)}>
          <X {...ICON} size="0.875rem" />
        </AriaButton>
      </Group>
    </AriaSearchField>
  );
}

interface SwitchProps {
  children: ReactNode;
  isSelected: boolean;
  onChange(isSelected: boolean): void;
  isDisabled?: boolean;
}

export function Switch({ children, isSelected, onChange, isDisabled = false }: SwitchProps) {
  return (
    <AriaSwitch
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
      className={cx(styles.check)}
    >
      <span className={styles.track} />
      {children}
    </AriaSwitch>
  );
}

export interface RadioGroupProps<K extends string> extends FieldShared {
  /** Side by side as far as there is room. */
  isInline?: boolean;
  choices: readonly Choice<K>[];
  value: K | null;
  onChange(value: K): void;
}

export function RadioGroup<K extends string>(props: RadioGroupProps<K>) {
  return (
    <AriaRadioGroup {...aria(props)} value={props.value} onChange={(value) => props.onChange(value as K)}>
      <Frame {...props}>
        <div className={cx(styles.radios, props.isInline && styles.inline)}>
          {props.choices.map((choice) => (
            <Radio
              key={choice.id}
              value={choice.id}
              isDisabled={choice.isDisabled ?? false}
              className={cx(styles.check)}
            >
              <span className={cx(styles.box, styles.dot)} />
              <span className={styles.optionText}>
                {choice.label}
                {choice.note ? <span className={styles.optionNote}>{choice.note}</span> : null}
              </span>
            </Radio>
          ))}
        </div>
      </Frame>
    </AriaRadioGroup>
  );
}
