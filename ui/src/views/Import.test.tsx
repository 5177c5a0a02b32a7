import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { CardVerdict, ImportPlan, ImportReport, TaskDto } from "../api";
import { wireError, type FakeAnswers } from "../platform/fake";
import { job, session } from "../testing/office";
import { taskOf } from "../testing/work";
import { expectAccessible, renderView } from "../testing/render";
import Import from "./Import";

const task = (more: Partial<TaskDto>): TaskDto =>
  taskOf({ id: 7, kind: "import_plan", subject: "/card/DCIM", ...more });
const plan: ImportPlan = {
  plan: "p1",
  sourceLabel: "/card/DCIM",
  proposedName: "Koskelan koulu, 3.9.2026",
  new: [{ kind: "jpeg", files: 250, bytes: 2_000_000_000 }],
  newFiles: 250,
  newBytes: 2_000_000_000,
  pairs: 0,
  frames: 250,
  ignored: [{ reason: "already_known", files: 12 }],
  ignoredFiles: [{ name: "A/<script>.JPG", reason: "already_known", isStored: false }],
  freeBytes: 100_000_000_000,
  firstTakenAt: 1_788_400_000_000,
  lastTakenAt: 1_788_400_000_000,
  sidecarsSessionId: null,
  proposedJobId: null,
  proposedJob: "",
};
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
  storedFiles: 249,
  storedBytes: 1_990_000_000,
  frames: 249,
  isResumable: false,
  isWatch: false,
  card: { verdict: "not_yet", scope: "card", unstored: 1, uncopied: 0, left: [] },
  issues: [{ name: "A/IMG_1.JPG", reason: "truncated", isStored: false }],
};

function answers(more: FakeAnswers = {}): FakeAnswers {
  return {
    task_list: () => ({ tasks: [] }),
    folder_choose: () => ({ token: "t1", label: "/card/DCIM" }),
    import_plan_start: () => ({ task: 7 }),
    import_plan_get: () => plan,
    job_recent: () => ({ jobs: [job({})] }),
    import_start: () => ({ sessionId: 11, imports: [{ task: 8, importId: 31, sessionId: 11 }] }),
    import_get: () => report,
    import_resume: () => ({ task: 9, importId: 31, sessionId: 11 }),
    session_list: () => ({ rows: [], next: null }),
    task_cancel: () => ({}),
    ...more,
  };
}

const planned = task({
  state: "completed",
  result: { plan: "p1", sessionId: null, importId: null, batchId: null, verdict: null },
});

