import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { RightDto } from "../api";
import { wireError, type FakeAnswers } from "../platform/fake";
import {
  AT,
  appState,
  customer,
  order,
  owner,
  pageOf,
  rowOf,
  totals,
  withheldCustomer,
} from "../testing/office";
import { expectAccessible, renderView } from "../testing/render";
import Customers from "./Customers";

const row = { ...order(), pieces: 2, grossCents: totals(2400).grossCents };
const answers: FakeAnswers = {
  customer_search: ({ search }) => pageOf(search === "nobody" ? [] : [rowOf(customer())]),
  customer_get: () => customer(),
  order_search: () => pageOf([row]),
  disclosure_list: () => pageOf([]),
};

it("lists customers and searches while typing, keeping the focus in the field", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await renderView(<Customers />, { path: "/customers", answers });
  await screen.findByRole("row", { name: /Virtanen Mikko/ });
  await expectAccessible(container);
  await user.keyboard("/");
  await user.keyboard("nobody");
  await screen.findByText(/Nobody is found by “nobody”/);
  expect(document.activeElement).toBe(screen.getByRole("searchbox"));
  expect(platform.requests("customer_search").map((request) => request.search)).toEqual(["", "nobody"]);
});

it("lists from the other end of the alphabet by header, also while searching", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<Customers />, { path: "/customers", answers });
  await screen.findByRole("row", { name: /Virtanen Mikko/ });
  await user.click(screen.getByRole("button", { name: "Name" }));
  const head = screen.getByRole("columnheader", { name: "Name" });
  expect(head.getAttribute("aria-sort")).toBe("descending");
  expect(screen.queryByRole("button", { name: "Town" })).toBeNull();
  await user.type(screen.getByRole("searchbox"), "vir");
  const last = { search: "vir", sort: "name_descending", after: null };
  await waitFor(() => expect(platform.requests("customer_search").at(-1)).toMatchObject(last));
});

it("opens a customer by Enter", async () => {
  const user = userEvent.setup({ delay: null });
  const { path } = await renderView(<Customers />, { path: "/customers", answers });
  (await screen.findByRole("row", { name: /Virtanen Mikko/ })).focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(path()).toBe("/customers/501"));
});

it("shows markup in every field as text", async () => {
  const nasty = "<img src=x onerror=alert(1)><b>Ö</b>";
  const { container } = await renderView(<Customers />, {
    path: "/customers",
    answers: {
      ...answers,
      customer_search: () => pageOf([rowOf(customer({ lastName: nasty, town: nasty }))]),
      customer_get: () => customer({ lastName: nasty, note: nasty, street: nasty }),
    },
  });
  await waitFor(() => expect(screen.getAllByText(nasty, { exact: false }).length).toBeGreaterThan(3));
  expect(container.querySelector("img, b")).toBeNull();
});

it("asks the marketing question in the customer's language and records the words that were shown", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await renderView(<Customers />, {
    path: "/customers/new",
    answers: { ...answers, customer_create: ({ fields }) => customer(fields) },
  });
  await user.type(await screen.findByLabelText(/^Family name/), "Öhman");
  await user.click(screen.getByRole("radio", { name: "Yes, you may" }));
  await user.click(screen.getByRole("radio", { name: "Swedish" }));
  const wording = screen.getByText(/^Får vi skicka dig information/);
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText("Ask the customer and choose the answer.")).toBeTruthy();
  expect(screen.getByText("Choose how the customer answered.")).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: "Yes, you may" }));
  await expectAccessible(container);

  await user.click(screen.getByRole("radio", { name: "No" }));
  await user.keyboard("{Control>}s{/Control}");
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: "At the desk" }));
  expect(screen.queryByText("Ask the customer and choose the answer.")).toBeNull();
  expect(platform.requests("customer_create")).toEqual([]);

  await user.click(screen.getByRole("radio", { name: "By telephone" }));
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(platform.requests("customer_create")).toHaveLength(1));
  expect(platform.requests("customer_create")[0]?.marketing).toEqual({
    isGiven: false,
    channel: "phone",
    language: "sv",
    wording: wording.textContent,
  });
}, 60_000);

