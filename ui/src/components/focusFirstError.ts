import type { ApiError } from "../api/error";

/** Puts the focus on the first field that an error names, by the field's `name`. */
export function focusFirstError(error: ApiError): void {
  const names = new Set(error.fields.map((entry) => entry.field.split(".").at(-1) ?? entry.field));
  requestAnimationFrame(() => {
    const inputs = document.querySelectorAll<HTMLElement>("input[name], textarea[name]");
    for (const input of inputs)
      if (names.has(input.getAttribute("name") ?? "")) {
        input.focus();
        return;
      }
  });
}
