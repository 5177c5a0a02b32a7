import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { MatchingDto, RightDto, TaskDto } from "../api";
import { keptPreferences, startPreferences } from "../navigation";
import { wireError, type FakeAnswers } from "../platform/fake";
import { AKE, LONG, NOBODYS, PAUSED, UNREADABLE, matching, matchingRegister, run } from "../testing/matching";
import { appState, job, owner } from "../testing/office";
import { cellOf, taskOf } from "../testing/work";
import { expectAccessible, renderView } from "../testing/render";
import Matching from "./Matching";

async function open(first: MatchingDto = matching(), more: FakeAnswers = {}) {
  const user = userEvent.setup();
  const rendered = await renderView(<Matching />, {
    path: "/matching/751",
    answers: {
      ...matchingRegister(first),
      frame_cells: ({ ids }) => ({ cells: ids.map(cellOf) }),
      ...more,
    },
  });
  await screen.findByRole("heading", { name: "Syksyn kuvaus" });
  return { user, ...rendered };
}

const list = () => within(screen.getByRole("grid", { name: "Runs of photos" }));
const rowTexts = () =>
  list()
    .getAllByRole("row")
    .map((row) => row.textContent);
const chosen = () => list().getByRole("row", { selected: true });
const strip = () => screen.getByRole("grid", { name: "Photos of the run" });
const shots = () =>
  within(strip())
    .getAllByRole("gridcell")
    .map((shot) => shot.textContent);
const said = () =>
  screen
    .getAllByRole("status")
    .map((place) => place.textContent)
    .join(" ");
const inspector = () => within(screen.getByRole("complementary"));
const rights = (...more: RightDto[]): FakeAnswers => ({
  app_state: () =>
    appState({
      signer: { ...owner, role: "viewer", rights: ["signed_in", "see_photos", "see_subjects", ...more] },
    }),
});

