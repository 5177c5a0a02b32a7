import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { TaskDto, TrailFaultDto, TrailStateDto } from "../api/generated";
import { AT, appState, pageOf, staffList } from "../testing/office";
import { taskOf } from "../testing/work";
import { expectAccessible, renderView } from "../testing/render";
import History from "./History";

const state = (part: Partial<TrailStateDto> = {}): TrailStateDto => ({
  entries: 1204,
  checkpoint: { size: 1200, madeAt: AT },
  clockDoubt: null,
  now: AT,
  ...part,
});

const task = (part: Partial<TaskDto>): TaskDto =>
  taskOf({ id: 7, kind: "trail_verify", done: 300, total: 1204, startedAt: AT, ...part });

const verified = (fault: TrailFaultDto | null, entries = 1204) =>
  task({
    state: "completed",
    result: {
      plan: null,
      sessionId: null,
      importId: null,
      batchId: null,
      verdict: { entries, since: AT, checkpoints: 3, checkpointAt: AT, fault },
    },
  });

const answers = (tasks: TaskDto[] = [], trail = state()) => ({
  audit_list: () => pageOf([]),
  staff_list: () => staffList([]),
  trail_state: () => trail,
  trail_verify: () => ({ task: 7 }),
  trail_export: () => ({ task: 8 }),
  task_list: () => ({ tasks }),
  task_cancel: () => ({}),
  task_dismiss: () => ({}),
  clock_confirm: () => state(),
  checkpoint_sheet_save: () => ({ isSaved: true, name: "sheet.pdf" }),
});

const show = (given = answers(), path = "/history?entity=customer&id=501") =>
  renderView(<History />, { path, answers: given });

it("says when it was signed last, and starts a check of everything", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform, container } = await show();
  expect(await screen.findByText(/^Last checkpoint: .*, 1.?200 entries\.$/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Verify the whole history" }));
  expect(platform.requests("trail_verify")).toHaveLength(1);
  await expectAccessible(container);
});

it("shows a check under way, and stops it", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await show(answers([task({})]));
  expect(await screen.findByRole("progressbar", { name: "Verifying the history…" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(platform.requests("task_cancel")).toEqual([{ id: 7 }]));
});

it("says what a check found: intact, the first bad entry, or that it was stopped", async () => {
  const user = userEvent.setup({ delay: null });
  const intact = await show(answers([verified(null)]));
  const good = (await screen.findByText("The history is intact")).closest<HTMLElement>("[role=status]");
  if (!good) throw new Error("it is not read aloud");
  expect(good.textContent).toMatch(
    /The history is intact.*none was changed and none is missing. 3 checkpoints/,
  );
  await user.click(within(good).getByRole("button", { name: "Close the notice" }));
  expect(intact.platform.requests("task_dismiss")).toEqual([{ id: 7 }]);
  intact.unmount();

  const broken = await show(answers([verified({ kind: "entry", number: 812 }, 811)]));
  const bad = await screen.findByRole("alert");
  expect(bad.textContent).toMatch(/not intact.*Entry 812 is not the one.*811 entries hold.*Delete nothing/);
  await expectAccessible(broken.container);
  broken.unmount();

  await show(answers([task({ state: "cancelled" })]));
  expect(await screen.findByText(/Verifying was stopped/)).toBeTruthy();
});

it("exports what the list shows, from the keyboard, and says where it went", async () => {
  const user = userEvent.setup({ delay: null });
  const done = task({ id: 8, kind: "trail_export", state: "completed", subject: "history.zip" });
  const { platform } = await show(answers([done]));
  expect(await screen.findByText(/The history is exported: .*history\.zip/)).toBeTruthy();
  screen.getByRole("button", { name: "Export…" }).focus();
  await user.keyboard("{Enter}");
  expect(await screen.findByText("Only the entries that match the filters are exported.")).toBeTruthy();
  await user.click(screen.getByRole("menuitem", { name: "Signed bundle (ZIP)" }));
  expect(platform.requests("trail_export")).toMatchObject([
    { form: "bundle", filter: { actions: [], entity: "customer", entityId: 501 } },
  ]);
});

it("saves the sheet and tells what to do with it", async () => {
  const user = userEvent.setup({ delay: null });
  await show();
  await user.click(await screen.findByRole("button", { name: "Checkpoint sheet…" }));
  expect(await screen.findByText(/saved: .*sheet\.pdf.*keep it in the binder/)).toBeTruthy();
});

it("asks about a clock that jumped, until somebody says that it is right", async () => {
  const user = userEvent.setup({ delay: null });
  const doubt = state({ clockDoubt: { jump: "backward", noticedAt: AT } });
  const { platform } = await show(answers([], doubt));
  expect(await screen.findByText("Is the computer’s clock right?")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "The clock is right" }));
  expect(platform.requests("clock_confirm")).toHaveLength(1);
});

it("signs and exports nothing of a register that can only be looked at, and still checks it", async () => {
  const alarm = { kind: "entry_changed" as const, entry: 3, remembered: null };
  await show({ ...answers(), app_state: () => appState({ alarm }) } as never);
  expect(await screen.findByRole("button", { name: "Verify the whole history" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Export…" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Checkpoint sheet…" })).toBeNull();
});
