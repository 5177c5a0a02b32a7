import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { RightDto } from "../api";
import { wireError, type FakeAnswers } from "../platform/fake";
import {
  appState,
  classes,
  customer,
  guardian,
  owner,
  pageOf,
  rowOf,
  school,
  subject,
  withheldSubject,
} from "../testing/office";
import { expectAccessible, renderView } from "../testing/render";
import Subjects from "./Subjects";

const answers: FakeAnswers = {
  subject_get: () => subject(),
  school_get: () => school(),
  class_list: () => classes(),
  customer_search: () => pageOf([]),
};
const as = (rights: RightDto[]): FakeAnswers => ({
  app_state: () =>
    appState({
      signer: { ...owner, role: rights.includes("change_subjects") ? "order_desk" : "viewer", rights },
    }),
});
const DESK: RightDto[] = [
  "signed_in",
  "see_subjects",
  "change_subjects",
  "see_customers",
  "change_customers",
];
/** What opening the protected child answers. */
const whole = (part = {}, rev = 1) => ({
  ...subject(part, rev),
  protection: withheldSubject().protection,
});
const show = (more: FakeAnswers = {}, path = "/subjects/601") =>
  renderView(<Subjects />, { path, answers: { ...answers, ...more } });

it("shows a card with classes by year, guardians, and where it all comes from", async () => {
  const { container } = await show();
  expect(await screen.findByLabelText(/^Family name/)).toHaveProperty("value", "Virtanen");
  const years = within(screen.getByRole("region", { name: "Classes" }));
  expect(years.getByRole("link", { name: "5A" }).getAttribute("href")).toBe(
    "/schools/201?year=2026&group=251",
  );
  expect(years.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
    "2026–275AMove",
    "2025–264AMove",
  ]);
  const guardians = within(screen.getByRole("region", { name: "Guardians" }));
  expect(guardians.getByRole("link", { name: "Virtanen Mikko" }).getAttribute("href")).toBe("/customers/501");
  expect(guardians.getByText("040 111 1111")).toBeTruthy();
  expect(screen.getByRole("region", { name: "Where the details come from" }).textContent).toContain(
    "School’s class list, 3 Sep 2026, Helmi KuusistoFamily name, Given names",
  );
  expect(screen.getByRole("link", { name: "History of this record" }).getAttribute("href")).toBe(
    "/history?entity=subject&id=601",
  );
  await expectAccessible(container);
});

it("saves what was changed with where it comes from, and puts what is refused beside its field", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await show({
    subject_update: ({ fields, rev }) => {
      if (fields.phone === "soita")
        throw wireError("invalid_fields", {
          kind: "invalid",
          fields: [{ field: "phone", problem: "not_phone" }],
        });
      return subject(fields, rev + 1);
    },
  });
  await user.type(await screen.findByLabelText("Telephone"), "soita");
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText(/This is not a telephone number/);
  await user.clear(screen.getByLabelText("Telephone"));
  await user.click(
    within(screen.getByRole("radiogroup", { name: "Publication" })).getByRole("radio", { name: "Permitted" }),
  );
  await user.click(screen.getByRole("radio", { name: "School’s class list" }));
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText("The subject’s details are saved");
  expect(platform.requests("subject_update").at(-1)).toEqual({
    id: 601,
    rev: 1,
    fields: subject({ publicationPermission: "given" }).fields,
    source: "roster",
  });
}, 60_000);

it("keeps a stale edit until the new version is asked for", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await show({
    subject_update: () => {
      throw wireError("subject_stale");
    },
  });
  await user.type(await screen.findByLabelText("Telephone"), "040 1");
  platform.answer({ subject_get: () => subject({ town: "Nurmo" }, 5) });
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText(/^The subject’s details have been changed since you opened them/);
  expect(screen.getByLabelText("Telephone")).toHaveProperty("value", "040 1");
  await user.click(screen.getByRole("button", { name: "Discard my changes and show the new version" }));
  await waitFor(() => expect(screen.getByLabelText("Town")).toHaveProperty("value", "Nurmo"));
});

it("moves somebody to another class of the year, also one that is new", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await show({ subject_move: () => subject() });
  await user.click(await screen.findByRole("button", { name: "Move to another class 2026–27" }));
  const form = within(await screen.findByRole("form", { name: "Move to another class 2026–27" }));
  await user.click(form.getByRole("button", { name: /Class/ }));
  expect((await screen.findAllByRole("option")).map((option) => option.textContent)).toEqual([
    "10B",
    "New class…",
  ]);
  await user.click(screen.getByRole("option", { name: "New class…" }));
  const name = await form.findByLabelText(/^Name of the class/);
  await waitFor(() => expect(document.activeElement).toBe(name));
  await expectAccessible(container);
  await user.type(name, "5C{Enter}");
  await screen.findByText("The class is now 5C");
  expect(platform.requests("subject_move")).toEqual([{ id: 601, schoolYear: 2026, group: "5C" }]);
}, 60_000);