it("takes a later answer only with the way it was given", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await renderView(<Customers />, {
    path: "/customers/501",
    answers: { ...answers, consent_record: () => customer() },
  });
  await user.click(await screen.findByRole("button", { name: "Record a new answer" }));
  await user.click(screen.getByRole("radio", { name: "Yes, you may" }));
  await user.click(screen.getByRole("button", { name: "Record the answer" }));
  expect(screen.getByText("Choose how the customer answered.")).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: "At the desk" }));
  expect(platform.requests("consent_record")).toEqual([]);
  await expectAccessible(container);

  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await user.click(screen.getByRole("button", { name: "Record a new answer" }));
  expect(screen.getByRole("radio", { name: "Yes, you may" })).toHaveProperty("checked", false);
  expect(screen.queryByText("Choose how the customer answered.")).toBeNull();
  await user.click(screen.getByRole("radio", { name: "No" }));
  await user.click(screen.getByRole("radio", { name: "On paper" }));
  await user.click(screen.getByRole("button", { name: "Record the answer" }));
  await waitFor(() =>
    expect(platform.requests("consent_record")[0]).toMatchObject({
      customerId: 501,
      marketing: { isGiven: false, channel: "paper", language: "fi" },
    }),
  );
}, 60_000);

it("shows both versions of a stale edit and saves what was chosen on the new version", async () => {
  const user = userEvent.setup({ delay: null });
  const theirs = customer({ phone: "040 333 3333", town: "Nurmo" }, 7);
  let isStale = true;
  const { container, platform } = await renderView(<Customers />, {
    path: "/customers/501",
    answers: {
      ...answers,
      customer_update: ({ fields, rev }) => {
        if (isStale) throw wireError("customer_stale");
        return customer(fields, rev + 1);
      },
    },
  });
  const phone = await screen.findByLabelText("Telephone");
  await user.clear(phone);
  await user.type(phone, "040 222 2222");
  platform.answer({ customer_get: () => theirs });
  await user.keyboard("{Control>}s{/Control}");
  const table = await screen.findByRole("table");
  expect(within(table).getByText("040 222 2222")).toBeTruthy();
  expect(within(table).getByText("040 333 3333")).toBeTruthy();
  expect(within(table).getByRole("radio", { name: "Telephone, Yours: 040 222 2222" })).toHaveProperty(
    "checked",
    true,
  );
  expect(within(table).getByRole("radio", { name: "Town, Saved: Nurmo" })).toHaveProperty("checked", true);
  await expectAccessible(container);

  isStale = false;
  await user.click(screen.getByRole("button", { name: "Save the chosen" }));
  await waitFor(() => expect(platform.requests("customer_update")).toHaveLength(2));
  expect(platform.requests("customer_update")[1]).toEqual({
    id: 501,
    rev: 7,
    fields: { ...theirs.fields, phone: "040 222 2222" },
    source: "given",
  });
  await screen.findByText("The customer’s details are saved");
}, 60_000);

it("puts a refused field's error beside the field", async () => {
  const user = userEvent.setup({ delay: null });
  await renderView(<Customers />, {
    path: "/customers/501",
    answers: {
      ...answers,
      customer_update: () => {
        throw wireError("invalid_fields", {
          kind: "invalid",
          fields: [{ field: "email", problem: "not_email" }],
        });
      },
    },
  });
  const email = await screen.findByLabelText("E-mail");
  await user.type(email, "x");
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText(/This is not an e-mail address/);
  expect(email.getAttribute("aria-invalid")).toBe("true");
  await waitFor(() => expect(document.activeElement).toBe(email));
  await user.type(email, "y");
  expect(email.getAttribute("aria-invalid")).toBeNull();
  expect(screen.queryByText("Some fields need correcting.")).toBeNull();
});

