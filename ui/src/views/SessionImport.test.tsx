import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ImportReport, TaskDto } from "../api";
import type { FakeAnswers } from "../platform/fake";
import { session } from "../testing/office";
import { cellOf, taskOf } from "../testing/work";
import { expectAccessible, renderView } from "../testing/render";
import Session from "./Session";

const task = taskOf({
  id: 8,
  kind: "import",
  subject: "/card/DCIM",
  done: 2,
  total: 250,
  bytesPerSecond: 84_000_000,
  secondsLeft: 18,
  result: { plan: null, sessionId: 11, importId: 31, batchId: null, verdict: null },
});
const report: ImportReport = {
  id: 31,
  sessionId: 11,
  sourceLabel: "/card/DCIM",
  scope: "card",
  outcome: "completed",
  fault: null,
  startedAt: 0,
  endedAt: 60_000,
  plannedFiles: 250,
  storedFiles: 250,
  storedBytes: 1_990_000_000,
  frames: 250,
  isResumable: false,
  isWatch: false,
  card: { verdict: "all_stored", scope: "card", unstored: 0, uncopied: 0, left: [] },
  issues: [],
};

async function filling(more: FakeAnswers = {}, language: "fi" | "en" = "en") {
  let stored: number[] = [];
  const view = await renderView(<Session />, {
    path: "/sessions/11",
    language,
    answers: {
      session_get: () => session(),
      frame_index: () => ({ ids: stored, total: stored.length, groups: [] }),
      frame_cells: ({ ids }) => ({ cells: ids.map(cellOf) }),
      frame_get: () => new Promise(() => undefined),
      task_list: () => ({ tasks: [task] }),
      task_cancel: () => ({}),
      import_get: () => report,
      ...more,
    },
  });
  const store = (ids: number[]) => {
    stored = [...stored, ...ids];
    const changes = [
      { entity: "session", ids: [11] },
      { entity: "frame", ids },
    ];
    act(() => view.platform.emit({ type: "changed", changes }));
  };
  return { ...view, store, user: userEvent.setup() };
}

describe("a session that an import fills", () => {
  it("shows photos as they are stored, and keeps what is selected", async () => {
    const { store, user, container } = await filling({}, "fi");
    expect(await screen.findByText("Kuvat tulevat tähän sitä mukaa kuin ne ovat tallessa.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Tuo kuvat" })).toBeNull();
    store([1, 2]);
    await user.click(await screen.findByRole("gridcell", { name: "IMG_2" }));
    await user.keyboard(" ");
    store([3, 4]);
    expect(await screen.findByRole("gridcell", { name: "IMG_4" })).toBeTruthy();
    const chosen = screen.getByRole("gridcell", { name: "IMG_2" });
    expect(chosen.getAttribute("aria-selected")).toBe("true");
    expect(document.activeElement).toBe(chosen);
    await expectAccessible(container);
  });

  it("says how far the import is, stops it, and leads to its details", async () => {
    const { platform, user } = await filling();
    expect(await screen.findByText(/2 \/ 250 · 84.0 MB\/s/)).toBeTruthy();
    expect(screen.getByRole("progressbar", { name: "Importing photos" })).toBeTruthy();
    const details = screen.getByRole("link", { name: "Details" });
    expect(details.getAttribute("href")).toBe("/import?task=8&report=31");
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(platform.requests("task_cancel")).toEqual([{ id: 8 }]);
  });

  it("takes the focus from nothing when the first photos come in", async () => {
    const { store, user } = await filling();
    const cancel = await screen.findByRole("button", { name: "Cancel" });
    await user.tab();
    act(() => cancel.focus());
    store([1]);
    await screen.findByRole("gridcell", { name: "IMG_1" });
    expect(document.activeElement).toBe(cancel);
  });

  const ended: TaskDto = { ...task, state: "completed", endedAt: 2 };

  it("says when it has ended whether the card may be formatted, and goes when told", async () => {
    let isDismissed = false;
    const { platform, user } = await filling({
      task_list: () => ({ tasks: isDismissed ? [] : [task] }),
      task_dismiss: () => {
        isDismissed = true;
        return {};
      },
    });
    await screen.findByText(/2 \/ 250/);
    act(() => platform.emit({ type: "task_updated", task: ended }));
    const sentence = "The card may be formatted: every photo is stored and verified.";
    expect(await screen.findByText(sentence)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Close the notice" }));
    await waitFor(() => expect(screen.queryByText(sentence)).toBeNull());
    expect(platform.requests("task_dismiss")).toEqual([{ id: 8 }]);
  });

  it("leads from its end to the report", async () => {
    const { user, path } = await filling({ task_list: () => ({ tasks: [ended] }) });
    await user.click(await screen.findByRole("button", { name: "Report" }));
    expect(path()).toBe("/import?task=8&report=31");
  });

  it("shows each of several imports with its source, its own button and its own verdict", async () => {
    const result = { plan: null, sessionId: 11, importId: 32, batchId: null, verdict: null };
    const other: TaskDto = { ...task, id: 9, subject: "/card2/DCIM", result };
    const { platform, user } = await filling({
      task_list: () => ({ tasks: [other, task] }),
      import_get: ({ id }) => (id === 31 ? report : { ...report, id, sourceLabel: "/card2/DCIM" }),
    });
    expect(await screen.findByText("Importing photos from /card/DCIM")).toBeTruthy();
    const stops = screen.getAllByRole("button", { name: "Cancel" });
    expect(stops).toHaveLength(2);
    await user.click(stops[0] as HTMLElement);
    expect(platform.requests("task_cancel")).toEqual([{ id: 9 }]);
    for (const entry of [other, task])
      act(() => platform.emit({ type: "task_updated", task: { ...entry, state: "completed", endedAt: 2 } }));
    await waitFor(() => expect(screen.getAllByText(/The card may be formatted/)).toHaveLength(2));
    expect(screen.getByText("/card2/DCIM")).toBeTruthy();
  });

  it("shows nothing of an import into another session", async () => {
    const result = { plan: null, sessionId: 12, importId: 32, batchId: null, verdict: null };
    await filling({ task_list: () => ({ tasks: [{ ...task, result }] }) });
    expect(await screen.findByText("This session has no photos yet.")).toBeTruthy();
    expect(screen.queryByRole("progressbar")).toBeNull();
  });
});