it("adds a guardian found among the customers, leaving out those who are one", async () => {
  const user = userEvent.setup({ delay: null });
  const other = { ...customer({ lastName: "Öhman", firstName: "Sanna", phone: "040 222" }), id: 502 };
  const hidden = {
    ...rowOf({ ...other, id: 503, isWithheld: true }),
    lastName: "Malli",
    phone: "",
    email: "",
    town: "",
  };
  const { container, platform } = await show({
    customer_search: ({ search }) => pageOf(search === "oh" ? [rowOf(customer()), rowOf(other), hidden] : []),
    guardian_add: () => ({
      ...subject(),
      guardians: [guardian(), guardian({ customerId: 502, name: "Öhman Sanna" })],
    }),
  });
  await user.click(await screen.findByRole("button", { name: "Add a guardian" }));
  const field = await screen.findByRole("combobox", { name: "Customer" });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.keyboard("oh");
  await screen.findByRole("option", { name: /^Öhman/ });
  expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual([
    "Öhman Sanna040 222 · mikko@perhe.example · Seinäjoki",
    "Malli SannaThe details are protected",
  ]);
  await user.keyboard("{ArrowDown}{Enter}");
  await expectAccessible(container);
  platform.answer({
    subject_get: () => ({
      ...subject(),
      guardians: [
        guardian(),
        guardian({ customerId: 502, name: "Öhman Sanna", isWithheld: true, phone: "" }),
      ],
    }),
  });
  await user.click(screen.getByRole("button", { name: "Add" }));
  await screen.findByText("The guardian has been added");
  expect(platform.requests("guardian_add")).toEqual([{ subjectId: 601, customerId: 502 }]);
  platform.emit({ type: "changed", changes: [{ entity: "subject", ids: [601] }] });
  const added = (await screen.findByRole("link", { name: "Öhman Sanna" })).closest("li");
  expect(added?.textContent).toContain("Open the contact data on the customer’s own card.");
  expect(added?.textContent).not.toContain("Koskitie");
}, 60_000);

it("asks before a guardian is removed", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await show({ guardian_remove: () => ({ ...subject(), guardians: [] }) });
  await user.click(await screen.findByRole("button", { name: "Remove as guardian: Virtanen Mikko" }));
  const question = await screen.findByRole("alertdialog", { name: "Remove Virtanen Mikko as guardian?" });
  expect(within(question).getByText(/no longer a guardian of Virtanen Aino Maria/)).toBeTruthy();
  await user.click(within(question).getByRole("button", { name: "Do not remove" }));
  expect(platform.requests("guardian_remove")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Remove as guardian: Virtanen Mikko" }));
  await user.click(await screen.findByRole("button", { name: "Remove" }));
  await screen.findByText("The guardian has been removed");
  expect(platform.requests("guardian_remove")).toEqual([{ subjectId: 601, customerId: 501 }]);
});

it("withholds all but the name of somebody protected until it is opened, and again when it is left", async () => {
  const user = userEvent.setup({ delay: null });
  const protectedAnswers: FakeAnswers = { subject_get: () => withheldSubject(), subject_open: () => whole() };
  const { container, platform, unmount } = await show(protectedAnswers);
  const open = await screen.findByRole("button", { name: "Open the details" });
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Virtanen Aino Maria");
  expect(screen.getByText("The opening is noted in the history.")).toBeTruthy();
  for (const text of [/Koskelan/, /5A/, /Virtanen Mikko/, /Koskitie/])
    expect(screen.queryByText(text)).toBeNull();
  await expectAccessible(container);
  expect(document.activeElement, "one key more opens nothing").toBe(
    screen.getByRole("heading", { level: 1 }),
  );
  open.focus();
  await user.keyboard("{Enter}");
  expect(await screen.findByLabelText("Street address")).toHaveProperty("value", "Koskitie 1");
  expect(screen.getByRole("link", { name: "5A" })).toBeTruthy();
  expect(platform.requests("subject_open")).toEqual([{ id: 601 }]);
  await expectAccessible(container);

  unmount();
  const again = await show(protectedAnswers);
  await screen.findByRole("button", { name: "Open the details" });
  expect(again.platform.requests("subject_open")).toEqual([]);
}, 60_000);

it("keeps an opened card open over its own saving, and what it withholds out of what was read", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await show({
    subject_get: () => withheldSubject(),
    subject_open: () => whole(),
    subject_update: ({ fields, rev }) => whole(fields, rev + 1),
  });
  await user.click(await screen.findByRole("button", { name: "Open the details" }));
  await user.type(await screen.findByLabelText("Telephone"), "040 1");
  for (const name of ["Hide the protected details", "Add a guardian", "Move to another class 2026–27"])
    expect(screen.getByRole("button", { name })).toHaveProperty("disabled", true);
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText("The subject’s details are saved");
  expect(screen.getByLabelText("Telephone")).toHaveProperty("value", "040 1");
  await user.click(screen.getByRole("button", { name: "Hide the protected details" }));
  expect(screen.queryByLabelText("Telephone")).toBeNull();
  expect(screen.queryByText(/Koskitie/)).toBeNull();
  expect(platform.requests("subject_update")).toHaveLength(1);
});

