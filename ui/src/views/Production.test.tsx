import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { BatchDto, DisclosureDto } from "../api";
import type { FakeAnswers } from "../platform/fake";
import { AT, order, pageOf, partner, plan } from "../testing/office";
import { taskOf } from "../testing/work";
import { expectAccessible, renderView } from "../testing/render";
import { usePathname } from "../navigation";
import Orders from "./Orders";
import Production from "./Production";

const waiting = { ...order({ state: "confirmed" }), pieces: 5, grossCents: 2400 };
const task = taskOf({
  id: 77,
  kind: "hand_over",
  subject: "Kuvatuote Oy",
  done: 1,
  total: 2,
  startedAt: AT,
  result: { plan: null, sessionId: null, importId: null, batchId: 31, verdict: null },
});
const batch: BatchDto = {
  id: 31,
  number: "2026-001",
  partnerId: 901,
  partnerName: "Kuvatuote Oy",
  state: "handed_over",
  resendOfId: null,
  resendOfNumber: null,
  orders: [{ id: 701, number: "2026-0001" }],
  folder: "/srv/print/2026-001",
  files: 2,
  prints: 5,
  bytes: 6_000_000,
  sha256: "58977bf42cf355a817f3b9c1ae26d4dbf48c780813205e135d527bf0fdcd4cce",
  createdAt: AT,
  handedOverAt: AT,
};
const disclosure: DisclosureDto = {
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
  sha256: batch.sha256,
};
const answers: FakeAnswers = {
  order_search: () => pageOf([waiting]),
  partner_list: () => ({ partners: [partner()] }),
  batch_plan: () => plan(),
  folder_choose: () => ({ token: "f1", label: "/srv/print" }),
  batch_start: () => ({ task: 77, batchId: 31 }),
  task_list: () => ({ tasks: [task] }),
  batch_list: () => pageOf([batch]),
  batch_get: () => batch,
  disclosure_list: () => pageOf([disclosure]),
  disclosure_get: () => ({
    disclosure,
    customers: [{ id: 501, name: "Mikko Virtanen" }],
    orders: [{ id: 701, number: "2026-0001" }],
    files: [
      {
        stem: "A0000001",
        orderId: 701,
        orderNumber: "2026-0001",
        line: 1,
        frameName: "KOS_1042",
        size: "10x15",
        quantity: 5,
      },
    ],
  }),
};

/** `last` numbers from 2026-0001 on, as the register hands them out in pages. */
function waitingOrders(last: number, page: number): FakeAnswers {
  const rows = Array.from({ length: last }, (_, index) => ({
    ...waiting,
    id: 701 + index,
    number: `2026-${String(index + 1).padStart(4, "0")}`,
  }));
  return {
    order_search: ({ search, after }) => {
      const found = rows.filter((row) => row.number.includes(search));
      const from = Number(after ?? 0);
      const next = from + page < found.length ? String(from + page) : null;
      return { rows: found.slice(from, from + page), next };
    },
  };
}
const Office = () => (usePathname().startsWith("/orders") ? <Orders /> : <Production />);

it("keeps an order that was picked elsewhere until every waiting order has been read", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<Office />, {
    path: "/orders/799",
    answers: {
      ...answers,
      ...waitingOrders(98, 80),
      product_list: () => ({ products: [], vatRates: [] }),
      order_get: ({ id }) => order({ id, state: "confirmed", nextStates: [], awaitsHandOver: true }),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Hand over to print" }));
  await screen.findByText("1 order selected");
  await waitFor(() => expect(platform.requests("batch_plan").at(-1)?.orderIds).toEqual([799]));
  (await screen.findByRole("row", { name: /2026-0001/ })).focus();
  await user.keyboard("{End}");
  await screen.findByText("0 orders selected");
}, 60_000);

it("searches among the waiting, and adds to what is picked", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await renderView(<Production />, {
    path: "/production",
    answers: { ...answers, ...waitingOrders(12, 200) },
  });
  (await screen.findByRole("row", { name: /2026-0001/ })).focus();
  await user.keyboard(" /");
  expect(document.activeElement).toBe(screen.getByRole("searchbox"));
  await user.keyboard("2026-001");
  await waitFor(() => expect(screen.queryByRole("row", { name: /2026-0001/ })).toBeNull());
  expect(screen.getByText("1 of 12 orders selected")).toBeTruthy();
  await expectAccessible(container);

  await user.keyboard("{ArrowDown}");
  expect(document.activeElement?.textContent).toContain("2026-0010");
  await user.keyboard("{Control>}a{/Control}");
  await screen.findByText("4 of 12 orders selected");
  await waitFor(() => expect(platform.requests("batch_plan").at(-1)?.orderIds).toEqual([701, 710, 711, 712]));

  await user.keyboard("/nobody");
  await screen.findByText("No waiting order matches.");
  expect(screen.getByText("4 of 12 orders selected")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Clear the filters" }));
  await screen.findByRole("row", { name: /2026-0001/ });
}, 60_000);

it("plans, names recipient and counts before it runs, shows progress, and ends at the batch", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform, path } = await renderView(<Production />, { path: "/production", answers });
  (await screen.findByRole("row", { name: /2026-0001/ })).focus();
  await user.keyboard(" ");
  await screen.findByText("1 order selected");
  const button = await screen.findByRole("button", { name: "Hand over to print" });
  await waitFor(() => expect(button).toHaveProperty("disabled", false));
  await expectAccessible(container);

  await user.click(button);
  const dialog = await screen.findByRole("alertdialog");
  expect(within(dialog).getByText("Kuvatuote Oy")).toBeTruthy();
  expect(within(dialog).getByText("/srv/print")).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Do not hand over" }));
  expect(platform.requests("batch_start")).toEqual([]);

  await user.click(await screen.findByRole("button", { name: "Hand over to print" }));
  await user.click(await screen.findByRole("button", { name: "Hand over 5 prints to Kuvatuote Oy" }));
  await screen.findByText("Photos 1 / 2");
  expect(platform.requests("batch_start")).toEqual([
    { partnerId: 901, orderIds: [701], resendOfId: null, folder: "f1" },
  ]);
  platform.emit({ type: "task_updated", task: { ...task, state: "completed", done: 2 } });
  await waitFor(() => expect(path()).toBe("/production/31"));
}, 60_000);