it("keeps what is typed while a change is being saved", async () => {
  const user = userEvent.setup({ delay: null });
  let answer: () => void = () => undefined;
  const { platform } = await renderView(<Customers />, {
    path: "/customers/501",
    answers: {
      ...answers,
      customer_update: ({ fields }) =>
        new Promise(
          (resolve) =>
            (answer = () => resolve(customer(fields, platform.requests("customer_update").length + 1))),
        ),
    },
  });
  const note = await screen.findByLabelText<HTMLTextAreaElement>("Note");
  await user.type(note, "Soita");
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(platform.requests("customer_update")).toHaveLength(1));
  await user.type(note, " illalla");
  answer();
  await screen.findByText("The customer’s details are saved");
  expect(note.value).toBe("Soita illalla");
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(platform.requests("customer_update")).toHaveLength(2));
  expect(platform.requests("customer_update")[1]).toMatchObject({
    rev: 2,
    fields: { note: "Soita illalla" },
  });
});

it("lists on a customer's card what was handed to whom", async () => {
  const { container, platform } = await renderView(<Customers />, {
    path: "/customers/501",
    answers: {
      ...answers,
      disclosure_list: () =>
        pageOf([
          {
            id: 41,
            at: AT,
            recipient: "Kuvatuote Oy",
            country: "FI",
            agreementOn: "2026-01-15",
            purpose: "printing",
            batchId: 31,
            batchNumber: "2026-001",
            fields: ["photo"],
            files: 2,
            customers: 1,
            sha256: "",
          },
        ]),
    },
  });
  const link = await screen.findByText("Kuvatuote Oy");
  expect(link.closest("a")?.getAttribute("href")).toContain("entry=41");
  expect(platform.requests("disclosure_list")[0]?.customerId).toBe(501);
  await expectAccessible(container);
});

it("says when the newer version of a stale edit cannot be read, and reads it again", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<Customers />, {
    path: "/customers/501",
    answers: {
      ...answers,
      customer_update: () => {
        throw wireError("customer_stale");
      },
    },
  });
  await user.type(await screen.findByLabelText("Telephone"), "9");
  platform.answer({
    customer_get: () => {
      throw wireError("input_output", { kind: "environment" });
    },
  });
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText("Reading or writing the disk failed.");
  platform.answer({ customer_get: () => customer({ town: "Nurmo" }, 7) });
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByRole("radio", { name: "Town, Saved: Nurmo" });
}, 60_000);

it("brings the form back, on the newer version, when what was chosen is refused", async () => {
  const user = userEvent.setup({ delay: null });
  let isStale = true;
  const { platform } = await renderView(<Customers />, {
    path: "/customers/501",
    answers: {
      ...answers,
      customer_update: () => {
        throw isStale
          ? wireError("customer_stale")
          : wireError("invalid_fields", {
              kind: "invalid",
              fields: [{ field: "phone", problem: "not_phone" }],
            });
      },
    },
  });
  await user.type(await screen.findByLabelText("Telephone"), "x");
  platform.answer({ customer_get: () => customer({ town: "Nurmo" }, 7) });
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByRole("table");
  isStale = false;
  await user.click(screen.getByRole("button", { name: "Save the chosen" }));
  await screen.findByText(/This is not a telephone number/);
  expect(screen.getByLabelText("Telephone")).toHaveProperty("value", "040 111 1111x");
  expect(screen.getByLabelText("Town")).toHaveProperty("value", "Nurmo");
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(platform.requests("customer_update").at(-1)?.rev).toBe(7));
}, 60_000);

const DESK: RightDto[] = ["signed_in", "see_customers", "change_customers", "see_orders", "see_subjects"];
const asDesk: FakeAnswers = {
  app_state: () => appState({ signer: { ...owner, role: "order_desk", rights: DESK } }),
};
/** What opening the protected customer answers. */
const whole = (part = {}, rev = 1) => ({
  ...withheldCustomer(rev),
  fields: customer(part).fields,
  children: [{ subjectId: 601, name: "Virtanen Aino Maria" }],
  isWithheld: false,
});