it("says why a card could not be opened", async () => {
  const user = userEvent.setup({ delay: null });
  await show({
    subject_get: () => withheldSubject(),
    subject_open: () => {
      throw wireError("disk_full", { kind: "environment" });
    },
  });
  await user.click(await screen.findByRole("button", { name: "Open the details" }));
  await screen.findByText(/^The disk is full/);
  expect(screen.queryByLabelText("Telephone")).toBeNull();
});

it("lets the order desk note a protection order without a day of review, and no more than that", async () => {
  const user = userEvent.setup({ delay: null });
  let stored = subject({}, 3);
  const { platform } = await show({
    ...as(DESK),
    subject_get: () => stored,
    subject_protect: () => (stored = withheldSubject(4)),
  });
  await user.click(await screen.findByRole("button", { name: "Note a protection order…" }));
  expect(screen.getByText(/contact data, school, class and guardians are hidden/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Note the protection order" }));
  await screen.findByText("The protection order is noted");
  expect(platform.requests("subject_protect")).toEqual([
    { id: 601, rev: 3, isProtected: true, reviewOn: "" },
  ]);
  platform.emit({ type: "changed", changes: [{ entity: "subject", ids: [601] }] });
  await screen.findByText(/^The owner or the data protection contact can open the details/);
  expect(screen.queryByText(/Koskitie/)).toBeNull();
  for (const name of ["Open the details", "End the protection order…", "Change the day of review"])
    expect(screen.queryByRole("button", { name })).toBeNull();
}, 60_000);

it("ends a protection order by whoever may open it, after asking", async () => {
  const user = userEvent.setup({ delay: null });
  let stored = withheldSubject(4);
  const { platform } = await show({
    subject_get: () => stored,
    subject_protect: () => (stored = subject({}, 5)),
  });
  await user.click(await screen.findByRole("button", { name: "End the protection order…" }));
  const question = await screen.findByRole("alertdialog", { name: "End the protection order?" });
  expect(within(question).getByText(/sees contact data, school, class and guardians again/)).toBeTruthy();
  await user.click(within(question).getByRole("button", { name: "End the protection order" }));
  await screen.findByText("The protection order has ended");
  expect(platform.requests("subject_protect")).toEqual([
    { id: 601, rev: 4, isProtected: false, reviewOn: "" },
  ]);
  platform.emit({ type: "changed", changes: [{ entity: "subject", ids: [601] }] });
  await screen.findByRole("link", { name: "5A" });
});

it("shows whoever may only look why nothing can be changed", async () => {
  await show(as(["signed_in", "see_subjects", "see_customers"]));
  await screen.findByText("Your role (Viewer) does not allow changes here.");
  expect(screen.getByLabelText(/^Family name/).closest("fieldset")).toHaveProperty("disabled", true);
  for (const name of [/^Save/, /^Move/, /guardian/, /protection/])
    expect(screen.queryByRole("button", { name })).toBeNull();
});

it("adds somebody to a class of a school and year, by keyboard", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform, path } = await show(
    { subject_create: ({ fields }) => subject(fields) },
    "/subjects/new?school=201&year=2026&group=251",
  );
  const family = await screen.findByLabelText(/^Family name/);
  await waitFor(() => expect(document.activeElement).toBe(family));
  await user.keyboard("Esimerkki{Tab}Aino");
  await expectAccessible(container);
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(path()).toBe("/subjects/601"));
  expect(platform.requests("subject_create")[0]).toMatchObject({
    schoolId: 201,
    schoolYear: 2026,
    group: "5A",
    fields: { lastName: "Esimerkki", firstName: "Aino", photoPermission: "unknown" },
    source: "given",
  });
  expect(platform.requests("subject_create")[0]?.fields).not.toHaveProperty("group");
}, 60_000);

it("says beside the class when it is missing", async () => {
  const user = userEvent.setup({ delay: null });
  await show(
    {
      class_list: () => classes({ groups: [], subjects: [] }),
      subject_create: () => {
        throw wireError("invalid_fields", {
          kind: "invalid",
          fields: [{ field: "group", problem: "required" }],
        });
      },
    },
    "/subjects/new?school=201&year=2026",
  );
  await user.type(await screen.findByLabelText(/^Family name/), "Esimerkki");
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText("This is missing. Fill in the field.");
  const name = screen.getByLabelText(/^Name of the class/);
  await waitFor(() => expect(document.activeElement).toBe(name));
});
