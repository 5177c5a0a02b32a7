import type { ApiError } from "../api/error";

/** Puts the focus on the first field that an error names, by the field's `name` (`data-name` of a date). */
export function focusFirstError(error: ApiError): void {
  const names = new Set(error.fields.map((entry) => entry.field.split(".").at(-1) ?? entry.field));
  requestAnimationFrame(() => {
    const fields = document.querySelectorAll<HTMLElement>("input[name], textarea[name], [data-name]");
    for (const field of fields)
      if (names.has(field.dataset.name ?? field.getAttribute("name") ?? "")) {
        (field.querySelector<HTMLElement>("[role=spinbutton]") ?? field).focus();
        return;
      }
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