it("shows the plan again when the task was taken off the list meanwhile", async () => {
  const user = userEvent.setup({ delay: null });
  await renderView(<Production />, {
    path: "/production",
    answers: { ...answers, task_list: () => ({ tasks: [] }) },
  });
  (await screen.findByRole("row", { name: /2026-0001/ })).focus();
  await user.keyboard(" ");
  const button = await screen.findByRole("button", { name: "Hand over to print" });
  await waitFor(() => expect(button).toHaveProperty("disabled", false));
  await user.click(button);
  await user.click(await screen.findByRole("button", { name: "Hand over 5 prints to Kuvatuote Oy" }));
  await screen.findByText("Writing the batch");
  await screen.findByRole("button", { name: "Hand over to print" });
  expect(screen.queryByText("Writing the batch")).toBeNull();
}, 60_000);

it("shows why a partner is refused and what is missing, and does not offer the hand-over", async () => {
  const user = userEvent.setup({ delay: null });
  await renderView(<Production />, {
    path: "/production",
    answers: {
      ...answers,
      batch_plan: () =>
        plan({
          canRun: false,
          issues: [
            {
              kind: "doubtful_colors",
              isStopping: false,
              orderId: 701,
              orderNumber: "2026-0001",
              line: 1,
              frameName: "_MG_0001",
            },
            {
              kind: "no_frame",
              isStopping: true,
              orderId: 701,
              orderNumber: "2026-0001",
              line: 2,
              frameName: null,
            },
          ],
        }),
    },
  });
  (await screen.findByRole("row", { name: /2026-0001/ })).focus();
  await user.keyboard(" ");
  await screen.findByText("No photo is chosen");
  expect(screen.getAllByText(/^(Stops the hand-over|Note)$/).map((mark) => mark.textContent)).toEqual([
    "Stops the hand-over",
    "Note",
  ]);
  expect(screen.getByRole("link", { name: "Order 2026-0001, line 2" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Hand over to print" })).toHaveProperty("disabled", true);
}, 60_000);

it("sends a batch again as a new one that refers to it", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await renderView(<Production />, { path: "/production/31", answers });
  await screen.findByText(batch.sha256);
  await screen.findByText("Kuvatuote Oy, Finland");
  await user.click(screen.getByRole("button", { name: "Send again" }));
  await waitFor(() =>
    expect(platform.requests("batch_plan")).toEqual([{ partnerId: 901, orderIds: [701], resendOfId: 31 }]),
  );
  await expectAccessible(container);
}, 60_000);

it("leads from a batch that never reached the lab to gathering its orders again", async () => {
  const user = userEvent.setup({ delay: null });
  const failed: BatchDto = { ...batch, state: "failed", sha256: "", handedOverAt: null };
  const { path } = await renderView(<Production />, {
    path: "/production/31",
    answers: { ...answers, batch_get: () => failed },
  });
  const again = await screen.findByRole("button", { name: "Gather the orders again" });
  expect(screen.queryByRole("button", { name: "Send again" })).toBeNull();
  await user.click(again);
  await screen.findByText("1 order selected");
  expect(path()).toBe("/production?tab=gather");
}, 60_000);

it("leads from a failed re-sending only to the batch that was to be sent again", async () => {
  const failed: BatchDto = { ...batch, id: 32, state: "failed", resendOfId: 31, resendOfNumber: "2026-001" };
  await renderView(<Production />, {
    path: "/production/32",
    answers: { ...answers, batch_get: () => failed },
  });
  const link = await screen.findByRole("link", { name: "Sends batch 2026-001 again" });
  expect(link.getAttribute("href")).toContain("/production/31");
  for (const name of ["Send again", "Gather the orders again"])
    expect(screen.queryByRole("button", { name })).toBeNull();
});

it("keeps a ledger of what left the house", async () => {
  const { container } = await renderView(<Production />, { path: "/production?tab=ledger", answers });
  const row = await screen.findByRole("row", { name: /Kuvatuote Oy/ });
  expect(row.textContent).toContain("photographs");
  expect(row.textContent).toContain("Printing of photos");
  await expectAccessible(container);
});

it("answers from the ledger what was given of whom", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await renderView(<Production />, {
    path: "/production?tab=ledger",
    answers,
  });
  (await screen.findByRole("row", { name: /Kuvatuote Oy/ })).focus();
  await user.keyboard("{Enter}");
  const detail = await screen.findByRole("complementary", { name: "Disclosure" });
  const link = await within(detail).findByRole("link", { name: "Mikko Virtanen" });
  expect(link.getAttribute("href")).toContain("/customers/501");
  expect(within(detail).getByRole("link", { name: "2026-0001" })).toBeTruthy();
  expect(within(detail).getByText("A0000001")).toBeTruthy();
  expect(within(detail).getByText("KOS_1042")).toBeTruthy();
  expect(platform.requests("disclosure_get")).toEqual([{ id: 41 }]);
  await expectAccessible(container);
  await user.click(within(detail).getByRole("button", { name: "Close the disclosure" }));
  await waitFor(() => expect(screen.queryByRole("complementary", { name: "Disclosure" })).toBeNull());
}, 60_000);
