import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { BasisDto, ChoicesDto, PurposeDto, SubjectChoicesDto } from "../api";
import { startPreferences } from "../navigation";
import type { FakeAnswers } from "../platform/fake";
import { appState, owner } from "../testing/office";
import { cellOf, taskOf, unmarked } from "../testing/work";
import { expectAccessible, renderView } from "../testing/render";
import Choices from "./Choices";

const PURPOSES: PurposeDto[] = ["order", "yearbook", "class_composite", "school_register"];
const AT = Date.UTC(2026, 8, 4, 6, 15);

function choicesOf(frameId: number | null, basis: BasisDto | null): SubjectChoicesDto["choices"] {
  return PURPOSES.map((purpose) => ({
    purpose,
    frameId,
    basis,
    isLost: false,
    chosenBy: basis === "chosen" ? "Sanna Öhman" : "",
    chosenAt: basis === "chosen" ? AT : null,
  }));
}

const AINO: SubjectChoicesDto = {
  subjectId: 601,
  name: "Virtanen Aino",
  className: "5A",
  isProtected: false,
  frames: [11, 12, 13].map((frameId) => ({ frameId, isRejected: frameId === 13, isRetake: frameId === 12 })),
  choices: choicesOf(11, "first"),
  missing: ["not_chosen"],
  mayPublish: false,
};
const VILLE: SubjectChoicesDto = {
  ...AINO,
  subjectId: 602,
  name: "Malli Ville",
  frames: [{ frameId: 21, isRejected: false, isRetake: false }],
  choices: choicesOf(21, "chosen"),
  missing: [],
  mayPublish: true,
};
const UNNAMED: SubjectChoicesDto = {
  ...AINO,
  subjectId: 603,
  name: "",
  className: "",
  isProtected: true,
  frames: [],
  choices: choicesOf(null, null),
  missing: ["absent"],
};

/** A register that keeps what is chosen. */
function register(): FakeAnswers {
  let kept: ChoicesDto = {
    jobId: 751,
    job: "Syksyn kuvaus",
    schoolId: 41,
    school: "Koskelan koulu",
    subjects: [AINO, VILLE, UNNAMED],
  };
  return {
    choices_get: () => kept,
    choice_set: ({ subjectId, purpose, frameId }) => {
      const chosen = { ...choicesOf(frameId, "chosen")[0], purpose };
      const subjects = kept.subjects.map((subject) =>
        subject.subjectId === subjectId
          ? {
              ...subject,
              missing: [],
              choices: subject.choices.map((choice) => {
                if (choice.purpose !== purpose) return choice;
                return frameId === null
                  ? { ...choice, frameId: 11, basis: "first" as const, chosenBy: "", chosenAt: null }
                  : { ...choice, ...chosen };
              }),
            }
          : subject,
      );
      kept = { ...kept, subjects };
      return kept;
    },
    frame_cells: ({ ids }) => ({ cells: ids.map((id) => ({ ...cellOf(id), isRejected: id === 13 })) }),
  };
}

async function open(more: FakeAnswers = {}) {
  startPreferences({}, () => undefined);
  const user = userEvent.setup();
  const rendered = await renderView(<Choices />, {
    path: "/choices/751",
    answers: { ...register(), ...more },
  });
  await screen.findByRole("heading", { name: "Syksyn kuvaus" });
  await waitFor(() => expect(document.activeElement).toBe(chosenRow()));
  return { user, ...rendered };
}

const list = () => within(screen.getByRole("grid", { name: "Subjects" }));
const chosenRow = () => list().getByRole("row", { selected: true });
const rows = () =>
  list()
    .getAllByRole("row")
    .map((row) => row.textContent);
const photos = () =>
  within(screen.getByRole("grid", { name: "Photos of the subject" }))
    .getAllByRole("gridcell")
    .map((cell) => cell.textContent);
const inspector = () => within(screen.getByRole("complementary"));
const said = () =>
  screen
    .getAllByRole("status")
    .map((place) => place.textContent)
    .join(" ");

