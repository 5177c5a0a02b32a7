import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ImportPlan, TaskDto } from "../api";
import type { FakeAnswers } from "../platform/fake";
import { taskOf } from "../testing/work";
import { expectAccessible, renderView } from "../testing/render";
import Import from "./Import";

const plan = (name: string, more: Partial<ImportPlan> = {}): ImportPlan => ({
  plan: name,
  sourceLabel: `/card/${name}`,
  proposedName: `Koskelan koulu ${name}`,
  new: [{ kind: "jpeg", files: 250, bytes: 2_000_000_000 }],
  newFiles: 250,
  newBytes: 2_000_000_000,
  pairs: 0,
  frames: 250,
  ignored: [],
  ignoredFiles: [],
  freeBytes: 100_000_000_000,
  firstTakenAt: null,
  lastTakenAt: null,
  sidecarsSessionId: null,
  proposedJobId: null,
  proposedJob: "",
  ...more,
});

const looking = (id: number, name: string): TaskDto =>
  taskOf({ id, kind: "import_plan", subject: `/card/${name}` });
const looked = (id: number, name: string): TaskDto => ({
  ...looking(id, name),
  state: "completed",
  endedAt: 2,
  result: { plan: name, sessionId: null, importId: null, batchId: null, verdict: null },
});

async function sources(path: string, tasks: TaskDto[], more: FakeAnswers = {}) {
  const view = await renderView(<Import />, {
    path,
    answers: {
      task_list: () => ({ tasks }),
      folder_choose: () => ({ token: "t2", label: "/card/B" }),
      import_plan_start: () => ({ task: 8 }),
      import_plan_get: ({ plan: name }) => plan(name),
      import_start: () => ({ sessionId: 11, imports: [] }),
      job_recent: () => ({ jobs: [] }),
      task_cancel: () => ({}),
      ...more,
    },
  });
  return { ...view, user: userEvent.setup() };
}

describe("several sources", () => {
  it("are added one by one, keep what was typed, and are imported into one session", async () => {
    const { platform, path, user, container } = await sources("/import?task=7", [looked(7, "A")]);
    const name = await screen.findByRole("textbox", { name: /Name of the session/ });
    await user.clear(name);
    await user.type(name, "Koskelan koulu");
    await user.click(screen.getByRole("button", { name: "Add another card or folder…" }));
    expect(path()).toBe("/import?task=7&also=8");

    act(() => platform.emit({ type: "task_updated", task: looking(8, "B") }));
    await screen.findByText("Waiting until every source has been looked through.");
    expect(screen.getByRole("button", { name: "Import 250 photos" })).toHaveProperty("disabled", true);
    act(() => platform.emit({ type: "task_updated", task: looked(8, "B") }));

    await user.click(await screen.findByRole("button", { name: "Import 500 photos" }));
    expect(platform.requests("import_start")).toMatchObject([
      { plans: ["A", "B"], sessionId: null, name: "Koskelan koulu" },
    ]);
    await expectAccessible(container);
  });

  it("each say what they would bring, and can be left out", async () => {
    const { platform, path, user } = await sources("/import?task=7&also=8", [
      looked(7, "A"),
      looking(8, "B"),
    ]);
    const second = await screen.findByRole("region", { name: /\/card\/B/ });
    expect(within(second).getByRole("progressbar")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Leave /card/B out of the import" }));
    expect(path()).toBe("/import?task=7");
    expect(platform.requests("task_cancel")).toEqual([{ id: 8 }]);
    await user.click(await screen.findByRole("button", { name: "Import 250 photos" }));
    expect(platform.requests("import_start")).toMatchObject([{ plans: ["A"] }]);
  });

  it("tell what is left on the disk after all of them", async () => {
    await sources("/import?task=7&also=8", [looked(7, "A"), looked(8, "B")]);
    await screen.findByRole("button", { name: "Import 500 photos" });
    expect(screen.getAllByText(/after the import/).map((line) => line.textContent)).toEqual([
      expect.stringMatching(/^100.GB.* 96(\.0)?.GB/),
    ]);
  });

  it("do not start when they have no room together", async () => {
    await sources("/import?task=7&also=8", [looked(7, "A"), looked(8, "B")], {
      import_plan_get: ({ plan: name }) => plan(name, { freeBytes: 3_000_000_000 }),
    });
    expect(await screen.findByText(/Only 3.0 GB is free/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Import 500 photos" })).toHaveProperty("disabled", true);
  });

  it("leave those out that bring nothing, and ask for no session when only sidecars are new", async () => {
    const { platform, user } = await sources("/import?task=7&also=8", [looked(7, "A"), looked(8, "B")], {
      import_plan_get: ({ plan: name }) =>
        name === "A"
          ? plan(name, { new: [], newFiles: 0, newBytes: 0, frames: 0 })
          : plan(name, {
              new: [{ kind: "sidecar", files: 3, bytes: 900 }],
              newFiles: 3,
              newBytes: 900,
              frames: 0,
              sidecarsSessionId: 12,
            }),
    });
    await user.click(await screen.findByRole("button", { name: "Import 3 sidecar files" }));
    expect(platform.requests("import_start")).toMatchObject([{ plans: ["B"], sessionId: 12 }]);
  });
});
