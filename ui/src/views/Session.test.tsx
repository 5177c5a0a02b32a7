import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { FrameFacts, FrameGroup } from "../api";
import { keptPreferences, startPreferences } from "../navigation";
import type { FakeAnswers } from "../platform/fake";
import { wireError } from "../platform/fake";
import { appState, job, owner, session as sessionOf } from "../testing/office";
import { cellOf, unmarked } from "../testing/work";
import { expectAccessible, renderView } from "../testing/render";
import Session from "./Session";

const session = sessionOf({ name: "Koskelan koulu <b>3B</b>" });
const facts = (id: number): FrameFacts => ({
  ...cellOf(id),
  sessionId: 11,
  sessionName: session.name,
  clockOffsetMs: 0,
  takenLocal: "2026-09-03T08:41:07",
  offsetMinutes: 180,
  camera: "Canon EOS R6",
  serial: null,
  orientation: 1,
  exposureSeconds: 1 / 160,
  fNumber: 8,
  iso: 200,
  focalMm: 85,
  files: [{ name: `IMG_${id}.JPG`, kind: "jpeg", sizeBytes: 8_400_000, remarks: [] }],
  orders: [],
});

function answers(count = 12): FakeAnswers {
  return {
    session_get: () => session,
    frame_index: ({ minRating }) => ({
      ids: minRating > 0 ? [2] : Array.from({ length: count }, (_, index) => index + 1),
      total: count,
      groups: [],
    }),
    frame_cells: ({ ids }) => ({ cells: ids.map(cellOf) }),
    frame_get: ({ id }) => facts(id),
    frame_mark: ({ ids }) => ({ marks: ids.map(unmarked) }),
    frame_marks_restore: () => ({}),
  };
}

const nobody = { name: "", className: "", isProtected: false };
const GROUPS: FrameGroup[] = [
  { kind: "subject", name: "Korhonen Elli", className: "3B", isProtected: false, count: 4 },
  { kind: "subject", name: "0042", className: "", isProtected: true, count: 2 },
  { kind: "class", name: "3B", className: "", isProtected: false, count: 1 },
  { kind: "quarantined", ...nobody, count: 3 },
  { kind: "unmatched", ...nobody, count: 1 },
  { kind: "cards", ...nobody, count: 1 },
];
const TWELVE = Array.from({ length: 12 }, (_, index) => index + 1);
const grouped: FakeAnswers = {
  session_get: () => ({ ...session, jobId: 751, job: "Koskelan koulu" }),
  frame_index: ({ sort }) => ({ ids: TWELVE, total: 12, groups: sort === "subject" ? GROUPS : [] }),
};
const headings = () => screen.getAllByRole("rowheader").map((heading) => heading.textContent);

const changed = { type: "changed" as const, changes: [{ entity: "frame", ids: [1] }] };

async function openSession(more: FakeAnswers = {}, count = 12) {
  const view = await renderView(<Session />, {
    path: "/sessions/11",
    answers: { ...answers(count), ...more },
  });
  await screen.findByRole("gridcell", { name: "IMG_1" });
  return { ...view, user: userEvent.setup() };
}