describe("the list of runs", () => {
  it("opens on those that need a look, with sums that add up", async () => {
    const { container } = await open();
    expect(screen.getByText("Photos 17 = matched 2 + nobody’s 11 + cards 4")).toBeTruthy();
    expect(
      within(screen.getAllByRole("group", { name: "Shown" }).at(-1) as HTMLElement)
        .getAllByRole("button")
        .map((chip) => chip.textContent),
    ).toEqual(["All (5)", "Needs a look (3)", "Nobody’s (1)", "Matched (1)", "Absent (1)"]);
    expect(rowTexts()).toEqual([
      "Malli Ville, 5A?Needs a look3 photosA pause in which somebody else may have come",
      "Nobody’sNeeds a look2 photosThe card could not be read",
      "Virtanen Aino, 5A?Needs a look4 photosMore photos than usual",
    ]);
    await waitFor(() => expect(document.activeElement).toBe(chosen()));
    await expectAccessible(container);
  });

  it("is filtered, and remembers by what", async () => {
    startPreferences({}, () => undefined);
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Nobody’s (1)" }));
    expect(rowTexts()).toEqual(["Nobody’sNobody’s2 photosThere is no card before the photos"]);
    await user.click(screen.getByRole("button", { name: "Matched (1)" }));
    expect(rowTexts()).toEqual(["Virtanen Aino, 5AMatched2 photos"]);
    expect(keptPreferences()).toEqual({ "matching.filter": '"matched"' });
  });

  it("shows all where nothing needs a look", async () => {
    await open(matching({ runs: [run(), NOBODYS] }));
    expect(rowTexts()).toHaveLength(2);
  });

  it("names who is absent, and what there is of them", async () => {
    const card = run({
      keyframes: [21],
      frames: [],
      state: "absent",
      proposed: { kind: "subject", id: 602 },
    });
    const { user, container } = await open(
      matching({
        runs: [run(), card],
        absent: [
          { subjectId: 602, absence: "card_only" },
          { subjectId: 603, absence: "not_seen" },
        ],
      }),
    );
    await user.click(screen.getByRole("button", { name: "Absent (2)" }));
    const absent = within(screen.getByRole("grid", { name: "Absent people" }));
    expect(absent.getAllByRole("row").map((row) => row.textContent)).toEqual([
      "Malli Ville, 5ACard only",
      "Öhman ÅkeProtectedNo card, no photos",
    ]);
    expect(within(strip()).getByText("IMG_21")).toBeTruthy();
    await user.click(absent.getByText("Öhman Åke"));
    expect(screen.getByText(/There are no cards and no photos of this person/)).toBeTruthy();
    await expectAccessible(container);
  });

  it("tells protected people without a name apart", async () => {
    const { user } = await open(
      matching({
        owners: [602, 603].map((id) => ({ ...AKE, id, name: "" })),
        absent: [602, 603].map((subjectId) => ({ subjectId, absence: "not_seen" as const })),
      }),
    );
    await user.click(screen.getByRole("button", { name: "Absent (2)" }));
    const absent = within(screen.getByRole("grid", { name: "Absent people" }));
    expect(absent.getByText("Protected 1")).toBeTruthy();
    expect(absent.getByText("Protected 2")).toBeTruthy();
  });

  it("mounts only what is in sight of 2,500 runs and 20,000 frames", async () => {
    const runs = Array.from({ length: 2_500 }, (_, at) =>
      run({
        keyframes: [at * 8 + 1],
        frames: [2, 3, 4, 5, 6, 7, 8].map((step) => at * 8 + step),
        state: "quarantined",
        reasons: ["time_gap"],
      }),
    );
    const { user, platform } = await open(matching({ runs }));
    expect(screen.getByText(/^Photos 20,000/)).toBeTruthy();
    expect(list().getAllByRole("row").length).toBeLessThan(30);
    await user.keyboard("{End}");
    await waitFor(() => expect(chosen().getAttribute("aria-rowindex")).toBe("2500"));
    expect(document.activeElement).toBe(chosen());
    expect(list().getAllByRole("row").length).toBeLessThan(30);
    expect(Math.max(...platform.requests("frame_cells").map(({ ids }) => ids.length))).toBeLessThan(60);
  });
});

describe("the photos of a run", () => {
  it("stand between those of the neighbours, and cards are named", async () => {
    await open();
    await screen.findByText("IMG_5");
    expect(shots()).toEqual([
      "IMG_1Card before",
      "IMG_2Run before",
      "IMG_3Run before",
      "IMG_4Card",
      "IMG_5",
      "IMG_6",
      "IMG_7",
      "IMG_8Card after",
      "IMG_9Run after",
      "IMG_10Run after",
    ]);
  });

  it("follow the cards where those come last, and end where the session does", async () => {
    const other = run({ sessionId: 12, keyframes: [30], frames: [31] });
    await open(matching({ runs: [run(), PAUSED, other] }), {
      job_list: () => ({ jobs: [job({ cards: 9, fields: { ...job().fields, cardHabit: "last" } })] }),
    });
    await waitFor(() =>
      expect(shots()).toEqual([
        "IMG_2Run before",
        "IMG_3Run before",
        "IMG_1Card before",
        "IMG_5",
        "IMG_6",
        "IMG_7",
        "IMG_4Card",
      ]),
    );
  });

  it("are walked by arrows, shown large by Space, and come back to", async () => {
    const { user, path } = await open();
    await screen.findByText("IMG_5");
    await user.keyboard("{ArrowRight}{ArrowRight} ");
    const large = await screen.findByRole("region", { name: "Large view" });
    expect(path()).toBe("/matching/751?large=1");
    expect(large.querySelector("img")?.getAttribute("src")).toBe("/photo/preview/5");
    await user.keyboard("{ArrowRight}{Escape}");
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset.id).toBe("6"));
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(chosen());
    await user.keyboard("{Escape}");
    expect(path()).toBe("/schools/201?tab=jobs");
  });
});

