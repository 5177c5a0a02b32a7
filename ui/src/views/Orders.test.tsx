import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { wireError, type FakeAnswers } from "../platform/fake";
import { customer, frame, order, pageOf, print, rowOf, session, totals, vatRates } from "../testing/office";
import { expectAccessible, renderView } from "../testing/render";
import { cellOf } from "../testing/work";
import Orders from "./Orders";

const confirmed = order({ state: "confirmed", nextStates: ["sent", "cancelled"], rev: 3 });
const answers: FakeAnswers = {
  order_search: () => pageOf([{ ...order(), pieces: 2, grossCents: 2400 }]),
  order_get: () => order(),
  product_list: () => ({ products: [print, frame], vatRates }),
  customer_get: () => customer(),
  customer_search: () => pageOf([rowOf(customer())]),
  order_totals: ({ lines }) =>
    totals(lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0)),
  session_list: () => pageOf([]),
};

it("lists the archive and filters it by state", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await renderView(<Orders />, { path: "/orders", answers });
  await screen.findByRole("row", { name: /2026-0001/ });
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "Confirmed" }));
  await waitFor(() => expect(platform.requests("order_search").at(-1)?.states).toEqual(["confirmed"]));
});

it("asks the core for the order that a header says, from the top, and remembers it", async () => {
  const user = userEvent.setup({ delay: null });
  const row = (id: number, number: string, customerName: string) => ({
    ...order({ id, number, customerName }),
    pieces: 2,
    grossCents: 2400,
  });
  const newest = Array.from({ length: 100 }, (_, index) =>
    row(900 - index, `2026-0${900 - index}`, "Öhman Sanna"),
  );
  const byName = [row(12, "2026-0012", "Aaltonen Aino"), ...newest.slice(0, 99)];
  const more: FakeAnswers = {
    ...answers,
    order_search: ({ sort }) => ({ rows: sort === "customer" ? byName : newest, next: "more" }),
    order_get: ({ id }) => order({ id, number: `2026-0${id}` }),
  };
  const { platform, unmount } = await renderView(<Orders />, { path: "/orders", answers: more });
  const asked = () => platform.requests("order_search").at(-1);
  (await screen.findByRole("row", { name: /2026-0898/ })).focus();
  await screen.findByRole("button", { name: "Open 2026-0898" });
  const head = (name: string) => screen.getByRole("columnheader", { name });
  expect(head("Number").getAttribute("aria-sort")).toBe("descending");
  expect(asked()).toMatchObject({ sort: "number_descending" });
  const scrollTo = vi.fn();
  screen.getByRole("grid").scrollTo = scrollTo;

  await user.click(screen.getByRole("button", { name: "Customer" }));
  const first = await screen.findByRole("row", { name: /Aaltonen Aino/ });
  expect(platform.requests("order_search")).toContainEqual(
    expect.objectContaining({ sort: "customer", after: null }),
  );
  expect(scrollTo).toHaveBeenCalledWith({ top: 0 });
  expect(first.dataset.index).toBe("0");
  expect(first.tabIndex).toBe(0);
  expect(head("Customer").getAttribute("aria-sort")).toBe("ascending");
  expect(head("Number").getAttribute("aria-sort")).toBe("none");
  expect(screen.queryByRole("button", { name: "Total" })).toBeNull();

  await user.click(screen.getByRole("button", { name: "Customer" }));
  await waitFor(() => expect(asked()).toMatchObject({ sort: "customer_descending", after: null }));
  await user.click(screen.getByRole("button", { name: "Number" }));
  await waitFor(() => expect(asked()).toMatchObject({ sort: "number", after: null }));
  unmount();

  const again = await renderView(<Orders />, { path: "/orders", answers: more });
  await screen.findByRole("row", { name: /2026-0898/ });
  expect(again.platform.requests("order_search")[0]).toMatchObject({ sort: "number" });
});