describe("a session's photos", () => {
  it("shows the grid with its facts, markup as text, and is accessible", async () => {
    const { container } = await openSession();
    expect(screen.getByRole("heading", { name: "Koskelan koulu <b>3B</b>" })).toBeTruthy();
    expect(await screen.findByText("Canon EOS R6")).toBeTruthy();
    expect(screen.getByText("1/160 s · f/8 · ISO 200 · 85 mm")).toBeTruthy();
    await expectAccessible(container);
  });

  it("never shows one photo's facts under another's name", async () => {
    let answerSecond = (): void => undefined;
    const second = new Promise<FrameFacts>((resolve) => {
      answerSecond = () => resolve(facts(2));
    });
    const { user } = await openSession({ frame_get: ({ id }) => (id === 2 ? second : facts(id)) });
    await screen.findByText("IMG_1.JPG");
    act(() => screen.getAllByRole("gridcell")[0]?.focus());
    await user.keyboard("{ArrowRight}");
    expect(screen.getByRole("heading", { level: 2, name: "IMG_2" })).toBeTruthy();
    expect(screen.queryByText("IMG_1.JPG")).toBeNull();
    await act(async () => answerSecond());
    expect(await screen.findByText("IMG_2.JPG")).toBeTruthy();
  });

  it("asks for cells in pages of at most 200, and only for those near the view", async () => {
    const { platform } = await openSession({}, 20_000);
    const asked = platform.requests("frame_cells").map((request) => request.ids.length);
    expect(Math.max(...asked)).toBeLessThanOrEqual(200);
    expect(asked.reduce((sum, count) => sum + count, 0)).toBeLessThan(400);
  });

  it("rates by key, shows it at once and undoes it with U", async () => {
    const { user, platform } = await openSession();
    await user.keyboard("{ArrowRight}4");
    expect(await screen.findByRole("img", { name: "4 stars" })).toBeTruthy();
    expect(platform.requests("frame_mark")).toMatchObject([{ ids: [2], rating: 4, isRejected: null }]);
    await user.keyboard("u");
    expect(platform.requests("frame_marks_restore")).toEqual([{ marks: [unmarked(2)] }]);
    expect(screen.queryByRole("img", { name: "4 stars" })).toBeNull();
  });

  it("marks the whole selection, says how many, and offers undo", async () => {
    const { user, platform } = await openSession();
    await user.keyboard("{Shift>}{ArrowRight}{ArrowRight}{/Shift}x");
    expect(platform.requests("frame_mark")).toMatchObject([
      { ids: [1, 2, 3], rating: null, isRejected: true },
    ]);
    expect(await screen.findByText("3 photos were rejected")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(platform.requests("frame_marks_restore")).toHaveLength(1);
  });

  it("marks by the stars of the panel what the keys mark, and says for how many photos", async () => {
    const { user, platform } = await openSession();
    const panel = within(screen.getByRole("complementary"));
    expect(panel.queryByText(/^Marks apply to/)).toBeNull();
    await user.keyboard("{ArrowRight}4{ArrowLeft}{Shift>}{ArrowRight}{/Shift}");
    expect(await panel.findByText("Marks apply to 2 photos")).toBeTruthy();
    const star = panel.getByRole("button", { name: "Give 4 stars" });
    expect(star.getAttribute("aria-pressed")).toBe("false");
    await user.click(star);
    expect(platform.requests("frame_mark").at(-1)).toMatchObject({
      ids: [1, 2],
      rating: 4,
      isRejected: null,
    });
    await waitFor(() => expect(star.getAttribute("aria-pressed")).toBe("true"));
    await user.click(panel.getByRole("button", { name: "Reject" }));
    expect(platform.requests("frame_mark").at(-1)).toMatchObject({
      ids: [1, 2],
      rating: null,
      isRejected: true,
    });
  });

  it("undoes from its notice the marking that the notice tells of, and leaves what was marked since", async () => {
    const { user, platform } = await openSession();
    await user.keyboard("{Shift>}{ArrowRight}{ArrowRight}{/Shift}x");
    await screen.findByText("3 photos were rejected");
    await user.keyboard("{Escape}5");
    await screen.findByRole("img", { name: "5 stars" });
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(screen.queryByRole("img", { name: "Rejected" })).toBeNull());
    expect(screen.getByRole("img", { name: "5 stars" })).toBeTruthy();
    expect(platform.requests("frame_marks_restore")).toEqual([
      {
        marks: [unmarked(1), unmarked(2), { ...unmarked(3), rating: 5 }],
      },
    ]);
    await user.keyboard("u");
    await waitFor(() => expect(screen.queryByRole("img", { name: "5 stars" })).toBeNull());
    expect(platform.requests("frame_marks_restore").at(-1)).toEqual({
      marks: [unmarked(3)],
    });
  });

  it("undoes a mark that the register has not answered yet, once it has", async () => {
    let answer: () => void = () => undefined;
    const { user, platform } = await openSession({
      frame_mark: () =>
        new Promise((resolve) => {
          answer = () => resolve({ marks: [unmarked(1)] });
        }),
    });
    await user.keyboard("4");
    await screen.findByRole("img", { name: "4 stars" });
    await user.keyboard("u");
    expect(screen.queryByRole("img", { name: "4 stars" })).toBeNull();
    expect(platform.requests("frame_marks_restore")).toEqual([]);
    answer();
    await waitFor(() => expect(platform.requests("frame_marks_restore")).toHaveLength(1));
  });

  it("keeps a mark, and its undo, when the register refuses to take it back", async () => {
    const marked = { ...cellOf(1), rating: 4 };
    const { user, platform } = await openSession({
      frame_marks_restore: () => {
        throw wireError("disk_full", { kind: "environment" });
      },
    });
    await user.keyboard("4");
    await screen.findByRole("img", { name: "4 stars" });
    platform.answer({ frame_cells: () => ({ cells: [marked] }) });
    await user.keyboard("u");
    await screen.findByText("The disk is full. Everything saved so far is safe. Free some space", {
      exact: false,
    });
    await screen.findByRole("img", { name: "4 stars" });
    platform.answer({ frame_marks_restore: () => ({}) });
    await user.keyboard("u");
    await waitFor(() => expect(platform.requests("frame_marks_restore")).toHaveLength(2));
  });

  it("neither counts nor marks selected photos that a filter hides", async () => {
    const { user, platform } = await openSession();
    await user.keyboard("{Control>}a{/Control}");
    await screen.findByText("12 selected");
    await user.click(screen.getByRole("button", { name: "At least 3 stars" }));
    await screen.findByText("1 selected");
    await user.keyboard("x");
    expect(platform.requests("frame_mark")).toMatchObject([{ ids: [2], rating: null, isRejected: true }]);
  });

  it("takes a mark back when the register refuses it", async () => {
    const { user } = await openSession({
      frame_mark: () => {
        throw wireError("disk_full", { kind: "environment" });
      },
    });
    await user.keyboard("5");
    await waitFor(() => expect(screen.queryByRole("img", { name: "5 stars" })).toBeNull());
  });

  it("does not read the ids again for a mark unless the list depends on marks", async () => {
    const { platform, user } = await openSession();
    act(() => platform.emit(changed));
    await waitFor(() => expect(platform.requests("frame_cells").at(-1)).toEqual({ ids: [1] }));
    expect(platform.requests("frame_index")).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "At least 3 stars" }));
    await waitFor(() => expect(platform.requests("frame_index").at(-1)?.minRating).toBe(3));
    const before = platform.requests("frame_index").length;
    act(() => platform.emit(changed));
    await waitFor(() => expect(platform.requests("frame_index").length).toBe(before + 1));
  });

  it("remembers filter and size, but never what was searched for", async () => {
    const { user } = await openSession();
    await user.type(screen.getByRole("searchbox"), "Virtanen");
    await user.click(screen.getByRole("button", { name: "At least 2 stars" }));
    fireEvent.change(screen.getByRole("slider"), { target: { value: "240" } });
    expect(keptPreferences()).toMatchObject({ "frames.rating": "2", "frames.size": "240" });
    expect(JSON.stringify(keptPreferences())).not.toContain("Virtanen");
    expect(JSON.stringify({ ...localStorage })).not.toContain("Virtanen");
  });

  it("says in place of a photo that it cannot be shown, and large what to do", async () => {
    const { user } = await openSession();
    const second = screen.getByRole("gridcell", { name: "IMG_2" });
    fireEvent.error(second.querySelector("img") as HTMLImageElement);
    expect(await screen.findByText("The photo is damaged or missing")).toBeTruthy();
    await user.keyboard("{ArrowRight}{Enter}");
    const large = await screen.findByRole("region", { name: "Large view" });
    const picture = large.querySelector("img");
    expect(picture?.getAttribute("src")).toBe("/photo/preview/2");
    fireEvent.error(picture as HTMLImageElement);
    expect(await screen.findByText(/its stored file is damaged or missing/)).toBeTruthy();
    expect(screen.getByText(/Import the photo again from the card/)).toBeTruthy();
    await user.keyboard("{ArrowRight}");
    expect(screen.queryByText(/its stored file is damaged or missing/)).toBeNull();
  });

  it("says why cells could not be read, and reads them again", async () => {
    let isBroken = true;
    const view = await renderView(<Session />, {
      path: "/sessions/11",
      answers: {
        ...answers(),
        frame_cells: ({ ids }) => {
          if (isBroken) throw wireError("input_output", { kind: "environment" });
          return { cells: ids.map(cellOf) };
        },
      },
    });
    await screen.findByText("Reading or writing the disk failed.");
    isBroken = false;
    await userEvent.setup().click(screen.getByRole("button", { name: "Try again" }));
    await screen.findByRole("gridcell", { name: "IMG_1" });
    expect(screen.queryByText("Reading or writing the disk failed.")).toBeNull();
    expect(view.platform.requests("frame_cells").length).toBe(2);
  });

  it("saves the session's details by Enter, and shows the newer ones when somebody else saved first", async () => {
    const theirs = { ...session, name: "Koskelan koulu 3C", rev: 5 };
    let isStale = true;
    const { user, platform } = await openSession({
      session_update: ({ name, photographer, rev }) => {
        if (isStale) throw wireError("session_stale");
        return { ...session, name, photographer, rev: rev + 1 };
      },
    });
    await user.click(screen.getByRole("button", { name: "Edit…" }));
    const name = await screen.findByRole("textbox", { name: /^Name/ });
    await user.type(name, "!{Enter}");
    platform.answer({ session_get: () => theirs });
    await user.click(await screen.findByRole("button", { name: /show the new version/ }));
    await waitFor(() => expect(name).toHaveProperty("value", "Koskelan koulu 3C"));
    isStale = false;
    await user.type(name, "?{Enter}");
    await screen.findByText("The session’s details are saved");
    expect(platform.requests("session_update").map(({ rev, name: sent }) => [rev, sent])).toEqual([
      [1, `${session.name}!`],
      [5, "Koskelan koulu 3C?"],
    ]);
  });

  it("is part of a job or of none, which its details say", async () => {
    const { user, platform } = await openSession({
      job_recent: () => ({ jobs: [job()] }),
      session_update: ({ name, photographer, jobId }) => ({ ...session, name, photographer, jobId, rev: 2 }),
    });
    await user.click(screen.getByRole("button", { name: "Edit…" }));
    await user.click(await screen.findByRole("button", { name: /No job/ }));
    expect((await screen.findAllByRole("option")).map((option) => option.textContent)).toEqual([
      "No job",
      "Koskelan koulu: Syksyn kuvaus, 3 Sep 2026",
    ]);
    await user.keyboard("{ArrowDown}{Enter}");
    await expectAccessible(screen.getByRole("dialog"));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText("The session’s details are saved");
    expect(platform.requests("session_update").at(-1)).toMatchObject({ id: 11, rev: 1, jobId: 751 });
  });

  it("keeps a job that is not among the latest", async () => {
    const ofJob = { ...session, jobId: 760, job: "Norrvalla skola: Höst" };
    const { user, platform } = await openSession({
      session_get: () => ofJob,
      job_recent: () => ({ jobs: [job()] }),
      session_update: () => ({ ...ofJob, rev: 2 }),
    });
    await user.click(screen.getByRole("button", { name: "Edit…" }));
    await screen.findByRole("button", { name: /Norrvalla skola: Höst/ });
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(platform.requests("session_update").at(-1)?.jobId).toBe(760));
  });

  it("keeps the job of a session for who may not see jobs, and leads nowhere", async () => {
    const ofJob = { ...session, jobId: 760, job: "Norrvalla skola: Höst" };
    const { user, platform } = await openSession({
      app_state: () => appState({ signer: { ...owner, rights: ["signed_in", "see_photos", "mark_photos"] } }),
      session_get: () => ofJob,
      session_update: () => ({ ...ofJob, rev: 2 }),
    });
    expect(await screen.findByText("Norrvalla skola: Höst · Minna Rautio")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Match photos" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Edit…" }));
    await user.click(await screen.findByRole("button", { name: "Save" }));
    await waitFor(() => expect(platform.requests("session_update").at(-1)?.jobId).toBe(760));
    expect(platform.requests("job_recent")).toEqual([]);
  });

  it("leads from a session of a job to its matching", async () => {
    const { user, path } = await openSession({
      session_get: () => ({ ...session, jobId: 751, job: "Koskelan koulu: Syksyn kuvaus" }),
    });
    await user.click(await screen.findByRole("button", { name: "Match photos" }));
    expect(path()).toBe("/matching/751");
  });

  it("leaves an interrupted import at what is stored, once that is confirmed", async () => {
    const { user, platform } = await openSession({
      session_get: () => ({ ...session, resumableImportId: 31 }),
      import_give_up: () => ({}),
    });
    await user.click(await screen.findByRole("button", { name: "Do not resume" }));
    await user.click(await screen.findByRole("button", { name: "Resume later" }));
    expect(platform.requests("import_give_up")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Do not resume" }));
    const question = await screen.findByRole("alertdialog");
    await user.click(within(question).getByRole("button", { name: "Do not resume" }));
    await screen.findByText("The import is left at what is stored");
    expect(platform.requests("import_give_up")).toEqual([{ id: 31 }]);
  });

  it("opens large with Enter, moves, rates there, and comes back to the photo it left", async () => {
    const { user, platform, path } = await openSession();
    await user.keyboard("{Enter}");
    const large = await screen.findByRole("region", { name: "Large view" });
    expect(path()).toBe("/sessions/11?large=1");
    await user.keyboard("{ArrowRight}{ArrowRight}3");
    expect(platform.requests("frame_mark")).toMatchObject([{ ids: [3], rating: 3, isRejected: null }]);
    expect(large.querySelector("img")?.getAttribute("src")).toBe("/photo/preview/3");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("region", { name: "Large view" })).toBeNull());
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset.id).toBe("3"));
  });

  it("marks a colour by key, takes it away by the same key, and shows only photos of a colour", async () => {
    const { user, platform } = await openSession();
    await user.keyboard("{Shift>}{ArrowRight}{/Shift}8");
    expect(await screen.findAllByRole("img", { name: "Green" })).toHaveLength(2);
    await user.keyboard("8");
    expect(screen.queryByRole("img", { name: "Green" })).toBeNull();
    expect(platform.requests("frame_mark")).toMatchObject([
      { ids: [1, 2], color: "green", rating: null },
      { ids: [1, 2], color: "none", rating: null },
    ]);
    const filter = screen.getByRole("group", { name: "Colour" });
    await user.click(within(filter).getByRole("button", { name: "Green" }));
    await waitFor(() => expect(platform.requests("frame_index").at(-1)?.color).toBe("green"));
  });

  it("calls a photo a retake, and undoes it without undoing what was marked since", async () => {
    const { user, platform } = await openSession({
      frame_mark: ({ ids, isRetake }) => ({
        marks: ids.map((id) => ({ ...unmarked(id), rating: isRetake === null ? 0 : 2 })),
      }),
    });
    await user.keyboard("t");
    expect(await screen.findByRole("img", { name: "Retake" })).toBeTruthy();
    await user.keyboard("uu");
    expect(screen.queryByRole("img", { name: "Retake" })).toBeNull();
    await waitFor(() => expect(platform.requests("frame_marks_restore")).toHaveLength(1));
    expect(platform.requests("frame_marks_restore")[0]?.marks).toEqual([unmarked(1)]);
  });

  it("turns a photo, shows it lying at once, and forgets where its head was until that is undone", async () => {
    const head = { x: 5000, top: 1000, chin: 4000 };
    const { user, platform } = await openSession({
      frame_cells: ({ ids }) => ({ cells: ids.map((id) => ({ ...cellOf(id), head })) }),
      frame_mark: ({ ids }) => ({ marks: ids.map((id) => ({ ...unmarked(id), head })) }),
    });
    await user.keyboard("{Enter}");
    const large = await screen.findByRole("region", { name: "Large view" });
    const shown = () => large.querySelector("img")?.getAttribute("src");
    await user.keyboard("{Shift>}r{/Shift}");
    expect(platform.requests("frame_mark")).toMatchObject([{ ids: [1], turnBy: 3 }]);
    await waitFor(() => expect(shown()).toBe("/photo/preview/1/3"));
    await user.keyboard("u");
    await waitFor(() => expect(shown()).toBe("/photo/preview/1"));
    await waitFor(() =>
      expect(platform.requests("frame_marks_restore")).toEqual([{ marks: [{ ...unmarked(1), head }] }]),
    );
  });

  it("undoes a turn of several from its notice without undoing a later turn of one of them", async () => {
    const { user, platform } = await openSession();
    await user.keyboard("{Shift>}{ArrowRight}{/Shift}r");
    await screen.findByText("2 photos marked");
    await user.keyboard("{Escape}r");
    await waitFor(() => expect(platform.requests("frame_mark")).toHaveLength(2));
    const twice = platform.requests("frame_mark")[1]?.ids[0];
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(platform.requests("frame_marks_restore")).toHaveLength(1));
    const turns = platform.requests("frame_marks_restore")[0]?.marks.map(({ id, turn }) => [id, turn]);
    expect(turns).toEqual([1, 2].map((id) => [id, id === twice ? 1 : 0]));
  });

  it("frames a head by keys alone, keeps it, and takes it away again", async () => {
    const { user, platform } = await openSession({
      frame_head_set: ({ id }) => ({ marks: [unmarked(id)] }),
    });
    await user.keyboard("{Enter}h");
    const frame = await screen.findByRole("group", { name: "Place of the head" });
    expect(document.activeElement).toBe(frame);
    await user.keyboard("{ArrowRight}{ArrowUp}++{Enter}");
    const set = { x: 5050, top: 1350, chin: 4550 };
    expect(platform.requests("frame_head_set")).toEqual([{ id: 1, head: set }]);
    expect(screen.queryByRole("group", { name: "Place of the head" })).toBeNull();
    await user.keyboard("h{ArrowLeft}{Escape}");
    expect(platform.requests("frame_head_set")).toHaveLength(1);
    expect(screen.getByRole("region", { name: "Large view" })).toBeTruthy();
    await user.keyboard("h{Delete}");
    expect(platform.requests("frame_head_set").at(-1)).toEqual({ id: 1, head: null });
  });

  it("leaves the large view when the last photo that the filter shows goes", async () => {
    let ids = [1];
    const { user, path, platform } = await openSession({
      frame_index: () => ({ ids, total: 12, groups: [] }),
    });
    await user.click(screen.getByRole("button", { name: "At least 3 stars" }));
    await waitFor(() => expect(platform.requests("frame_index").at(-1)?.minRating).toBe(3));
    act(() => screen.getByRole("gridcell", { name: "IMG_1" }).focus());
    await user.keyboard("{Enter}");
    await screen.findByRole("region", { name: "Large view" });
    ids = [];
    act(() => platform.emit(changed));
    await waitFor(() => expect(path()).toBe("/sessions/11"));
    expect(screen.queryByRole("region", { name: "Large view" })).toBeNull();
    expect(screen.getByText(/No photo fits/)).toBeTruthy();
  });

  it("says aloud a mark that is set in the grid, and nothing of a photo passed by", async () => {
    const { user } = await openSession();
    const news = () => screen.getAllByRole("status").map((place) => place.textContent);
    await user.keyboard("{ArrowRight}4");
    await waitFor(() => expect(news()).toContain("IMG_2, 4 stars"));
    await user.keyboard("0");
    await waitFor(() => expect(news()).toContain("IMG_2, No marks"));
    await user.keyboard("x");
    await waitFor(() => expect(news()).toContain("IMG_2, Rejected"));
    await user.keyboard("{ArrowRight}");
    await waitFor(() => expect(news().join("")).not.toContain("IMG_"));
  });

  it("says aloud in the large view which photo it is, where it stands and how it is marked", async () => {
    const { user } = await openSession();
    await user.keyboard("{Enter}");
    const large = within(await screen.findByRole("region", { name: "Large view" }));
    const news = () => large.getByRole("status").textContent;
    await waitFor(() => expect(news()).toBe("IMG_1, 1 / 12"));
    await user.keyboard("{ArrowRight}{ArrowRight}3");
    await waitFor(() => expect(news()).toBe("IMG_3, 3 / 12, 3 stars"));
  });

  it("names its mark buttons the same whether they are pressed or not", async () => {
    const { user } = await openSession();
    const bar = within(await screen.findByRole("group", { name: "Marks" }));
    const names = () => bar.getAllByRole("button").map((button) => button.getAttribute("aria-label"));
    const pressed = (name: string) => bar.getByRole("button", { name }).getAttribute("aria-pressed");
    const before = names();
    await user.keyboard("3");
    await waitFor(() => expect(pressed("Give 3 stars")).toBe("true"));
    await user.click(bar.getByRole("button", { name: "Reject" }));
    expect(pressed("Reject")).toBe("true");
    expect(names()).toEqual(before);
    await user.click(bar.getByRole("button", { name: "Give 3 stars" }));
    expect(pressed("Give 3 stars")).toBe("false");
  });

  it("groups photos by subject, with whose they are above them, and protected people by sign and card only", async () => {
    startPreferences({ "frames.size": "112" }, () => undefined);
    const { user, platform, container } = await openSession(grouped);
    await user.click(screen.getByRole("button", { name: /Order/ }));
    await user.click(await screen.findByRole("option", { name: "By subject" }));
    await waitFor(() => expect(screen.queryAllByRole("rowheader").length).toBeGreaterThan(0));
    expect(headings()).toEqual([
      "Korhonen Elli, 3B4 photos",
      "0042Protected2 photos",
      "3B1 photo",
      "Needs a look3 photos",
      "Nobody’s1 photo",
    ]);
    act(() => screen.getByRole("gridcell", { name: "IMG_1" }).focus());
    await user.keyboard("{End}");
    expect(headings().at(-1)).toBe("Camera cards1 photo");
    expect(platform.requests("frame_index").at(-1)?.sort).toBe("subject");
    expect(keptPreferences()).toMatchObject({ "frames.sort": '"subject"' });
    await expectAccessible(container);
  });

  it("reads the groups again when matching has changed", async () => {
    startPreferences({ "frames.sort": '"subject"' }, () => undefined);
    let groups: FrameGroup[] = GROUPS;
    const { platform } = await openSession({
      ...grouped,
      frame_index: () => ({ ids: TWELVE, total: 12, groups }),
    });
    expect(headings()[0]).toBe("Korhonen Elli, 3B4 photos");
    for (const entity of ["session", "subject", "subject_group", "job"]) {
      groups = [{ ...(groups[0] as FrameGroup), className: `of ${entity}` }, ...GROUPS.slice(1)];
      act(() => platform.emit({ type: "changed", changes: [{ entity, ids: [1] }] }));
      await waitFor(() => expect(headings()[0]).toBe(`Korhonen Elli, of ${entity}4 photos`));
    }
  });

  it.each([
    ["in a session without a job", {}],
    [
      "to who may not see subjects",
      {
        ...grouped,
        app_state: () => appState({ signer: { ...owner, rights: ["signed_in", "see_photos"] } }),
      },
    ],
  ] satisfies [string, FakeAnswers][])(
    "neither offers nor uses the order by subject %s, and remembers it all the same",
    async (_, more) => {
      startPreferences({ "frames.sort": '"subject"' }, () => undefined);
      const { user, platform } = await openSession({ ...more, frame_index: answers().frame_index });
      await user.click(screen.getByRole("button", { name: "At least 3 stars" }));
      await waitFor(() => expect(platform.requests("frame_index").at(-1)?.minRating).toBe(3));
      expect(new Set(platform.requests("frame_index").map(({ sort }) => sort))).toEqual(
        new Set(["taken_at"]),
      );
      expect(keptPreferences()["frames.sort"]).toBe('"subject"');
      await user.click(screen.getByRole("button", { name: /Order/ }));
      await screen.findByRole("option", { name: "Best first" });
      expect(screen.queryByRole("option", { name: "By subject" })).toBeNull();
    },
  );

  it("leads from a photo to the orders that it is on", async () => {
    await openSession({
      frame_get: ({ id }) => ({ ...facts(id), orders: [{ id: 701, number: "2026-0100" }] }),
    });
    const link = await screen.findByRole("link", { name: "2026-0100" });
    expect(link.getAttribute("href")).toBe("/orders/701");
  });
});
