import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { BatchDto, DisclosureDto, TaskDto } from "../api";
import type { FakeAnswers } from "../platform/fake";
import { AT, order, pageOf, partner, plan } from "../testing/office";
import { expectAccessible, renderView } from "../testing/render";
import Production from "./Production";

const waiting = { ...order({ state: "confirmed" }), pieces: 5, grossCents: 2400 };
const task: TaskDto = {
  id: 77,
  kind: "hand_over",
  state: "running",
  subject: "Kuvatuote Oy",
  done: 1,
  total: 2,
  bytesDone: 0,
  bytesTotal: 0,
  bytesPerSecond: 0,
  secondsLeft: null,
  startedAt: AT,
  endedAt: null,
  error: null,
  issues: 0,
  result: { plan: null, sessionId: null, importId: null, batchId: 31 },
};
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
