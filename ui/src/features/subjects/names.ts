/** Names of those who are photographed, and of what is known of them. */
import type { SubjectFieldsDto } from "../../api";
import type { PlainKey } from "../../l10n";

export { customerName as subjectName } from "../customers/versions";

export type SubjectField = keyof SubjectFieldsDto;

export const SUBJECT_LABELS: Record<SubjectField, PlainKey> = {
  lastName: "subject-last-name",
  firstName: "subject-first-name",
  callName: "field-label-call-name",
  sourceId: "field-label-source-id",
  bornOn: "field-label-born-on",
  street: "field-label-street",
  postalCode: "field-label-postal-code",
  town: "field-label-town",
  phone: "field-label-phone",
  email: "field-label-email",
  language: "field-label-language",
  photoPermission: "field-label-photo-permission",
  publicationPermission: "field-label-publication-permission",
};
