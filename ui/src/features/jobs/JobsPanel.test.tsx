import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { JobDto, RightDto, TaskDto } from "../../api";
import { keptPreferences, startPreferences } from "../../navigation";
import { wireError, type FakeAnswers } from "../../platform/fake";
import { appState, classes, job, owner } from "../../testing/office";
import { taskOf } from "../../testing/work";
import { expectAccessible, renderView } from "../../testing/render";
import { JobsPanel } from "./JobsPanel";

const NEW_FIELDS: JobDto["fields"] = {
  name: "Kevään ryhmäkuvat",
  startsOn: "2027-05-04",
  endsOn: "",
  photographers: "",
  priceList: "",
  viewing: "not_yet",
  groupPhotos: "yes",
  cardHabit: "first",
  mostFrames: 15,
  longestPauseS: 20,
  note: "",
};

const saving = (part: Partial<TaskDto> = {}): TaskDto =>
  taskOf({ kind: "camera_cards", subject: "kortit.pdf", ...part });

async function open(jobs: JobDto[], more: FakeAnswers = {}) {
  const user = userEvent.setup();
  const rendered = await renderView(<JobsPanel schoolId={201} />, {
    path: "/schools/201?tab=jobs",
    answers: {
      job_list: () => ({ jobs }),
      task_list: () => ({ tasks: [] }),
      class_list: () => classes(),
      camera_cards_save: () => ({ task: 9 }),
      ...more,
    },
  });
  return { user, ...rendered };
}

const as = (rights: RightDto[]): FakeAnswers => ({
  app_state: () => appState({ signer: { ...owner, rights: ["signed_in", "see_subjects", ...rights] } }),
});

/** Types a day into a date field of a window in English. */
async function typeDate(user: UserEvent, name: RegExp, digits: string) {
  const [first] = within(await screen.findByRole("group", { name })).getAllByRole("spinbutton");
  if (first) await user.click(first);
  await user.keyboard(digits);
}