it("shows of a protected customer in the list that they are, and no contact data", async () => {
  const { container } = await renderView(<Customers />, {
    path: "/customers",
    answers: {
      ...answers,
      customer_search: () => pageOf([rowOf(withheldCustomer())]),
      customer_get: () => withheldCustomer(),
    },
  });
  const row = await screen.findByRole("row", { name: /Virtanen Mikko/ });
  expect(row.textContent).toBe("Virtanen MikkoProtected2");
  expect(await screen.findByText("The details are protected")).toBeTruthy();
  await expectAccessible(container);
});

it("opens a protected customer's details on request, and has forgotten them when the card is come back to", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await renderView(<Customers />, {
    path: "/customers/501",
    answers: {
      ...answers,
      customer_search: () => pageOf([rowOf(withheldCustomer())]),
      customer_get: () => withheldCustomer(),
      customer_open: () => whole(),
      customer_update: ({ fields, rev }) => whole(fields, rev + 1),
    },
  });
  const open = await screen.findByRole("button", { name: "Open the details" });
  expect(screen.getByText("The opening is noted in the history.")).toBeTruthy();
  expect(screen.queryByLabelText("Telephone")).toBeNull();
  expect(screen.queryByText("Virtanen Aino Maria")).toBeNull();
  expect(screen.queryByRole("button", { name: "Record a new answer" })).toBeNull();
  await expectAccessible(container);
  expect(platform.requests("customer_open")).toEqual([]);

  expect(document.activeElement, "one key more opens nothing").toBe(
    screen.getByRole("heading", { level: 1 }),
  );
  open.focus();
  await user.keyboard("{Enter}");
  const phone = await screen.findByLabelText("Telephone");
  expect(phone).toHaveProperty("value", "040 111 1111");
  expect(screen.getByRole("link", { name: "Virtanen Aino Maria" }).getAttribute("href")).toBe(
    "/subjects/601",
  );
  await expectAccessible(container);
  await user.clear(phone);
  await user.type(phone, "040 222");
  expect(screen.getByRole("button", { name: "Hide the protected details" })).toHaveProperty("disabled", true);
  platform.answer({ customer_get: () => withheldCustomer(2) });
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText("The customer’s details are saved");
  expect(platform.requests("customer_update")[0]).toMatchObject({ rev: 1, fields: { phone: "040 222" } });
  platform.emit({ type: "changed", changes: [{ entity: "customer", ids: [501] }] });
  await waitFor(() => expect(platform.requests("customer_get").length).toBeGreaterThan(1));
  expect(screen.getByLabelText("Telephone"), "what was opened stays open").toHaveProperty("value", "040 222");
  await user.click(screen.getByRole("button", { name: "Hide the protected details" }));
  expect(screen.queryByLabelText("Telephone")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Open the details" }));
  await screen.findByLabelText("Telephone");
  expect(platform.requests("customer_open")).toHaveLength(2);

  await user.click(screen.getByRole("button", { name: "Customers" }));
  (await screen.findByRole("row", { name: /Virtanen Mikko/ })).focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("button", { name: "Open the details" });
  expect(screen.queryByLabelText("Telephone")).toBeNull();
  expect(platform.requests("customer_open")).toHaveLength(2);
}, 60_000);

it("compares a stale edit of opened details with what is opened anew", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<Customers />, {
    path: "/customers/501",
    answers: {
      ...answers,
      customer_get: () => withheldCustomer(),
      customer_open: () => whole(),
      customer_update: () => {
        throw wireError("customer_stale");
      },
    },
  });
  await user.click(await screen.findByRole("button", { name: "Open the details" }));
  await user.type(await screen.findByLabelText("Telephone"), "9");
  platform.answer({ customer_open: () => whole({ town: "Nurmo" }, 7) });
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByRole("radio", { name: "Town, Saved: Nurmo" })).toBeTruthy();
  expect(screen.queryByRole("radio", { name: /^Street/ }), "what is withheld is no difference").toBeNull();
});

