import { screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { wireError, type FakeAnswers } from "../platform/fake";
import { customer, frame, order, pageOf, print, rowOf, totals, vatRates } from "../testing/office";
import { renderView } from "../testing/render";
import Orders from "./Orders";

const answers: FakeAnswers = {
  order_search: () => pageOf([]),
  order_get: () => order(),
  product_list: () => ({ products: [print, frame], vatRates }),
  customer_search: () => pageOf([rowOf(customer())]),
  order_totals: ({ lines }) =>
    totals(lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0)),
  order_save: () => order({ rev: 2 }),
  session_list: () => pageOf([]),
};

async function enterOrder(path = "/orders/new", other: FakeAnswers = {}) {
  const view = await renderView(<Orders />, { path, answers: { ...answers, ...other } });
  return { ...view, user: userEvent.setup({ delay: null }) };
}
const field = () => screen.getByRole("combobox", { name: "Add a product" });
const lines = () =>
  within(screen.getByRole("table"))
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("cell")[0]?.textContent);

async function addProduct(user: UserEvent, code: string, name: RegExp) {
  await user.keyboard(code);
  await screen.findByRole("option", { name });
  await user.keyboard("{Enter}");
}

describe("entering an order by keyboard", () => {
  it("leads from the customer to the products, and from a photo that is put off back to its line", async () => {
    const { user } = await enterOrder();
    const picker = await screen.findByRole("combobox", { name: /^Customer/ });
    await waitFor(() => expect(document.activeElement).toBe(picker));
    await user.keyboard("Virt");
    await screen.findByRole("option", { name: /Virtanen/ });
    await user.keyboard("{ArrowDown}{Enter}");
    await waitFor(() => expect(document.activeElement).toBe(field()));
    await addProduct(user, "KEH", /Frame/);
    expect(document.activeElement).toBe(field());
    await addProduct(user, "10", /Print 10x15/);
    const search = await screen.findByRole("searchbox", { name: "File name" });
    await waitFor(() => expect(document.activeElement).toBe(search));
    await user.keyboard("{Escape}");
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("button", { name: "Choose a photo, line 2" })),
    );
  });

  it("brings a removed line back to its place", async () => {
    const { user, platform } = await enterOrder("/orders/701");
    await screen.findByRole("button", { name: "Confirm order" });
    await user.click(field());
    await addProduct(user, "KEH", /Frame/);
    await addProduct(user, "10", /Print 10x15/);
    const before = lines();
    expect(before.length).toBeGreaterThan(1);
    await user.click(screen.getByRole("button", { name: "Remove line 1" }));
    expect(lines()).toEqual(before.slice(1));
    expect(document.activeElement).toBe(field());
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    expect(lines()).toEqual(before);
    await user.keyboard("{Control>}s{/Control}");
    await waitFor(() => expect(platform.requests("order_save")).toHaveLength(1));
    expect(platform.requests("order_save")[0]?.lines).toHaveLength(before.length);
  });

  it("keeps the focus and what is typed while a new order is saved for the first time", async () => {
    let answer: (() => void) | undefined;
    const { user, platform, path } = await enterOrder("/orders/new?customer=501", {
      customer_get: () => customer(),
      order_save: () =>
        new Promise((resolve) => (answer = () => resolve(order({ note: "Kaksi kuvaa", rev: 2 })))),
    });
    const note = await screen.findByLabelText<HTMLTextAreaElement>("Note");
    await user.type(note, "Kaksi kuvaa");
    await user.keyboard("{Control>}s{/Control}");
    await waitFor(() => expect(platform.requests("order_save")).toHaveLength(1));
    await user.type(note, " ja kehys");
    answer?.();
    await waitFor(() => expect(path()).toBe("/orders/701"));
    expect(note.isConnected).toBe(true);
    expect(document.activeElement).toBe(note);
    expect(note.value).toBe("Kaksi kuvaa ja kehys");
    await user.keyboard("{Control>}s{/Control}");
    await waitFor(() =>
      expect(platform.requests("order_save").at(-1)).toMatchObject({
        id: 701,
        rev: 2,
        note: "Kaksi kuvaa ja kehys",
      }),
    );
  });

  it("gives a new order its own address also when it is refused to be confirmed", async () => {
    const { user, platform, path } = await enterOrder("/orders/new?customer=501", {
      customer_get: () => customer(),
      order_confirm: () => {
        throw wireError("photo_missing");
      },
    });
    await screen.findByLabelText("Note");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(platform.requests("order_confirm")).toHaveLength(1));
    await waitFor(() => expect(path()).toBe("/orders/701"));
    await screen.findByText(/not in the vault/);
  });
});
