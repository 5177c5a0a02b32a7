import type { ApiError } from "../api/error";

/**
 * Puts the focus on the first field that an error names, by the field's `name` (`data-name` of a date): the whole name
 * (`contacts.0.email`), or its last part where no field has that.
 */
export function focusFirstError(error: ApiError): void {
  const paths = error.fields.map((entry) => entry.field.replace(/^fields\./, ""));
  const lasts = paths.map((path) => path.split(".").at(-1) ?? path);
  requestAnimationFrame(() => {
    const fields = [...document.querySelectorAll<HTMLElement>("input[name], textarea[name], [data-name]")];
    const named = (names: readonly string[]) =>
      fields.find((field) => names.includes(field.dataset.name ?? field.getAttribute("name") ?? ""));
    const field = named(paths) ?? named(lasts);
    (field?.querySelector<HTMLElement>("[role=spinbutton]") ?? field)?.focus();
  });
}

/**
 * Puts the focus on the first field whose text cannot be read as what it asks for, and says whether there was one:
 * such a text has not reached the form's values, so saving them would store something else than what is shown.
 */
export function focusOddField(): boolean {
  const field = document.querySelector<HTMLElement>("[data-odd] input, [data-odd] [role=spinbutton]");
  field?.focus();
  return field !== null;
}