it("lets the order desk note a protection order, and neither open nor end one", async () => {
  const user = userEvent.setup({ delay: null });
  let stored = customer();
  const { container, platform } = await renderView(<Customers />, {
    path: "/customers/501",
    answers: {
      ...answers,
      ...asDesk,
      customer_get: () => stored,
      customer_protect: () => (stored = withheldCustomer(2)),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Note a protection order…" }));
  expect(screen.getByText(/contact data, note and children are hidden/)).toBeTruthy();
  const review = within(screen.getByRole("group", { name: /^Day of review/ }));
  for (const [part, digits] of [
    ["day", "1"],
    ["month", "8"],
    ["year", "2027"],
  ] as const)
    await user.type(review.getByRole("spinbutton", { name: new RegExp(part) }), digits);
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "Note the protection order" }));
  await screen.findByText("The protection order is noted");
  expect(platform.requests("customer_protect")).toEqual([
    { id: 501, rev: 1, isProtected: true, reviewOn: "2027-08-01" },
  ]);
  platform.emit({ type: "changed", changes: [{ entity: "customer", ids: [501] }] });
  await screen.findByText("The owner or the data protection contact can end the order.");
  expect(screen.getByText(/^The owner or the data protection contact can open the details/)).toBeTruthy();
  expect(screen.queryByLabelText("Telephone")).toBeNull();
  for (const name of ["Open the details", "End the protection order…", "Change the day of review"])
    expect(screen.queryByRole("button", { name })).toBeNull();
}, 60_000);

it("ends a protection order only when asked twice, saying what is seen again", async () => {
  const user = userEvent.setup({ delay: null });
  let stored = withheldCustomer(3);
  const { platform } = await renderView(<Customers />, {
    path: "/customers/501",
    answers: {
      ...answers,
      customer_get: () => stored,
      customer_protect: () => (stored = customer({}, 4)),
    },
  });
  await user.click(await screen.findByRole("button", { name: "End the protection order…" }));
  const question = await screen.findByRole("alertdialog", { name: "End the protection order?" });
  expect(within(question).getByText(/sees contact data, note and children again/)).toBeTruthy();
  await user.click(within(question).getByRole("button", { name: "Keep it" }));
  expect(platform.requests("customer_protect")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "End the protection order…" }));
  await user.click(await screen.findByRole("button", { name: "End the protection order" }));
  await screen.findByText("The protection order has ended");
  expect(platform.requests("customer_protect")).toEqual([
    { id: 501, rev: 3, isProtected: false, reviewOn: "" },
  ]);
  platform.emit({ type: "changed", changes: [{ entity: "customer", ids: [501] }] });
  expect(await screen.findByLabelText("Telephone")).toHaveProperty("value", "040 111 1111");
}, 60_000);

it("says where each detail comes from, and sends where a change comes from", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<Customers />, {
    path: "/customers/501",
    answers: {
      ...answers,
      customer_get: () => ({
        ...customer(),
        provenance: [
          { field: "phone", source: "roster", at: AT, staffName: "Helmi Kuusisto" },
          { field: "email", source: "roster", at: AT, staffName: "Helmi Kuusisto" },
          { field: "note", source: "staff", at: AT + 86_400_000, staffName: null },
        ],
      }),
      customer_update: ({ fields, rev }) => customer(fields, rev + 1),
    },
  });
  const part = await screen.findByRole("region", { name: "Where the details come from" });
  expect(part.querySelectorAll("dt")).toHaveLength(2);
  expect(part.textContent).toContain("Staff, from elsewhere, 4 Sep 2026Note");
  expect(part.textContent).toContain("School’s class list, 3 Sep 2026, Helmi KuusistoTelephone, E-mail");
  expect(screen.queryByRole("radiogroup", { name: /^Where do the changes come from/ })).toBeNull();
  await user.type(screen.getByLabelText("Note"), "Soita illalla");
  await user.click(screen.getByRole("radio", { name: "Staff, from elsewhere" }));
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(platform.requests("customer_update")[0]?.source).toBe("staff"));
  await screen.findByText("The customer’s details are saved");
  await user.type(screen.getByLabelText("Note"), " kotiin");
  expect(screen.getByRole("radio", { name: "Staff, from elsewhere" })).toHaveProperty("checked", true);
}, 60_000);