it("enters an order by code, chooses a photo, totals it by the register, and confirms it by Ctrl+Enter", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await renderView(<Orders />, {
    path: "/orders/new?customer=501",
    answers: {
      ...answers,
      session_list: () => pageOf([session({ id: 41 })]),
      frame_index: () => ({ ids: [6001], total: 1, groups: [] }),
      frame_cells: () => ({
        cells: [{ ...cellOf(6001), name: "KOS_1042" }],
      }),
      order_save: () => order({ rev: 2 }),
      order_confirm: () => confirmed,
    },
  });
  await user.type(await screen.findByRole("combobox", { name: "Add a product" }), "10");
  await screen.findByRole("option", { name: /Print 10x15/ });
  await user.keyboard("{Enter}");
  const cell = await screen.findByRole("gridcell", { name: /KOS_1042/ });
  await user.click(cell);
  await user.click(screen.getByRole("button", { name: "Use this photo" }));
  await screen.findByRole("button", { name: "Change photo KOS_1042, line 1" });
  await waitFor(() => expect(screen.getAllByText("€6.90").length).toBeGreaterThan(1));
  await expectAccessible(container);

  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(platform.requests("order_confirm")).toEqual([{ id: 701, rev: 2 }]));
  expect(platform.requests("order_save")[0]).toEqual({
    id: null,
    rev: null,
    customerId: 501,
    note: "",
    lines: [{ productId: 301, frameId: 6001, quantity: 1, unitPriceCents: 690 }],
  });
}, 60_000);

it("asks for the customer before anything is saved", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<Orders />, { path: "/orders/new", answers });
  await user.type(await screen.findByRole("combobox", { name: "Add a product" }), "KEH");
  await screen.findByRole("option", { name: /Frame/ });
  await user.keyboard("{Enter}");
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText("Choose the customer first.");
  expect(platform.requests("order_save")).toEqual([]);
});

it("offers only the next states, and names the order when it is cancelled", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<Orders />, {
    path: "/orders/701",
    answers: {
      ...answers,
      order_get: () => confirmed,
      order_cancel: () => order({ state: "cancelled", nextStates: [], rev: 4 }),
    },
  });
  await screen.findByRole("button", { name: "Mark as sent" });
  expect(screen.queryByRole("button", { name: "Confirm order" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Mark as delivered" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Cancel order" }));
  const dialog = await screen.findByRole("alertdialog");
  await user.click(within(dialog).getByRole("button", { name: "Cancel order 2026-0001" }));
  await waitFor(() => expect(platform.requests("order_cancel")).toEqual([{ id: 701, rev: 3 }]));
});

it("leads an order with prints to production, already chosen there", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform, path } = await renderView(<Orders />, {
    path: "/orders/701",
    answers: {
      ...answers,
      order_get: () => order({ state: "confirmed", nextStates: ["cancelled"], awaitsHandOver: true, rev: 3 }),
    },
  });
  const button = await screen.findByRole("button", { name: "Hand over to print" });
  expect(screen.queryByRole("button", { name: "Mark as sent" })).toBeNull();
  await expectAccessible(container);
  await user.click(button);
  await waitFor(() => expect(path()).toBe("/production"));
  expect(platform.requests("order_send")).toEqual([]);
});

it("offers nothing while the order is being handed over, and says why", async () => {
  const { container } = await renderView(<Orders />, {
    path: "/orders/701",
    answers: {
      ...answers,
      order_get: () => order({ state: "confirmed", nextStates: [], isBeingHandedOver: true, rev: 3 }),
    },
  });
  await screen.findByText("The order is being handed over to print. It cannot be changed meanwhile.");
  for (const name of ["Cancel order", "Hand over to print", "Mark as sent"])
    expect(screen.queryByRole("button", { name })).toBeNull();
  await expectAccessible(container);
});