describe("import", () => {
  it("chooses, plans and goes to the session that fills, and stores nothing before the plan is confirmed", async () => {
    const { platform, path, container } = await renderView(<Import />, {
      path: "/import",
      answers: answers(),
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Choose folder…" }));
    expect(platform.requests("import_plan_start")).toEqual([{ folder: "t1" }]);
    expect(path()).toBe("/import?task=7");
    act(() => platform.emit({ type: "task_updated", task: task({ done: 40, total: 262 }) }));
    expect(await screen.findByText("40 / 262")).toBeTruthy();

    act(() => platform.emit({ type: "task_updated", task: planned }));
    expect(
      await screen.findByText("100 GB free on the disk. 98.0 GB will be left after the import."),
    ).toBeTruthy();
    expect(screen.getByText("A/<script>.JPG")).toBeTruthy();
    expect(platform.requests("import_start")).toEqual([]);
    await expectAccessible(container);

    await user.type(screen.getByRole("textbox", { name: /Photographer/ }), "Minna Rautio");
    await user.click(screen.getByRole("button", { name: "Import 250 photos" }));
    expect(platform.requests("import_start")).toEqual([
      {
        plans: ["p1"],
        sessionId: null,
        name: "Koskelan koulu, 3.9.2026",
        photographer: "Minna Rautio",
        jobId: null,
      },
    ]);

    await waitFor(() => expect(path()).toBe("/sessions/11"));
  });

  it("shows how far an import is, stops it, and reports", async () => {
    const running = task({
      id: 8,
      kind: "import",
      done: 100,
      total: 250,
      bytesPerSecond: 84_000_000,
      secondsLeft: 18,
    });
    const { platform } = await renderView(<Import />, {
      path: "/import?task=8&report=31",
      answers: answers({ task_list: () => ({ tasks: [running] }) }),
    });
    const user = userEvent.setup();
    expect((await screen.findByText("84.0 MB/s")).textContent).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Cancel the import" }));
    expect(platform.requests("task_cancel")).toEqual([{ id: 8 }]);

    act(() => platform.emit({ type: "task_updated", task: { ...running, state: "completed", endedAt: 2 } }));
    expect(await screen.findByText("249 of 250 files")).toBeTruthy();
    expect(screen.getByText("Cut short")).toBeTruthy();
    expect(screen.queryByText(/The card may be formatted/)).toBeNull();
    expect(screen.getByText("Do not format the card yet: 1 photo file is not stored.")).toBeTruthy();
  });

  it("says first and in one sentence that the card may be formatted", async () => {
    await renderView(<Import />, {
      path: "/import?report=31",
      answers: answers({
        import_get: () => ({
          ...report,
          card: { verdict: "all_stored", scope: "card", unstored: 0, uncopied: 0, left: [] },
          issues: [
            { name: "A/IMG_2.CR3", reason: "no_preview", isStored: true },
            { name: "A/IMG_3.JPG", reason: "truncated", isStored: true },
          ],
        }),
      }),
    });
    const sentence = await screen.findByText(
      "The card may be formatted: every photo is stored and verified.",
    );
    const outcome = screen.getByText("The import is complete");
    expect(sentence.compareDocumentPosition(outcome) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.getAllByText(/format/)).toHaveLength(1);
    expect(screen.getAllByText(/Stored all the same/)).toHaveLength(2);
  });

  it("says what stays on a card that is to be looked at first", async () => {
    const { container } = await renderView(<Import />, {
      path: "/import?report=31",
      language: "fi",
      answers: answers({
        import_get: () => ({
          ...report,
          card: {
            verdict: "look_first",
            scope: "card",
            unstored: 0,
            uncopied: 0,
            left: [
              { kind: "video", files: 2 },
              { kind: "sidecar", files: 1 },
            ],
          },
          issues: [],
        }),
      }),
    });
    expect(await screen.findByText(/^Katso kortti läpi ennen alustamista: 3 tiedostoa/)).toBeTruthy();
    const left = screen.getByRole("list", { name: "Kortilta katsottava" });
    expect(
      within(left)
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual(["2 videota", "1 sivutiedosto"]);
    await expectAccessible(container);
  });

  it("speaks of no formatting where a folder of a larger disk was imported", async () => {
    const card: CardVerdict = { verdict: "all_stored", scope: "folder", unstored: 0, uncopied: 0, left: [] };
    await renderView(<Import />, {
      path: "/import?report=31",
      answers: answers({ import_get: () => ({ ...report, card, issues: [] }) }),
    });
    expect(await screen.findByText("Every photo of this folder is stored and verified.")).toBeTruthy();
    expect(screen.getByRole("region", { name: "Folder" })).toBeTruthy();
    expect(screen.queryByText(/format/)).toBeNull();
  });

  it("says nothing of the card while the import runs", async () => {
    await renderView(<Import />, {
      path: "/import?report=31",
      answers: answers({
        import_get: () => ({ ...report, outcome: "running", card: null, endedAt: null, issues: [] }),
      }),
    });
    expect(await screen.findByText("The import is running")).toBeTruthy();
    expect(screen.queryByText(/format/)).toBeNull();
  });

  it.each([
    { pick: null, jobId: 3 },
    { pick: /Rantalan päiväkoti/, jobId: 4 },
    { pick: "Ei kuvausta", jobId: null },
  ])(
    "proposes the day's only job for a new session, and takes $jobId when $pick is chosen",
    async (choice) => {
      const { platform, container } = await renderView(<Import />, {
        path: "/import?task=7",
        language: "fi",
        answers: answers({
          task_list: () => ({ tasks: [planned] }),
          import_plan_get: () => ({ ...plan, proposedJobId: 3, proposedJob: "Koskelan koulu: Syyskuvaus" }),
          job_recent: () => ({ jobs: [job({}), job({ id: 4, school: "Rantalan päiväkoti" })] }),
        }),
      });
      const user = userEvent.setup();
      const field = await screen.findByRole("button", { name: /\bKuvaus\b/ });
      await waitFor(() => expect(field.textContent).toContain("Koskelan koulu: Syyskuvaus"));
      await expectAccessible(container);
      if (choice.pick) {
        await user.click(field);
        await user.click(await screen.findByRole("option", { name: choice.pick }));
      }
      await user.click(screen.getByRole("button", { name: "Tuo 250 kuvaa" }));
      expect(platform.requests("import_start")).toMatchObject([{ sessionId: null, jobId: choice.jobId }]);
    },
  );

  it("shows the job of a session that exists and does not ask for one", async () => {
    const { platform } = await renderView(<Import />, {
      path: "/import?task=7&session=11",
      answers: answers({
        task_list: () => ({ tasks: [planned] }),
        import_plan_get: () => ({ ...plan, proposedJobId: 3, proposedJob: "Koskelan koulu: Syyskuvaus" }),
        session_get: () => session({ jobId: 9, job: "Rantalan päiväkoti: Kevätkuvaus" }),
      }),
    });
    expect(await screen.findByText("Rantalan päiväkoti: Kevätkuvaus")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /\bJob\b/ })).toBeNull();
    await userEvent.setup().click(screen.getByRole("button", { name: "Import 250 photos" }));
    expect(platform.requests("import_start")).toMatchObject([{ sessionId: 11, jobId: null }]);
  });

  it("will not start without room on the disk or without a name", async () => {
    const { platform } = await renderView(<Import />, {
      path: "/import?task=7",
      answers: answers({ task_list: () => ({ tasks: [planned] }) }),
    });
    const user = userEvent.setup();
    await user.clear(await screen.findByRole("textbox", { name: /Name of the session/ }));
    await user.click(screen.getByRole("button", { name: "Import 250 photos" }));
    expect(screen.getByText(/Give the session a name/)).toBeTruthy();
    expect(platform.requests("import_start")).toEqual([]);
  });

  it("will not start by Ctrl+Enter either without room on the disk", async () => {
    const { platform } = await renderView(<Import />, {
      path: "/import?task=7",
      answers: answers({
        task_list: () => ({ tasks: [planned] }),
        import_plan_get: () => ({ ...plan, freeBytes: 1_000 }),
      }),
    });
    await screen.findByRole("textbox", { name: /Name of the session/ });
    await userEvent.setup().keyboard("{Control>}{Enter}{/Control}");
    expect(platform.requests("import_start")).toEqual([]);
  });

  it("marks the field that the register refuses, with its own reason", async () => {
    await renderView(<Import />, {
      path: "/import?task=7",
      answers: answers({
        task_list: () => ({ tasks: [planned] }),
        import_start: () => {
          throw wireError("invalid_fields", {
            kind: "invalid",
            fields: [
              { field: "name", problem: "not_unique" },
              { field: "photographer", problem: "too_long" },
            ],
          });
        },
      }),
    });
    await userEvent.setup().click(await screen.findByRole("button", { name: "Import 250 photos" }));
    await screen.findByText("This value is already in use. Give another.");
    expect(screen.getByRole("textbox", { name: /Photographer/ }).getAttribute("aria-invalid")).toBe("true");
  });

  it("cancels the looking through as what it is, and shows no choice of folder between plan and reading", async () => {
    await renderView(<Import />, {
      path: "/import?task=7",
      answers: answers({
        task_list: () => ({ tasks: [task({})] }),
        import_plan_get: () => new Promise(() => undefined),
      }),
    }).then(async ({ platform }) => {
      expect(await screen.findByRole("button", { name: "Cancel looking through" })).toBeTruthy();
      act(() => platform.emit({ type: "task_updated", task: planned }));
      expect(await screen.findByText("Loading")).toBeTruthy();
      expect(screen.queryByRole("button", { name: "Choose folder…" })).toBeNull();
    });
  });

  it("shows the session that photos will go to, whatever was typed and not chosen", async () => {
    const { platform } = await renderView(<Import />, {
      path: "/import?task=7",
      answers: answers({
        task_list: () => ({ tasks: [planned] }),
        session_list: ({ search }) => {
          // Not among the newest, which the empty search lists.
          const rows = search.startsWith("kosk") ? [session()] : [];
          return { rows, next: null, total: rows.length };
        },
      }),
    });
    const user = userEvent.setup({ delay: null });
    await user.click(await screen.findByRole("radio", { name: "An existing session" }));
    const field = await screen.findByRole("combobox", { name: /^Session/ });
    await user.type(field, "kosk");
    await user.click(await screen.findByRole("option", { name: /Koskelan koulu/ }));
    await waitFor(() => expect(field).toHaveProperty("value", "Koskelan koulu"));
    await user.clear(field);
    await user.type(field, "zzz");
    await screen.findByText("No session matches the search.");
    await user.tab();
    await waitFor(() => expect(field).toHaveProperty("value", "Koskelan koulu"));
    await user.click(screen.getByRole("button", { name: "Import 250 photos" }));
    expect(platform.requests("import_start")).toMatchObject([{ sessionId: 11 }]);
  });

  it("says once that the card was pulled, how many photos are safe, and what to do", async () => {
    const error = {
      code: "source_vanished",
      kind: "environment",
      args: [],
      fields: [],
      incident: null,
    } as const;
    const failed = task({
      id: 8,
      kind: "import",
      state: "failed",
      endedAt: 2,
      error: { ...error, args: [], fields: [] },
    });
    const pulled: ImportReport = {
      ...report,
      outcome: "failed",
      fault: "source_vanished",
      plannedFiles: 2000,
      storedFiles: 812,
      frames: 812,
      isResumable: true,
      issues: [],
    };
    const { platform, container } = await renderView(<Import />, {
      path: "/import?task=8&report=31",
      language: "fi",
      answers: answers({ task_list: () => ({ tasks: [failed] }), import_get: () => pulled }),
    });
    expect(await screen.findByText("Kortti irrotettiin kesken tuonnin")).toBeTruthy();
    expect(screen.getByText("812 kuvaa on tallessa; liitä kortti takaisin ja jatka.")).toBeTruthy();
    expect(screen.getAllByText(/irrotettiin/)).toHaveLength(1);
    await expectAccessible(container);
    await userEvent.setup().click(screen.getByRole("button", { name: "Jatka tuontia" }));
    expect(platform.requests("import_resume")).toEqual([{ id: 31, folder: null }]);
  });

  it("shows why it could not be resumed beside how the import stands", async () => {
    const error = { code: "source_differs", kind: "refused", args: [], fields: [], incident: null } as const;
    const failed = task({
      id: 9,
      kind: "import",
      state: "failed",
      endedAt: 2,
      error: { ...error, args: [], fields: [] },
    });
    const pulled: ImportReport = {
      ...report,
      outcome: "failed",
      fault: "source_vanished",
      frames: 0,
      isResumable: true,
      issues: [],
    };
    const { platform } = await renderView(<Import />, {
      path: "/import?task=9&report=31",
      answers: answers({ task_list: () => ({ tasks: [failed] }), import_get: () => pulled }),
    });
    expect(await screen.findByText("The card was removed during the import")).toBeTruthy();
    expect(screen.getByText(/does not hold the photos whose import stopped/)).toBeTruthy();
    expect(screen.getByText("No photo was stored yet; put the card back and resume.")).toBeTruthy();
    await userEvent.setup().click(screen.getByRole("button", { name: "Resume from another folder…" }));
    await waitFor(() => expect(platform.requests("import_resume")).toEqual([{ id: 31, folder: "t1" }]));
  });

  it("shows names of files as text that changes nothing around it", async () => {
    const names = ["<img src=x onerror=alert(1)>.jpg", "\u202egpj.exe", "rivi\nvaihto.jpg"];
    const { container } = await renderView(<Import />, {
      path: "/import?report=31",
      answers: answers({
        import_get: () => ({
          ...report,
          issues: names.map((name) => ({ name, reason: "damaged" as const, isStored: false })),
        }),
      }),
    });
    await screen.findByText("<img src=x onerror=alert(1)>.jpg");
    expect([...container.querySelectorAll("li > bdi")].map((shown) => shown.textContent)).toEqual(names);
    expect(container.querySelector("img")).toBeNull();
  });

  it("offers no resumption of what was given up, and says what to do", async () => {
    await renderView(<Import />, {
      path: "/import?report=31",
      answers: answers({ import_get: () => ({ ...report, outcome: "cancelled" }) }),
    });
    expect(await screen.findByText(/can be imported anew\./)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Resume import" })).toBeNull();
  });

  it("leads to the reports of what was imported into the session before", async () => {
    const { platform, container } = await renderView(<Import />, {
      path: "/import?session=11",
      answers: answers({
        session_get: () => session(),
        import_list: () => ({
          imports: [
            { ...report, id: 32, outcome: "failed", fault: "disk_full" },
            { ...report, id: 31 },
          ],
        }),
      }),
    });
    const list = await screen.findByRole("list", { name: "Imports into Koskelan koulu" });
    expect(within(list).getAllByRole("listitem")[0]?.textContent).toContain("The disk filled up");
    const links = within(list).getAllByRole("link", { name: "Report" });
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      "/import?report=32",
      "/import?report=31",
    ]);
    expect(platform.requests("import_list")).toEqual([{ sessionId: 11 }]);
    await expectAccessible(container);
  });

  it("resumes what was interrupted", async () => {
    const { platform, path } = await renderView(<Import />, {
      path: "/import?report=31",
      answers: answers({ import_get: () => ({ ...report, outcome: "interrupted", isResumable: true }) }),
    });
    await userEvent.setup().click(await screen.findByRole("button", { name: "Resume import" }));
    expect(platform.requests("import_resume")).toEqual([{ id: 31, folder: null }]);
    await waitFor(() => expect(path()).toBe("/sessions/11"));
  });
});
