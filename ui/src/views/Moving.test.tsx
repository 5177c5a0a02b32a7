import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { makeQueryClient } from "../api";
import { App } from "../App";
import { fakePlatform, type FakeAnswers } from "../platform/fake";
import { appState, customer, pageOf, rowOf, studio } from "../testing/office";

const people = ["Aalto", "Korhonen", "Virtanen"].map((lastName, index) => ({
  ...customer({ lastName }),
  id: 501 + index,
}));
const answers: FakeAnswers = {
  app_state: () => appState(),
  task_list: () => ({ tasks: [] }),
  session_list: () => pageOf([]),
  customer_search: () => pageOf(people.map(rowOf)),
  customer_get: ({ id }) => people.find((one) => one.id === id) ?? customer(),
  order_search: () => pageOf([]),
  disclosure_list: () => pageOf([]),
  studio_get: () => studio,
  register_lock: () => appState({ state: "locked", studioName: null }),
};

async function openCustomers() {
  window.location.hash = "";
  render(<App platform={fakePlatform(answers)} client={makeQueryClient()} />);
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByRole("link", { name: "Customers" }));
  await screen.findByRole("row", { name: /Korhonen/ });
  return user;
}
const focused = () => document.activeElement?.textContent ?? "";

describe("moving between views", () => {
  it("goes to the table of a list, to the heading of a record, and back to the row it came from", async () => {
    const user = await openCustomers();
    await waitFor(() => expect(focused()).toContain("Aalto"));
    await user.keyboard("{ArrowDown}{Enter}");
    const heading = await screen.findByRole("heading", { level: 1, name: "Korhonen Mikko" });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    await user.click(within(heading.parentElement as HTMLElement).getByRole("button", { name: "Customers" }));
    await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("row"));
    expect(focused()).toContain("Korhonen");
  });

  it("goes to the first field of a new record", async () => {
    const user = await openCustomers();
    await user.keyboard("n");
    const field = await screen.findByRole("textbox", { name: /^Family name/ });
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it("takes a row by a click, and opens it by two", async () => {
    const user = await openCustomers();
    const row = screen.getByRole("row", { name: /Virtanen/ });
    await user.click(row);
    expect(screen.queryByRole("heading", { level: 1, name: "Virtanen Mikko" })).toBeNull();
    expect(await screen.findByRole("heading", { level: 2, name: "Virtanen Mikko" })).toBeTruthy();
    await user.dblClick(row);
    expect(await screen.findByRole("heading", { level: 1, name: "Virtanen Mikko" })).toBeTruthy();
  });

  it("lists the table's keys in the help", async () => {
    const user = await openCustomers();
    await user.keyboard("?");
    const help = within(await screen.findByRole("dialog", { name: "Keyboard shortcuts" }));
    const keysOf = (what: string) => help.getByText(what).previousElementSibling?.textContent;
    expect(keysOf("A row up or down")).toBe("↑↓");
    expect(keysOf("A page up or down")).toBe("PgUpPgDn");
    expect(keysOf("To the beginning or the end")).toBe("HomeEnd");
    expect(keysOf("Open the row")).toBe("↵");
  });

  it("names the view in the window's title, and no one once the register is locked", async () => {
    const user = await openCustomers();
    await waitFor(() => expect(document.title).toBe("Customers - Kontakti"));
    await user.dblClick(screen.getByRole("row", { name: /Virtanen/ }));
    await waitFor(() => expect(document.title).toBe("Virtanen Mikko - Kontakti"));
    await user.keyboard("{Control>}l{/Control}");
    await screen.findByRole("button", { name: "Unlock" });
    expect(document.title).toBe("Kontakti");
  });
});