describe("the inspector", () => {
  it("says for whom, how sure, why, and what to do", async () => {
    const { container } = await open();
    const panel = inspector();
    expect(panel.getByRole("heading", { name: "Proposed" })).toBeTruthy();
    expect(panel.getByText("Malli Ville, 5A")).toBeTruthy();
    expect(panel.getByText("Doubtful")).toBeTruthy();
    expect(panel.getByText("SK1-7Q4M2-0042-N").parentElement?.textContent).toBe(
      "A subject’s card SK1-7Q4M2-0042-N",
    );
    expect(panel.getByText(/may have changed during the pause without a card/)).toBeTruthy();
    expect(panel.getByText(/^2 numbers are missing among the photos/)).toBeTruthy();
    await expectAccessible(container);
  });

  it("tells of who is protected the name alone", async () => {
    await open(matching({ runs: [{ ...PAUSED, proposed: { kind: "subject", id: AKE.id } }] }));
    expect(chosen().textContent).toContain("Öhman Åke?Protected");
    expect(chosen().textContent).not.toContain("5A");
    expect(inspector().getAllByText("Protected").length).toBeGreaterThan(0);
  });

  it("offers nothing to who may only look, and says why", async () => {
    const { user, platform } = await open(matching(), rights());
    expect(inspector().getByText(/Your role \(.+\) does not/)).toBeTruthy();
    expect(inspector().queryByRole("button")).toBeNull();
    await user.keyboard("{Enter}c[[1");
    expect(platform.requests("matching_edit")).toEqual([]);
  });

  it("offers only what can be done", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "All (5)" }));
    expect(chosen().textContent).toContain("Malli Ville");
    act(() => chosen().focus());
    await user.keyboard("{Home}");
    await waitFor(() => expect(chosen().textContent).toContain("Virtanen Aino"));
    const names = () =>
      inspector()
        .getAllByRole("button")
        .map((button) => button.textContent);
    // the first run is matched, there is nothing before it, and nothing has been put right yet
    expect(names()).toEqual([
      "Give by name…A",
      "Give to the card after].",
      "Type the card’s code…T",
      "Not a cardN",
    ]);
  });
});