it("keeps my changes of a stale draft in the window until I choose", async () => {
  const user = userEvent.setup({ delay: null });
  let isStale = true;
  const { platform } = await renderView(<Orders />, {
    path: "/orders/701",
    answers: {
      ...answers,
      order_save: () => {
        if (isStale) throw wireError("order_stale");
        return order({ note: "my note", rev: 10 });
      },
    },
  });
  await user.type(await screen.findByLabelText("Note"), "my note");
  platform.answer({ order_get: () => order({ note: "theirs", rev: 9 }) });
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText("The order was changed elsewhere");
  const versions = await screen.findByRole("row", { name: /^Note/ });
  expect(within(versions).getByText("my note")).toBeTruthy();
  expect(within(versions).getByText("theirs")).toBeTruthy();
  expect(screen.getByLabelText("Note")).toHaveProperty("value", "my note");
  isStale = false;
  await user.click(screen.getByRole("button", { name: "Save mine on top of it" }));
  await waitFor(() =>
    expect(platform.requests("order_save").at(-1)).toMatchObject({ id: 701, rev: 9, note: "my note" }),
  );
});

it("names the limits of a refused quantity", async () => {
  const user = userEvent.setup({ delay: null });
  await renderView(<Orders />, {
    path: "/orders/701",
    answers: {
      ...answers,
      order_save: () => {
        throw wireError("invalid_fields", {
          kind: "invalid",
          fields: [{ field: "lines.0.quantity", problem: "out_of_range" }],
        });
      },
    },
  });
  await user.type(await screen.findByLabelText("Note"), "x");
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText("The number is outside its limits. Give one between 1 and 999.");
});

it("shows the customer that the order has, whatever was typed and not chosen", async () => {
  const user = userEvent.setup({ delay: null });
  const other = rowOf({ ...customer({ lastName: "Öhman", firstName: "Sanna" }), id: 502 });
  await renderView(<Orders />, {
    path: "/orders/701",
    answers: { ...answers, customer_search: () => pageOf([other]) },
  });
  const field = await screen.findByRole("combobox", { name: /^Customer/ });
  expect(field).toHaveProperty("value", "Virtanen Mikko");
  await user.clear(field);
  await user.type(field, "Öhm");
  await screen.findByRole("option", { name: /Öhman Sanna/ });
  await user.tab();
  await waitFor(() => expect(field).toHaveProperty("value", "Virtanen Mikko"));
});

it("neither saves nor confirms while a price is no amount", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<Orders />, {
    path: "/orders/701",
    answers: { ...answers, order_save: () => order({ rev: 2 }), order_confirm: () => confirmed },
  });
  const price = await screen.findByLabelText("Unit price, line 1");
  await user.clear(price);
  await user.type(price, "abc");
  await user.click(screen.getByRole("button", { name: "Confirm order" }));
  await waitFor(() => expect(document.activeElement).toBe(price));
  await user.keyboard("{Control>}s{/Control}");
  expect(screen.getByText("Write the amount as 39.90.")).toBeTruthy();
  expect(platform.requests("order_confirm")).toEqual([]);
  expect(platform.requests("order_save")).toEqual([]);

  await user.clear(price);
  await user.type(price, "15");
  await user.click(screen.getByRole("button", { name: "Confirm order" }));
  await waitFor(() => expect(platform.requests("order_confirm")).toHaveLength(1));
  expect(platform.requests("order_save")[0]?.lines).toMatchObject([{ unitPriceCents: 1500 }]);
});

it("keeps what was typed while the order was being saved", async () => {
  const user = userEvent.setup({ delay: null });
  let answer: () => void = () => undefined;
  const { platform } = await renderView(<Orders />, {
    path: "/orders/701",
    answers: {
      ...answers,
      order_save: ({ note }) =>
        new Promise((resolve) => {
          answer = () => resolve(order({ note, rev: 2 }));
        }),
    },
  });
  const note = await screen.findByLabelText("Note");
  await user.type(note, "two frames");
  await user.keyboard("{Control>}s{/Control}");
  await user.type(note, ", gift wrapped");
  answer();
  await screen.findByText("Order 2026-0001 is saved");
  expect(note).toHaveProperty("value", "two frames, gift wrapped");
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() =>
    expect(platform.requests("order_save").at(-1)).toMatchObject({
      rev: 2,
      note: "two frames, gift wrapped",
    }),
  );
});

