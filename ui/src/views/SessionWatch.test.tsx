import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { FakeAnswers } from "../platform/fake";
import { session } from "../testing/office";
import { taskOf } from "../testing/work";
import { expectAccessible, renderView } from "../testing/render";
import Session from "./Session";

const watch = taskOf({
  kind: "watch",
  subject: "Kamera",
  done: 12,
  result: { plan: null, sessionId: 11, importId: 32, batchId: null, verdict: null },
});

async function opened(more: FakeAnswers = {}, language: "fi" | "en" = "en") {
  const view = await renderView(<Session />, {
    path: "/sessions/11",
    language,
    answers: {
      session_get: () => session(),
      frame_index: () => ({ ids: [], total: 0, groups: [] }),
      task_list: () => ({ tasks: [] }),
      task_cancel: () => ({}),
      folder_choose: () => ({ token: "t1", label: "/media/kamera" }),
      watch_look: () => ({ files: 3 }),
      watch_start: () => ({ task: 9, importId: 32, sessionId: 11 }),
      ...more,
    },
  });
  return { ...view, user: userEvent.setup() };
}

describe("watching a folder for a session", () => {
  it.each([
    { choice: "Import new photos only", withPresent: false },
    { choice: "Import those that are there now, too", withPresent: true },
  ])("asks what becomes of the photos that are there: $choice", async ({ choice, withPresent }) => {
    const { platform, user, container } = await opened();
    await user.click(await screen.findByRole("button", { name: "Watch a folder…" }));
    expect(await screen.findByText("/media/kamera")).toBeTruthy();
    expect(await screen.findByText("The folder already holds 3 photo files")).toBeTruthy();
    await expectAccessible(container);
    await user.click(screen.getByRole("radio", { name: choice }));
    await user.click(screen.getByRole("button", { name: "Start watching" }));
    const sent = { folder: "t1", sessionId: 11, withPresent };
    await waitFor(() => expect(platform.requests("watch_start")).toEqual([sent]));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("asks nothing of an empty folder", async () => {
    const { platform, user } = await opened({ watch_look: () => ({ files: 0 }) });
    await user.click(await screen.findByRole("button", { name: "Watch a folder…" }));
    const start = await screen.findByRole("button", { name: "Start watching" });
    await waitFor(() => expect(start.hasAttribute("disabled")).toBe(false));
    expect(screen.queryByRole("radio")).toBeNull();
    await user.click(start);
    await waitFor(() => expect(platform.requests("watch_start")).toMatchObject([{ withPresent: false }]));
  });

  it("says what has come, that a folder is gone, and stops", async () => {
    const { platform, user, container } = await opened({ task_list: () => ({ tasks: [watch] }) }, "fi");
    expect(await screen.findByText("Seurataan kansiota Kamera")).toBeTruthy();
    expect(screen.getByText("12 kuvatiedostoa, odotetaan seuraavaa.")).toBeTruthy();
    await expectAccessible(container);
    act(() => platform.emit({ type: "task_updated", task: { ...watch, isBlocked: true } }));
    expect(await screen.findByText("Kansiota Kamera ei löydy")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Lopeta seuranta" }));
    expect(platform.requests("task_cancel")).toEqual([{ id: 9 }]);
    act(() => platform.emit({ type: "task_updated", task: { ...watch, state: "completed", endedAt: 2 } }));
    await waitFor(() => expect(screen.queryByText(/Kamera/)).toBeNull());
  });
});