describe("choosing", () => {
  it("shows what stands for whom, chosen or not, and by whom", async () => {
    const { user, container } = await open();
    expect(rows()).toEqual([
      "Virtanen Aino, 5ANot chosen",
      "Malli Ville, 5AChosen",
      "Protected 1ProtectedNot photographed",
    ]);
    await waitFor(() =>
      expect(photos()).toEqual([
        "IMG_11" +
          ["Orders", "Yearbook", "Class composite", "School register"]
            .map((purpose) => `${purpose}: First photo, not chosen`)
            .join(""),
        "IMG_12Retake",
        "IMG_13",
      ]),
    );
    expect(inspector().getAllByText("First photo, not chosen")).toHaveLength(4);
    await expectAccessible(container);
    await user.keyboard("{ArrowDown}");
    expect(inspector().getAllByText(/^Sanna Öhman, 4/)).toHaveLength(4);
    await user.keyboard("{ArrowDown}");
    expect(screen.getByText("There are no photos of them.")).toBeTruthy();
    await expectAccessible(container);
  });

  it("keeps the photo that is looked at for the purpose, by keys from end to end", async () => {
    const { user, platform } = await open();
    await user.keyboard("]{ArrowRight}{ArrowRight}p");
    await waitFor(() => expect(said()).toContain("Virtanen Aino: photo chosen (Yearbook)."));
    expect(inspector().getByText("Publication is not permitted or not known.")).toBeTruthy();
    await user.keyboard("{Backspace}");
    await waitFor(() => expect(said()).toContain("Virtanen Aino: choice taken back (Yearbook)."));
    await user.keyboard("u");
    await waitFor(() => expect(said()).toContain("Virtanen Aino: photo chosen (Yearbook)."));
    const its = { jobId: 751, subjectId: 601, purpose: "yearbook" };
    expect(platform.requests("choice_set")).toEqual([
      { ...its, frameId: 12 },
      { ...its, frameId: null },
      { ...its, frameId: 12 },
    ]);
  });

  it("takes back what was done last, be it a mark or a choice", async () => {
    const { user, platform } = await open({
      frame_mark: ({ ids }) => ({ marks: ids.map(unmarked) }),
      frame_marks_restore: () => ({}),
    });
    await user.keyboard("p");
    await waitFor(() => expect(said()).toContain("Virtanen Aino: photo chosen (Orders)."));
    await user.keyboard("x");
    await waitFor(() => expect(platform.requests("frame_mark")).toHaveLength(1));
    await user.keyboard("u");
    await waitFor(() => expect(platform.requests("frame_marks_restore")).toHaveLength(1));
    expect(platform.requests("choice_set")).toHaveLength(1);
    await user.keyboard("u");
    await waitFor(() => expect(platform.requests("choice_set")).toHaveLength(2));
  });

  it("chooses in the large view too, and says so there", async () => {
    const { user, platform } = await open();
    await user.keyboard("{ArrowRight}{Enter}");
    await screen.findByRole("region", { name: "Large view" });
    await user.keyboard("{ArrowRight}p");
    await waitFor(() =>
      expect(platform.requests("choice_set")).toEqual([
        { jobId: 751, subjectId: 601, purpose: "order", frameId: 12 },
      ]),
    );
    expect((await screen.findAllByText("Virtanen Aino: photo chosen (Orders).")).length).toBeGreaterThan(0);
  });

  it("keeps the keyboard where a filter lets go of who was chosen for", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Not chosen (1)" }));
    await user.click(chosenRow());
    await user.keyboard("{ArrowRight}p");
    await waitFor(() => expect(said()).toContain("Virtanen Aino: photo chosen (Orders)."));
    await waitFor(() =>
      expect(screen.getByText("A photo has been chosen for everybody who has one.")).toBeTruthy(),
    );
    await user.keyboard("{Escape}");
  });

  it("refuses a rejected photo and says what to do", async () => {
    const { user, platform } = await open();
    await user.keyboard("{ArrowRight}{End}p");
    expect(said()).toContain("A rejected photo cannot be chosen. Take the reject back first (X).");
    expect(platform.requests("choice_set")).toEqual([]);
  });

  it("changes nothing by a held key", async () => {
    const { user, platform } = await open();
    fireEvent.keyDown(chosenRow(), { key: "p", repeat: true });
    await user.keyboard("{ArrowDown}{ArrowUp}");
    expect(platform.requests("choice_set")).toEqual([]);
  });

  it("changes nothing for who may only look, and says why", async () => {
    const { user, platform } = await open({
      app_state: () =>
        appState({
          signer: { ...owner, role: "viewer", rights: ["signed_in", "see_photos", "see_subjects"] },
        }),
    });
    await user.keyboard("p");
    expect(inspector().queryByRole("button", { name: /Choose for/ })).toBeNull();
    expect(inspector().getByText(/role/i)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Missing list…" })).toBeNull();
    expect(platform.requests("choice_set")).toEqual([]);
  });

  it("is filtered by what is missing and searched by name and class", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Absent (1)" }));
    expect(rows()).toEqual(["Protected 1ProtectedNot photographed"]);
    await user.click(screen.getByRole("button", { name: "Not permitted (0)" }));
    expect(screen.getByText("Everybody on the list may be photographed.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Show all" }));
    await waitFor(() => expect(document.activeElement).toBe(chosenRow()));
    await user.type(screen.getByRole("searchbox"), "5a ville");
    expect(rows()).toEqual(["Malli Ville, 5AChosen"]);
  });
});

describe("the missing list", () => {
  it("names whom one wants, and says how it ended", async () => {
    const { user, platform, container } = await open({
      missing_list_save: () => ({ task: 9 }),
      task_list: () => ({
        tasks: [taskOf({ kind: "missing_list", subject: "puuttuvat.pdf", state: "completed", endedAt: 2 })],
      }),
    });
    expect(await screen.findByText("The missing list was saved: puuttuvat.pdf")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Missing list…" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "May not be photographed" }));
    await expectAccessible(container);
    await user.click(dialog.getByRole("button", { name: "Save as PDF…" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(platform.requests("missing_list_save")).toEqual([
      { jobId: 751, reasons: ["absent", "card_only", "none_usable", "not_permitted"] },
    ]);
  });
});
