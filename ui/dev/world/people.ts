/** Customers, with their permissions. */
import type { ConsentEntry, CustomerDto, CustomerFieldsDto, CustomerSort } from "../../src/api/generated";
import { DAY, IS_WORKING, MORNING, changed, found, has, paged, type Answers } from "./wire.ts";

const LAST = [
  "Virtanen",
  "Öhman",
  "Korhonen",
  "Åberg",
  "Nieminen",
  "Mäkelä",
  "Laine",
  "Heikkinen",
  "Sjöström",
];
const FIRST = ["Mikko", "Sanna", "Anneli", "Erik", "Kaisa", "Tuomas", "Linnea", "Juhani", "Aino-Maria"];
let nextConsent = 1;

function consentOf(entry: ConsentEntry, recordedAt: number): CustomerDto["consents"][number] {
  return { id: nextConsent++, purpose: "marketing", recordedAt, ...entry };
}

const WORDING =
  "Saammeko lähettää sinulle sähköpostilla tai tekstiviestillä tietoa kuvatuotteistamme ja tarjouksistamme?";

/** Neither a guardian nor protected, and nothing is known of where the fields come from. */
const UNBOUND = { children: [], provenance: [], protection: null, isWithheld: false };

export const customers: CustomerDto[] = Array.from({ length: IS_WORKING ? 340 : 0 }, (_, index) => {
  const lastName = LAST[index % 9] ?? "";
  const firstName = FIRST[(index * 5) % 9] ?? "";
  return {
    id: 501 + index,
    fields: {
      lastName,
      firstName,
      email: `${firstName.toLowerCase()}.${index}@perhe.example`,
      phone: `+358 40 555 ${String(1000 + index)}`,
      street: `Koskitie ${index + 1}`,
      postalCode: "33100",
      town: ["Tampere", "Nokia", "Vaasa"][index % 3] ?? "",
      country: "FI",
      language: (["fi", "fi", "sv", "en"] as const)[index % 4] ?? "fi",
      note: index === 0 ? "Kaksi perhettä, kaksi tilauslomaketta. Soita iltapäivällä." : "",
    },
    isMarketingPermitted: index % 3 === 0,
    consents: [
      consentOf(
        { isGiven: index % 3 === 0, wording: WORDING, language: "fi", channel: "desk" },
        MORNING - index * DAY,
      ),
    ],
    createdAt: MORNING - index * DAY,
    updatedAt: MORNING - index * DAY,
    ...UNBOUND,
    rev: 1,
  };
});
export const nameOf = (fields: CustomerFieldsDto) => `${fields.lastName} ${fields.firstName}`;

function inOrder(sort: CustomerSort): CustomerDto[] {
  const sign = sort === "name" ? 1 : -1;
  return [...customers].sort((a, b) => sign * nameOf(a.fields).localeCompare(nameOf(b.fields), "fi"));
}

export const peopleAnswers: Answers = {
  customer_search: (request) =>
    paged(
      inOrder(request.sort)
        .filter((customer) => has(`${nameOf(customer.fields)} ${customer.fields.email}`, request.search))
        .map(({ id, fields, isMarketingPermitted }) => ({
          id,
          ...fields,
          isMarketingPermitted,
          orders: id % 4,
          isWithheld: false,
        })),
      request,
    ),
  customer_get: ({ id }) => found(customers, id),
  customer_create: ({ fields, marketing }) => {
    const customer: CustomerDto = {
      id: 2001 + customers.length,
      fields,
      isMarketingPermitted: marketing.isGiven,
      consents: [consentOf(marketing, Date.now())],
      ...UNBOUND,
      createdAt: Date.now(),
      updatedAt: Date.now(),
      rev: 1,
    };
    customers.unshift(customer);
    changed("customer", [customer.id]);
    return customer;
  },
  customer_update: ({ id, fields }) => {
    const customer = found(customers, id);
    Object.assign(customer, { fields, rev: customer.rev + 1 });
    changed("customer", [id]);
    return customer;
  },
  consent_record: ({ customerId, marketing }) => {
    const customer = found(customers, customerId);
    customer.consents.unshift(consentOf(marketing, Date.now()));
    customer.isMarketingPermitted = marketing.isGiven;
    changed("customer", [customerId]);
    return customer;
  },
};
