/** Two versions of a customer's details, and the one that staff choose from them. No requests here. */
import type { CustomerFieldsDto, LanguageDto } from "../../api";

export type CustomerField = keyof CustomerFieldsDto;

/** In the order of the form. */
export const CUSTOMER_FIELDS: readonly CustomerField[] = [
  "lastName",
  "firstName",
  "email",
  "phone",
  "street",
  "postalCode",
  "town",
  "country",
  "language",
  "note",
];

export function emptyCustomer(language: LanguageDto): CustomerFieldsDto {
  return {
    lastName: "",
    firstName: "",
    email: "",
    phone: "",
    street: "",
    postalCode: "",
    town: "",
    country: "FI",
    language,
    note: "",
  };
}

/** Fields in which two versions differ, in the order of the form. */
export function differingFields(mine: CustomerFieldsDto, theirs: CustomerFieldsDto): CustomerField[] {
  return CUSTOMER_FIELDS.filter((field) => mine[field] !== theirs[field]);
}

export type Side = "mine" | "theirs";

/**
 * The version to save: `theirs`, with the fields that were chosen from `mine`.
 * A differing field without a choice keeps what is stored: nothing is overwritten by default.
 */
export function chosenVersion(
  mine: CustomerFieldsDto,
  theirs: CustomerFieldsDto,
  choices: Partial<Record<CustomerField, Side>>,
): CustomerFieldsDto {
  const taken = CUSTOMER_FIELDS.filter((field) => choices[field] === "mine").map((field) => [
    field,
    mine[field],
  ]);
  return { ...theirs, ...Object.fromEntries(taken) };
}

/**
 * What to propose for each differing field: mine where I changed it since `base`, theirs where only they did.
 */
export function proposedChoices(
  base: CustomerFieldsDto,
  mine: CustomerFieldsDto,
  theirs: CustomerFieldsDto,
): Partial<Record<CustomerField, Side>> {
  return Object.fromEntries(
    differingFields(mine, theirs).map((field) => [field, mine[field] === base[field] ? "theirs" : "mine"]),
  );
}

export function customerName(fields: { lastName: string; firstName: string }): string {
  return [fields.lastName, fields.firstName].filter(Boolean).join(" ");
}