describe("jobs at a school", () => {
  it("are shown with their days and what was agreed", async () => {
    const { container } = await open([
      job({ cards: 240 }),
      job({
        id: 752,
        schoolYear: 2025,
        fields: { ...job().fields, name: "Uusintakuvaus", startsOn: "2026-05-04", endsOn: "2026-05-04" },
      }),
    ]);
    const [first, second] = await screen.findAllByRole("listitem");
    expect(first?.textContent).toContain("3 Sep 2026 – 4 Sep 2026 · 2026–27");
    expect(first?.textContent).toContain("PhotographersMinna Rautio");
    expect(first?.textContent).toContain("Photos to look atYes");
    expect(first?.textContent).toContain("Group photosNot agreed yet");
    expect(first?.textContent).toContain("Code of the cardsSK1-7Q4M2");
    expect(first?.textContent).toContain("Cards given240");
    expect(second?.textContent).toContain("4 May 2026 · 2025–26");
    await expectAccessible(container);
  });

  it("are added with the keyboard alone, and refused fields are marked", async () => {
    let jobs: JobDto[] = [];
    const { user, platform, container } = await open([], {
      job_list: () => ({ jobs }),
      job_create: ({ fields }) => {
        if (!fields.name)
          throw wireError("invalid_fields", {
            kind: "invalid",
            fields: [{ field: "name", problem: "required" }],
          });
        jobs = [job({ fields })];
        return job({ fields });
      },
    });
    expect(await screen.findByText(/No job has been booked at this school yet/)).toBeTruthy();
    await expectAccessible(container);
    screen.getByRole("button", { name: "New job" }).focus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "New job" });
    await typeDate(user, /^Begins/, "04052027");
    const groups = within(dialog).getByRole("radiogroup", { name: "Are group photos taken" });
    within(groups).getByRole("radio", { name: "Not agreed yet" }).focus();
    await user.keyboard("{ArrowRight}");
    const name = within(dialog).getByLabelText(/^Name/);
    await user.click(name);
    await user.keyboard("{Enter}");
    expect(await screen.findByText("This is missing. Fill in the field.")).toBeTruthy();
    await expectAccessible(document.body);
    await user.keyboard("Kevään ryhmäkuvat{Enter}");
    expect(await screen.findByText("The job is added")).toBeTruthy();
    expect(platform.requests("job_create").at(-1)).toEqual({ schoolId: 201, fields: NEW_FIELDS });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    act(() => platform.emit({ type: "changed", changes: [{ entity: "job", ids: [751] }] }));
    expect(await screen.findByRole("button", { name: "Edit the job Kevään ryhmäkuvat" })).toBeTruthy();
  });

  it("are changed on the version that the edit began from", async () => {
    const { user, platform } = await open([job({ rev: 4 })], {
      job_update: ({ fields }) => job({ fields, rev: 5 }),
    });
    await user.click(await screen.findByRole("button", { name: "Edit the job Syksyn kuvaus" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Details of the job" }));
    expect(dialog.getByRole("button", { name: /^Save/ })).toHaveProperty("disabled", true);
    await user.type(dialog.getByLabelText(/^Photographers/), ", Mikko Lahti");
    await user.click(dialog.getByRole("button", { name: /^Save/ }));
    expect(await screen.findByText("The details of the job are saved")).toBeTruthy();
    expect(platform.requests("job_update")).toEqual([
      { id: 751, rev: 4, fields: { ...job().fields, photographers: "Minna Rautio, Mikko Lahti" } },
    ]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("are not written over what somebody else saved: the stored version is shown on demand", async () => {
    let jobs = [job()];
    const { user, platform } = await open([], {
      job_list: () => ({ jobs }),
      job_update: () => {
        jobs = [job({ rev: 2, fields: { ...job().fields, photographers: "Sanna Öhman" } })];
        throw wireError("job_stale");
      },
    });
    await user.click(await screen.findByRole("button", { name: "Edit the job Syksyn kuvaus" }));
    const field = await screen.findByLabelText(/^Photographers/);
    await user.type(field, " x");
    await user.click(screen.getByRole("button", { name: /^Save/ }));
    await user.click(await screen.findByRole("button", { name: /Discard my changes and show/ }));
    await waitFor(() =>
      expect(screen.getByLabelText(/^Photographers/)).toHaveProperty("value", "Sanna Öhman"),
    );
    expect(platform.requests("job_update")).toHaveLength(1);
  });

  it("ask once before an edit is lost to the Escape key", async () => {
    const { user } = await open([job()]);
    await user.click(await screen.findByRole("button", { name: "Edit the job Syksyn kuvaus" }));
    await user.type(await screen.findByLabelText(/^Photographers/), " x");
    await user.keyboard("{Escape}");
    await user.click(await screen.findByRole("button", { name: "Keep editing" }));
    expect(screen.getByLabelText(/^Photographers/)).toHaveProperty("value", "Minna Rautio x");
    expect(document.activeElement).toBe(screen.getByLabelText(/^Photographers/));
    await user.keyboard("{Escape}");
    await user.click(await screen.findByRole("button", { name: "Discard changes" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("offer only what the role may do", async () => {
    await open([job()], as(["make_cards"]));
    expect(
      await screen.findByRole("button", { name: "Camera cards for the job Syksyn kuvaus" }),
    ).toBeTruthy();
    expect(screen.queryByRole("button", { name: "New job" })).toBeNull();
    expect(screen.queryByRole("button", { name: /^Edit/ })).toBeNull();
  });

  it.each([
    ["Match the photos of the job Syksyn kuvaus", "/matching/751"],
    ["Choose the photos of the job Syksyn kuvaus", "/choices/751"],
    ["Name the group photos of Syksyn kuvaus", "/group-photos/751"],
  ])("lead whoever may look by %j, and offer nothing else", async (name, wanted) => {
    const { user, path } = await open([job()], as([]));
    await user.click(await screen.findByRole("button", { name }));
    expect(screen.queryAllByRole("button").length).toBeLessThanOrEqual(3);
    expect(path()).toBe(wanted);
  });
});

describe("camera cards", () => {
  const cards = async (more: FakeAnswers = {}) => {
    const rendered = await open([job()], more);
    await rendered.user.click(
      await screen.findByRole("button", { name: "Camera cards for the job Syksyn kuvaus" }),
    );
    const dialog = within(await screen.findByRole("dialog", { name: "Camera cards: Syksyn kuvaus" }));
    await waitFor(() =>
      expect(dialog.getByRole("button", { name: "Save PDF…" })).toHaveProperty("disabled", false),
    );
    return { ...rendered, dialog };
  };

  it("are of all classes at first, with the special cards explained", async () => {
    const { user, platform, dialog } = await cards();
    expect(platform.requests("class_list")).toEqual([{ schoolId: 201, schoolYear: 2026 }]);
    for (const start of ["END ends", "CLK is", "SKP discards"])
      expect(dialog.getByText(new RegExp(`^${start}`))).toBeTruthy();
    await expectAccessible(document.body);
    await user.click(dialog.getByRole("button", { name: "Save PDF…" }));
    expect(platform.requests("camera_cards_save")).toEqual([
      {
        jobId: 751,
        layout: "eight",
        groups: [],
        isClassOnNewSheet: true,
        withGroups: true,
        withSpecial: true,
        retakes: 8,
      },
    ]);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("are as chosen, which is remembered, but for the classes", async () => {
    startPreferences({}, () => undefined);
    const { user, platform, dialog } = await cards();
    await user.click(dialog.getByRole("radio", { name: "4" }));
    await user.click(dialog.getByRole("radio", { name: "Chosen classes" }));
    expect(dialog.getByText("Choose at least one class.")).toBeTruthy();
    expect(dialog.getByRole("button", { name: "Save PDF…" })).toHaveProperty("disabled", true);
    await user.click(dialog.getByRole("button", { name: "10B" }));
    await user.click(dialog.getByRole("switch", { name: "Each class on a sheet of its own" }));
    await user.click(dialog.getByRole("switch", { name: "Include cards for group photos" }));
    await user.click(dialog.getByRole("switch", { name: "Include the special cards" }));
    expect(dialog.queryByText(/^END ends/)).toBeNull();
    const retakes = dialog.getByRole("textbox", { name: /Blank retake cards/ });
    await user.clear(retakes);
    await user.type(retakes, "12");
    await user.tab();
    await user.click(dialog.getByRole("button", { name: "Save PDF…" }));
    expect(platform.requests("camera_cards_save")).toEqual([
      {
        jobId: 751,
        layout: "four",
        groups: [252],
        isClassOnNewSheet: false,
        withGroups: false,
        withSpecial: false,
        retakes: 12,
      },
    ]);
    expect(keptPreferences()).toMatchObject({ "cards.layout": '"four"', "cards.retakes": "12" });
    expect(JSON.stringify(keptPreferences())).not.toContain("252");
  });

  it("keep the dialog when no place was chosen for the file, and when it is refused", async () => {
    const { user, platform, dialog } = await cards({ camera_cards_save: () => ({ task: null }) });
    await user.click(dialog.getByRole("button", { name: "Save PDF…" }));
    await waitFor(() => expect(platform.requests("camera_cards_save")).toHaveLength(1));
    platform.answer({
      camera_cards_save: () => {
        throw wireError("task_busy");
      },
    });
    await user.click(dialog.getByRole("button", { name: "Save PDF…" }));
    expect(await dialog.findByText(/A task of the same kind is already running/)).toBeTruthy();
  });

  it("are special and retake cards alone where no class list was imported", async () => {
    const { user, dialog, platform } = await cards({
      class_list: () => classes({ groups: [], subjects: [] }),
    });
    expect(dialog.getByText(/No class list has been imported for the school year 2026–27/)).toBeTruthy();
    expect(dialog.queryByRole("radio", { name: "All classes" })).toBeNull();
    await user.click(dialog.getByRole("button", { name: "Save PDF…" }));
    expect(platform.requests("camera_cards_save")[0]).toMatchObject({
      groups: [],
      withSpecial: true,
      retakes: 8,
    });
  });

  it("tell how writing the file goes and ends, with what it holds", async () => {
    let tasks = [saving()];
    const { user, platform } = await open([job()], {
      task_list: () => ({ tasks }),
      task_cancel: () => ({}),
      task_dismiss: () => {
        tasks = [];
        return {};
      },
    });
    expect(await screen.findByRole("progressbar", { name: "Saving: kortit.pdf" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(platform.requests("task_cancel")).toEqual([{ id: 9 }]);
    act(() => platform.emit({ type: "task_updated", task: saving({ state: "completed", endedAt: 2 }) }));
    expect(await screen.findByText(/are saved: kortit\.pdf\. The file holds names and classes/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Close the notice" }));
    await waitFor(() => expect(screen.queryByText(/kortit\.pdf/)).toBeNull());
    expect(platform.requests("task_dismiss")).toEqual([{ id: 9 }]);
  });

  it.each([
    ["cancelled", null, /No file was made/],
    ["failed", wireError("disk_full", { kind: "environment" }), /The disk is full/],
  ] as const)("say when writing the file was %s", async (state, error, words) => {
    await open([job()], { task_list: () => ({ tasks: [saving({ state, error, endedAt: 2 })] }) });
    expect(await screen.findByText(words)).toBeTruthy();
  });
});