it("marks a note that the register refuses, and says when the newer version cannot be read", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<Orders />, {
    path: "/orders/701",
    answers: {
      ...answers,
      order_save: () => {
        throw wireError("invalid_fields", {
          kind: "invalid",
          fields: [{ field: "note", problem: "too_long" }],
        });
      },
    },
  });
  const note = await screen.findByLabelText("Note");
  await user.type(note, "x");
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText("The text is too long. Shorten it.");
  expect(note.getAttribute("aria-invalid")).toBe("true");
  platform.answer({
    order_save: () => {
      throw wireError("order_stale");
    },
    order_get: () => {
      throw wireError("input_output", { kind: "environment" });
    },
  });
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText("Reading or writing the disk failed.");
});

it("shows beside the list the order that the row is of, never the one before", async () => {
  const user = userEvent.setup({ delay: null });
  const rows = [order(), order({ id: 702, number: "2026-0002" })].map((row) => ({
    ...row,
    pieces: 2,
    grossCents: 2400,
  }));
  await renderView(<Orders />, {
    path: "/orders",
    answers: {
      ...answers,
      order_search: () => pageOf(rows),
      order_get: ({ id }) => (id === 701 ? order() : new Promise(() => undefined)),
    },
  });
  await screen.findByRole("button", { name: "Open 2026-0001" });
  (await screen.findByRole("row", { name: /2026-0001/ })).focus();
  await user.keyboard("{ArrowDown}");
  await waitFor(() => expect(screen.queryByRole("button", { name: "Open 2026-0001" })).toBeNull());
});

it("finds by typing a session for the photo that is not among the newest", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<Orders />, {
    path: "/orders/new?customer=501",
    answers: {
      ...answers,
      session_list: ({ search }) =>
        pageOf([
          search ? session({ id: 7, name: "Nurmon koulu" }) : session({ id: 41, name: "Koskelan koulu" }),
        ]),
      session_get: () => session({ id: 7, name: "Nurmon koulu" }),
      frame_index: () => ({ ids: [], total: 0, groups: [] }),
    },
  });
  await user.type(await screen.findByRole("combobox", { name: "Add a product" }), "10");
  await screen.findByRole("option", { name: /Print 10x15/ });
  await user.keyboard("{Enter}");
  const field = await screen.findByRole("combobox", { name: "Session" });
  await waitFor(() => expect(field).toHaveProperty("value", "Koskelan koulu"));
  await user.clear(field);
  await user.type(field, "nurm");
  await user.click(await screen.findByRole("option", { name: /Nurmon koulu/ }));
  await waitFor(() => expect(platform.requests("frame_index").at(-1)?.sessionId).toBe(7));
  await waitFor(() => expect(field).toHaveProperty("value", "Nurmon koulu"));
}, 60_000);

it("leads from an order to the batches that it was handed over in, and to its history", async () => {
  await renderView(<Orders />, {
    path: "/orders/701",
    answers: {
      ...answers,
      order_get: () =>
        order({
          state: "sent",
          nextStates: ["delivered"],
          batches: [
            { id: 53, number: "2026-003" },
            { id: 51, number: "2026-001" },
          ],
        }),
    },
  });
  const link = await screen.findByRole("link", { name: "2026-003" });
  expect(link.getAttribute("href")).toBe("/production/53");
  expect(screen.getByRole("link", { name: "2026-001" }).getAttribute("href")).toBe("/production/51");
  const history = screen.getByRole("link", { name: "History of this record" });
  expect(history.getAttribute("href")).toBe("/history?entity=order&id=701");
});