describe("putting right", () => {
  it("takes a handful of keys for three faults, each with its request, and says what happened", async () => {
    const { user, platform, container } = await open();
    await waitFor(() => expect(document.activeElement).toBe(chosen()));
    await user.keyboard("c");
    await waitFor(() => expect(chosen().textContent).toContain("The card could not be read"));
    expect(document.activeElement).toBe(chosen());
    expect(said()).toContain("The photos are now: Malli Ville. 2 runs are left to look at.");

    await user.keyboard("t");
    await screen.findByRole("textbox", { name: "Code of the card in IMG_8" });
    await expectAccessible(container);
    await user.keyboard("0042-N{Enter}");
    await waitFor(() => expect(chosen().textContent).toContain("More photos than usual"));
    expect(said()).toContain("The photos are now: Malli Ville. 1 run is left to look at.");

    await waitFor(() => expect(document.activeElement).toBe(chosen()));
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}s");
    await waitFor(() => expect(chosen().textContent).toContain("Split off and not given yet"));
    expect(rowTexts()).toHaveLength(1);

    await user.keyboard("a");
    await screen.findByRole("combobox", { name: /^Whose photos these are/ });
    await user.keyboard("öh{Enter}");
    expect(await screen.findByText(/Every run has been looked at/)).toBeTruthy();
    expect(said()).toContain("The photos are now: Öhman Åke. Nothing is left to look at.");
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("button", { name: "Show all" })),
    );
    await user.keyboard("{Enter}");
    await waitFor(() => expect(rowTexts()).toHaveLength(6));
    expect(document.activeElement).toBe(chosen());

    const same = { jobId: 751, code: "", owner: null, neighbour: null };
    expect(platform.requests("matching_edit")).toEqual([
      { ...same, lastEdit: 0, kind: "confirm", frameId: 5 },
      { ...same, lastEdit: 31, kind: "type_code", frameId: 8, code: "0042-N" },
      { ...same, lastEdit: 32, kind: "split", frameId: 14 },
      { ...same, lastEdit: 33, kind: "assign", frameId: 14, owner: { kind: "subject", id: 603 } },
    ]);
  });

  it("is undone step by step, by U and by Ctrl+Z, and leads back to what was undone", async () => {
    const { user, platform } = await open();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(chosen().textContent).toContain("The card could not be read"));
    await user.keyboard("a");
    await screen.findByRole("combobox");
    await user.keyboard("vir{Enter}");
    await waitFor(() => expect(chosen().textContent).toContain("More photos than usual"));
    await user.keyboard("u");
    await waitFor(() => expect(chosen().textContent).toContain("The card could not be read"));
    expect(said()).toContain("Undone: giving by name. 2 runs are left to look at.");
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => expect(chosen().textContent).toContain("Malli Ville"));
    expect(platform.requests("matching_undo")).toEqual([
      { jobId: 751, lastEdit: 32 },
      { jobId: 751, lastEdit: 31 },
    ]);
    await user.keyboard("u");
    expect(platform.requests("matching_undo")).toHaveLength(2);
  });

  it.each([
    ["[", PAUSED, { kind: "shift", neighbour: "previous", frameId: 5 }],
    [",", PAUSED, { kind: "shift", neighbour: "previous", frameId: 5 }],
    ["]", PAUSED, { kind: "shift", neighbour: "next", frameId: 5 }],
    ["j", PAUSED, { kind: "merge", frameId: 5 }],
    ["n", UNREADABLE, { kind: "not_a_card", frameId: 8 }],
    [
      "n",
      { ...PAUSED, keyframes: [], reasons: ["foreign_code" as const] },
      { kind: "not_a_card", frameId: 5 },
    ],
    ["1", PAUSED, { kind: "assign", frameId: 5, owner: { kind: "subject", id: 603 } }],
  ])("by %s asks for what it says", async (keys, its, wanted) => {
    const { user, platform } = await open(matching({ runs: [run(), its, LONG] }));
    await waitFor(() => expect(document.activeElement).toBe(chosen()));
    await user.keyboard(keys === "[" ? "[[" : keys);
    await waitFor(() =>
      expect(platform.requests("matching_edit")).toEqual([
        { jobId: 751, lastEdit: 0, code: "", owner: null, neighbour: null, ...wanted },
      ]),
    );
  });

  it("gives to nobody, and narrows the names by class", async () => {
    const { user, platform } = await open();
    await user.keyboard("a");
    await user.click(await screen.findByRole("combobox"));
    await user.keyboard("5a");
    const names = () => screen.getAllByRole("option").map((option) => option.textContent);
    await waitFor(() => expect(names()).toEqual(["Virtanen Aino, 5A", "Malli Ville, 5A", "5A", "Nobody’s"]));
    await user.keyboard("{ArrowUp}{Enter}");
    await waitFor(() => expect(platform.requests("matching_edit")[0]).toMatchObject({ owner: null }));
    await waitFor(() => expect(said()).toContain("The photos are nobody’s. 2 runs are left to look at."));
  });

  it("shows a wrong code beside its field, and keeps what was typed", async () => {
    const { user, platform, container } = await open(matching({ runs: [UNREADABLE] }), {
      matching_edit: () => {
        throw wireError("invalid_fields", {
          kind: "invalid",
          fields: [{ field: "code", problem: "not_card_code" }],
        });
      },
    });
    await user.keyboard("t");
    const field = await screen.findByRole("textbox", { name: /^Code of the card/ });
    await user.keyboard("0O42{Enter}");
    await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
    expect(screen.getByText(/^This is not the code of a camera card/)).toBeTruthy();
    expect(field).toHaveProperty("value", "0O42");
    await expectAccessible(container);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(document.activeElement).toBe(chosen());
    expect(platform.requests("matching_edit")).toHaveLength(1);
  });

  it("says why something was refused, and takes the next key", async () => {
    const { user, platform } = await open(matching(), {
      matching_edit: () => {
        throw wireError("matching_edit_refused", { args: [{ name: "why", value: "no_neighbour" }] });
      },
    });
    await user.keyboard("[[");
    expect(await screen.findByText("There is no run or card that was read on that side.")).toBeTruthy();
    expect(screen.getByText("Nothing was changed.")).toBeTruthy();
    expect(chosen().textContent).toContain("Malli Ville");
    await user.keyboard("j");
    await waitFor(() => expect(platform.requests("matching_edit")).toHaveLength(2));
  });

  it("reads again what a colleague has changed, and says so", async () => {
    const { user, platform } = await open();
    const theirs = matching({ edits: [{ id: 44, kind: "confirm", frameId: 9, at: 1 }] });
    platform.answer(matchingRegister(theirs));
    await user.keyboard("c");
    expect(await screen.findByText(/A colleague has changed the matching/)).toBeTruthy();
    await waitFor(() => expect(platform.requests("matching_get")).toHaveLength(2));
    await user.keyboard("c");
    await waitFor(() => expect(platform.requests("matching_edit").at(-1)?.lastEdit).toBe(44));
    await waitFor(() => expect(screen.queryByText(/A colleague has changed/)).toBeNull());
  });

  it.each(["c", "Enter", "1"])("by a held %s changes only the run that was seen", async (key) => {
    const { user, platform } = await open();
    await waitFor(() => expect(document.activeElement).toBe(chosen()));
    fireEvent.keyDown(chosen(), { key, repeat: true });
    await user.keyboard("{ArrowDown}{ArrowUp}");
    expect(platform.requests("matching_edit")).toEqual([]);
    fireEvent.keyDown(chosen(), { key });
    await waitFor(() => expect(platform.requests("matching_edit")).toHaveLength(1));
  });

  it("takes a name only when it is the only one left, or was chosen", async () => {
    const { user, platform } = await open();
    await user.keyboard("a");
    const field = await screen.findByRole("combobox");
    await user.keyboard("5a{Enter}");
    await waitFor(() => expect(field.getAttribute("aria-activedescendant")).toBeTruthy());
    expect(platform.requests("matching_edit")).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() =>
      expect(platform.requests("matching_edit")[0]?.owner).toEqual({ kind: "subject", id: 601 }),
    );
  });

  it("is sent once however quickly the key is pressed", async () => {
    let answer: () => void = () => undefined;
    const { user, platform } = await open(matching(), {
      matching_edit: () =>
        new Promise((resolve) => {
          answer = () => resolve(matching());
        }),
    });
    await user.keyboard("ccc");
    expect(platform.requests("matching_edit")).toHaveLength(1);
    act(() => answer());
  });
});

describe("above the list", () => {
  const task = (part: Partial<TaskDto> = {}): TaskDto =>
    taskOf({ kind: "code_reading", subject: "Koskelan koulu", done: 3, total: 12, ...part });

  it("codes are looked for in what nobody has looked at, with progress", async () => {
    const { user, platform, container } = await open(
      matching({ sessions: [{ id: 11, name: "Koskelan koulu", frames: 17, unread: 12 }] }),
      { codes_read_start: () => ({ task: 9 }) },
    );
    expect(screen.getByText(/^Nobody has looked for codes in 12 photos yet/)).toBeTruthy();
    await expectAccessible(container);
    await user.click(screen.getByRole("button", { name: "Look for codes" }));
    expect(platform.requests("codes_read_start")).toEqual([{ id: 751 }]);
    act(() => platform.emit({ type: "task_updated", task: task() }));
    expect(await screen.findByRole("progressbar", { name: "Looking for codes in the photos" })).toBeTruthy();
    act(() =>
      platform.emit({
        type: "task_updated",
        task: task({ state: "failed", error: wireError("disk_full", { kind: "environment" }) }),
      }),
    );
    expect(await screen.findByText(/The disk is full/)).toBeTruthy();
  });

  it("clocks that were off are told, with a warning where the zone was left wrong", async () => {
    const clock = {
      sessionId: 11,
      camera: "Canon EOS R6",
      cameraId: 1,
      correctionMs: null,
      correctedMs: 0,
      isZoneLeftWrong: false,
    };
    await open(
      matching({
        clocks: [
          { ...clock, frameId: 20, offsetMs: 134_000 },
          { ...clock, camera: "", frameId: 21, offsetMs: -3_604_000, isZoneLeftWrong: true },
          { ...clock, frameId: 22, offsetMs: 400 },
        ],
      }),
    );
    expect(screen.getByText("Canon EOS R6: the clock is 2 min 14 s slow.")).toBeTruthy();
    expect(screen.getByText("Camera: the clock is 1 h 4 s fast.")).toBeTruthy();
    expect(screen.getByText(/left in the wrong time zone/)).toBeTruthy();
    expect(screen.getAllByText(/the clock is/)).toHaveLength(2);
    expect(screen.queryByRole("button", { name: "Correct the times" })).toBeNull();
  });

  it("corrects the times by what a clock’s card showed, and takes that back", async () => {
    const shown = (correctedMs: number) =>
      matching({
        clocks: [
          {
            sessionId: 11,
            camera: "Canon EOS R6",
            cameraId: 4,
            frameId: 20,
            offsetMs: 134_000,
            correctionMs: 134_000,
            correctedMs,
            isZoneLeftWrong: false,
          },
        ],
      });
    const { user, platform } = await open(shown(0));
    let before = 0;
    platform.answer({
      clock_correct: ({ offsetMs }) => {
        const beforeMs = before;
        before = offsetMs;
        return { beforeMs };
      },
      matching_get: () => shown(before),
    });
    await user.click(screen.getByRole("button", { name: "Correct the times" }));
    await screen.findByText("Times corrected");
    platform.emit({ type: "changed", changes: [{ entity: "session", ids: [11] }] });
    await screen.findByText(/The times are corrected\./);
    expect(screen.queryByRole("button", { name: "Correct the times" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() =>
      expect(platform.requests("clock_correct").map(({ offsetMs }) => offsetMs)).toEqual([134_000, 0]),
    );
  });

  it("corrections that no longer apply are counted by kind", async () => {
    const edit = (id: number) => ({ id, kind: "split" as const, frameId: id, at: 1 });
    await open(
      matching({
        edits: [edit(1), edit(2)],
        notApplied: [
          { edit: 0, why: "frame_gone" },
          { edit: 1, why: "frame_gone" },
        ],
      }),
    );
    expect(screen.getByText("2 earlier corrections no longer apply:")).toBeTruthy();
    expect(screen.getByText("the split (2): The photo is no longer in the job’s sessions.")).toBeTruthy();
  });

  it("a job without cards says so, and leads to the jobs", async () => {
    const { user, path } = await open(matching(), { job_list: () => ({ jobs: [job({ cards: 0 })] }) });
    await user.click(await screen.findByRole("button", { name: "Go to the jobs" }));
    expect(path()).toBe("/schools/201?tab=jobs");
  });

  it("a job without a session says what to do", async () => {
    const { user, path, container } = await open(matching({ sessions: [], runs: [], absent: [] }));
    expect(screen.getByText(/^The job has no session yet/)).toBeTruthy();
    await expectAccessible(container);
    await user.click(screen.getByRole("button", { name: "Import photos…" }));
    expect(path()).toBe("/import");
  });
});
