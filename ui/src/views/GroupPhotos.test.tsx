import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { GroupPersonDto, GroupPhotoDto, GroupPhotosDto, PlaceDto } from "../api";
import { startPreferences } from "../navigation";
import { wireError, type FakeAnswers } from "../platform/fake";
import { appState, owner } from "../testing/office";
import { expectAccessible, renderView } from "../testing/render";
import { cellOf, taskOf } from "../testing/work";
import GroupPhotos from "./GroupPhotos";

const person = (
  subjectId: number,
  name: string,
  className: string,
  part: Partial<GroupPersonDto> = {},
): GroupPersonDto => ({ subjectId, name, className, isProtected: false, isNamed: true, ...part });

const PEOPLE = [
  person(601, "Esimerkki Eero", "5A"),
  person(602, "Malli Maija", "5A", { isNamed: false }),
  person(603, "Virtanen Aino", "5A"),
  person(604, "Malli Ville", "5B"),
  person(605, "0042", "", { isProtected: true, isNamed: false }),
];
const AINO: PlaceDto = { subjectId: 603, name: "" };
const EERO: PlaceDto = { subjectId: 601, name: "" };

const photo = (frameId: number, part: Partial<GroupPhotoDto> = {}): GroupPhotoDto => ({
  frameId,
  name: `IMG_${frameId}`,
  takenOn: "2026-09-03",
  isRejected: false,
  rows: [],
  rev: 0,
  namedBy: "",
  namedAt: null,
  withheld: 0,
  ...part,
});

/** A register that keeps what is named, and refuses a version that is not the newest. */
function register(first: Partial<GroupPhotosDto> = {}): FakeAnswers {
  let kept: GroupPhotosDto = {
    jobId: 751,
    job: "Syksyn kuvaus",
    schoolId: 41,
    school: "Koskelan koulu",
    classes: [
      {
        groupId: 251,
        name: "5A",
        teacher: "Kaisa Koski",
        members: [601, 602, 603],
        photos: [photo(11), photo(12)],
      },
      { groupId: 252, name: "5B", teacher: "", members: [604], photos: [] },
    ],
    people: PEOPLE,
    lost: 0,
    ...first,
  };
  return {
    group_photos_get: () => kept,
    group_photo_name: ({ frameId, rev, rows }) => {
      const classes = kept.classes.map((group) => ({
        ...group,
        photos: group.photos.map((one) => {
          if (one.frameId !== frameId) return one;
          if (one.rev !== rev) throw wireError("group_photo_stale");
          return { ...one, rows, rev: rev + 1, namedBy: "Sanna Öhman", namedAt: Date.UTC(2026, 8, 4, 6, 15) };
        }),
      }));
      kept = { ...kept, classes };
      return kept;
    },
    frame_cells: ({ ids }) => ({ cells: ids.map(cellOf) }),
    task_list: () => ({ tasks: [] }),
  };
}

async function open(answers: FakeAnswers = register(), search = "") {
  startPreferences({}, () => undefined);
  const user = userEvent.setup();
  const rendered = await renderView(<GroupPhotos />, { path: `/group-photos/751${search}`, answers });
  await screen.findByRole("heading", { name: "Syksyn kuvaus" });
  if (search.includes("large")) return { user, ...rendered };
  await waitFor(() => expect(document.activeElement).toBe(chosen()));
  return { user, ...rendered };
}

const list = () => within(screen.getByRole("grid", { name: "Group photos by class" }));
const chosen = () => list().getByRole("row", { selected: true });
const field = () => screen.getByRole("combobox", { name: "Next from the left" });
/** `Back row: Virtanen Aino | Kaisa Koski`, row by row. */
const rows = () =>
  [...screen.getByLabelText("People in the photo").children].map((row) => {
    const [name, places] = [row.children[0]?.textContent, row.children[1]];
    const said = [...(places?.querySelectorAll("bdi") ?? [])].map((one) => one.textContent);
    return `${name}: ${said.join(" | ")}`;
  });
const left = () =>
  within(screen.getByRole("region", { name: /^Not named yet/ }))
    .queryAllByRole("listitem")
    .map((item) => item.textContent);
const saved = (platform: { requests(method: "group_photo_name"): unknown[] }) =>
  platform.requests("group_photo_name");

describe("naming a group photo", () => {
  it("lists photos by class, and says where one is wanting", async () => {
    const { user, container } = await open();
    const all = list().getAllByRole("row");
    expect(all.map((row) => row.textContent)).toEqual([
      "5A, IMG_11Not named",
      "5A, IMG_12Not named",
      "5BNo group photo",
    ]);
    expect(left()).toEqual(["1Esimerkki Eero", "2Malli Maija", "3Virtanen Aino", "4Kaisa Koski (teacher)"]);
    await expectAccessible(container);
    await user.keyboard("{End}");
    expect(await screen.findByText(/^There is no group photo of the class/)).toBeTruthy();
  });

  it("goes by keys from end to end: letters, a number, the next row, a free name", async () => {
    const { user, platform, container } = await open();
    await user.keyboard("{ArrowRight}");
    await waitFor(() => expect(document.activeElement).toBe(field()));
    await user.keyboard("vir{Enter}");
    await waitFor(() => expect(rows()).toEqual(["From the left: Virtanen Aino"]));
    await waitFor(() => expect(document.activeElement).toBe(field()));
    await user.keyboard("1");
    await waitFor(() => expect(rows()).toEqual(["From the left: Virtanen Aino | Esimerkki Eero"]));
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(rows()).toEqual(["Back row: Virtanen Aino | Esimerkki Eero", "Front row: "]);
    await user.keyboard("Ulla Vieras{Enter}");
    expect(rows()[1], "a name that nobody has is not taken by one key").toBe("Front row: ");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(rows()[1]).toBe("Front row: Ulla Vieras"));
    expect(left()).toEqual(["1Malli Maija", "2Kaisa Koski (teacher)"]);
    await expectAccessible(container);
    await user.keyboard("{Control>}s{/Control}");
    await waitFor(() =>
      expect(saved(platform)).toEqual([
        {
          jobId: 751,
          frameId: 11,
          rev: 0,
          rows: [[AINO, EERO], [{ subjectId: null, name: "Ulla Vieras" }]],
        },
      ]),
    );
    await waitFor(() => expect(chosen().textContent).toBe("5A, IMG_113 named"));
  });

  it("asks for the list where letters fit more than one, the class before the others", async () => {
    const { user } = await open();
    await user.keyboard("{ArrowRight}");
    await user.keyboard("mal{Enter}");
    const options = (await screen.findAllByRole("option")).map((option) => option.textContent);
    expect(options).toEqual(["Malli Maija", "Malli Ville, 5B", "Write as a name: mal"]);
    expect(rows()).toEqual(["From the left: "]);
    await user.keyboard("{ArrowDown}{Enter}");
    await waitFor(() => expect(rows()).toEqual(["From the left: Malli Ville"]));
  });

  it("steps, takes out, moves and undoes without a mouse", async () => {
    const { user } = await open();
    await user.keyboard("{ArrowRight}");
    const one = async (key: string, name: RegExp) => {
      await user.keyboard(key);
      await waitFor(() => expect(rows().join()).toMatch(name));
    };
    await one("1", /Eero$/);
    await one("1", /Maija$/);
    await one("1", /Aino$/);
    await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    expect(rows()).toEqual(["From the left: Esimerkki Eero | Virtanen Aino | Malli Maija"]);
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(rows()).toEqual(["Back row: Esimerkki Eero | Malli Maija", "Front row: Virtanen Aino"]);
    await user.keyboard("{ArrowUp}{Backspace}");
    expect(rows()).toEqual(["Back row: Malli Maija", "Front row: Virtanen Aino"]);
    await user.keyboard("{Delete}");
    expect(rows()).toEqual(["From the left: Virtanen Aino"]);
    await user.keyboard("{Control>}zz{/Control}");
    expect(rows()).toEqual(["Back row: Esimerkki Eero | Malli Maija", "Front row: Virtanen Aino"]);
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(chosen());
  });

  it("puts the former names back after they were saved", async () => {
    const named = photo(11, { rows: [[AINO]], rev: 3 });
    const { user, platform } = await open(
      register({
        classes: [{ groupId: 251, name: "5A", teacher: "", members: [601, 603], photos: [named] }],
      }),
    );
    await user.keyboard("{ArrowRight}{Backspace}{Control>}s{/Control}");
    await waitFor(() => expect(saved(platform)).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText("Unsaved changes")).toBeNull());
    await user.keyboard("{Control>}z{/Control}{Control>}s{/Control}");
    await waitFor(() => expect(saved(platform)).toHaveLength(2));
    expect(saved(platform)[1]).toEqual({ jobId: 751, frameId: 11, rev: 4, rows: [[AINO]] });
  });

  it("names nobody by a held key", async () => {
    const { user } = await open();
    await user.keyboard("{ArrowRight}");
    await waitFor(() => expect(document.activeElement).toBe(field()));
    fireEvent.keyDown(field(), { key: "1", repeat: true });
    fireEvent.keyDown(field(), { key: "Enter", repeat: true });
    expect(rows()).toEqual(["From the left: "]);
  });

  it("asks once before another photo comes, and keeps what is not saved until then", async () => {
    const { user, platform } = await open();
    await user.keyboard("{ArrowRight}1{Escape}{ArrowDown}");
    const dialog = within(await screen.findByRole("alertdialog"));
    await user.click(dialog.getByRole("button", { name: "Keep editing" }));
    expect(chosen().textContent).toContain("IMG_11");
    expect(rows()).toEqual(["From the left: Esimerkki Eero"]);
    await user.click(list().getAllByRole("row")[1] as HTMLElement);
    await user.click(within(await screen.findByRole("alertdialog")).getByRole("button", { name: /Discard/ }));
    await waitFor(() => expect(chosen().textContent).toContain("IMG_12"));
    expect(rows()).toEqual(["From the left: "]);
    expect(saved(platform)).toEqual([]);
  });

  it("takes the names of the class's other photo", async () => {
    const photos = [photo(11), photo(12, { rows: [[AINO], [EERO]], rev: 1 })];
    const { user } = await open(
      register({ classes: [{ groupId: 251, name: "5A", teacher: "", members: [601, 603], photos }] }),
    );
    await user.click(screen.getByRole("button", { name: "Take the names from photo IMG_12" }));
    expect(rows()).toEqual(["Back row: Virtanen Aino", "Front row: Esimerkki Eero"]);
    expect(screen.getByText("Everybody of the class is in the photo.")).toBeTruthy();
  });

  it("says who is not named in the legend, and finds who is protected by the card alone", async () => {
    const { user, platform } = await open();
    expect(left().join()).not.toContain("0042");
    await user.keyboard("{ArrowRight}004{Enter}");
    await waitFor(() => expect(rows()).toEqual(["From the left: 0042"]));
    await user.keyboard("mai{Enter}");
    await waitFor(() => expect(rows()).toEqual(["From the left: 0042 | Malli Maija"]));
    expect(screen.getByText("Not named in the legend")).toBeTruthy();
    await user.keyboard("{Control>}s{/Control}");
    await waitFor(() => expect(saved(platform)).toHaveLength(1));
  });

  it("does not write over what somebody else saved, and leads to it", async () => {
    const theirs = photo(11, { rows: [[AINO]], rev: 1 });
    let answers = 0;
    const base = register();
    const { user } = await open({
      ...base,
      group_photos_get: (request) => {
        const kept = base.group_photos_get?.(request) as GroupPhotosDto;
        answers += 1;
        return answers === 1
          ? kept
          : {
              ...kept,
              classes: kept.classes.map((group, at) => (at ? group : { ...group, photos: [theirs] })),
            };
      },
      group_photo_name: () => {
        throw wireError("group_photo_stale");
      },
    });
    await user.keyboard("{ArrowRight}1{Control>}s{/Control}");
    expect(await screen.findByText(/Nothing was overwritten/)).toBeTruthy();
    expect(rows()).toEqual(["From the left: Esimerkki Eero"]);
    await user.click(await screen.findByRole("button", { name: /^Discard my changes/ }));
    await waitFor(() => expect(rows()).toEqual(["From the left: Virtanen Aino"]));
  });

  it("shows the names to who may only look, and says why nothing can be changed", async () => {
    const base = register({
      classes: [
        { groupId: 251, name: "5A", teacher: "", members: [601], photos: [photo(11, { rows: [[AINO]] })] },
      ],
    });
    await open({
      ...base,
      app_state: () =>
        appState({
          signer: { ...owner, role: "viewer", rights: ["signed_in", "see_photos", "see_subjects"] },
        }),
    });
    expect(rows()).toEqual(["From the left: Virtanen Aino"]);
    expect(screen.queryByRole("combobox")).toBeNull();
    expect(screen.getByText(/role/i)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Legends…" })).toBeNull();
  });
});

describe("a group photo shown large", () => {
  const large = () => screen.queryByRole("region", { name: "Large view" });
  const shown = () => large()?.querySelector("img")?.getAttribute("src");

  it("is in the address, goes to the next photo, and leads back to where one got", async () => {
    const { user, path } = await open();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(shown()).toBe("/photo/preview/11"));
    expect(path()).toBe("/group-photos/751?large=1");
    await user.keyboard("{ArrowRight}");
    await waitFor(() => expect(shown()).toBe("/photo/preview/12"));
    expect(path()).toBe("/group-photos/751?photo=12&large=1");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(large()).toBeNull());
    await waitFor(() => expect(path()).toBe("/group-photos/751?photo=12"));
    await waitFor(() => expect(chosen().textContent).toContain("IMG_12"));
    await waitFor(() => expect(document.activeElement).toBe(chosen()));
  });

  it("opens by the address, and closes on the same photo", async () => {
    const { user, path } = await open(register(), "?photo=12&large=1");
    await waitFor(() => expect(shown()).toBe("/photo/preview/12"));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(large()).toBeNull());
    expect(path()).toBe("/group-photos/751?photo=12");
    await waitFor(() => expect(document.activeElement).toBe(field()));
  });

  it("is left when the class has no photo", async () => {
    const { path } = await open(register(), "?photo=-252&large=1");
    await waitFor(() => expect(path()).toBe("/group-photos/751?photo=-252"));
    expect(large()).toBeNull();
  });

  it("comes and goes over names that are not saved", async () => {
    const { user, path } = await open();
    await user.keyboard("{ArrowRight}1");
    await user.click(screen.getByRole("button", { name: "Open the photo large" }));
    await waitFor(() => expect(shown()).toBe("/photo/preview/11"));
    await user.keyboard("{ArrowRight}");
    expect(path()).toBe("/group-photos/751?large=1");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(large()).toBeNull());
    expect(screen.queryByRole("alertdialog")).toBeNull();
    expect(rows()).toEqual(["From the left: Esimerkki Eero"]);
    await waitFor(() => expect(document.activeElement).toBe(field()));
  });
});

describe("the list and the names beside it", () => {
  it("are left one after the other by Escape", async () => {
    const { user, path } = await open();
    act(() => screen.getByRole("button", { name: /Malli Maija/ }).focus());
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(chosen());
    expect(path()).toMatch(/^\/group-photos\/751/);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(path()).toBe("/schools/41?tab=jobs"));
  });

  it("stay where they were, with the keyboard, when a colleague takes the photo away", async () => {
    const base = register();
    let isGone = false;
    const { user, platform } = await open(
      {
        ...base,
        group_photos_get: (request) => {
          const kept = base.group_photos_get?.(request) as GroupPhotosDto;
          const classes = kept.classes.map((group) => ({
            ...group,
            photos: group.photos.filter(({ frameId }) => !isGone || frameId !== 12),
          }));
          return { ...kept, classes };
        },
      },
      "?photo=12",
    );
    await user.keyboard("{ArrowRight}");
    await waitFor(() => expect(document.activeElement).toBe(field()));
    isGone = true;
    act(() => platform.emit({ type: "changed", changes: [{ entity: "frame", ids: [] }] }));
    await waitFor(() => expect(list().getAllByRole("row")).toHaveLength(2));
    expect(chosen().textContent).toContain("5B");
    await waitFor(() => expect(document.activeElement).toBe(chosen()));
  });

  it("lead whoever may only look into the photo too", async () => {
    const { user } = await open({
      ...register(),
      app_state: () =>
        appState({
          signer: { ...owner, role: "viewer", rights: ["signed_in", "see_photos", "see_subjects"] },
        }),
    });
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Open the photo large" }));
  });
});

describe("legends", () => {
  const named = register({
    classes: [
      {
        groupId: 251,
        name: "5A",
        teacher: "",
        members: [601],
        photos: [photo(11, { rows: [[AINO]], rev: 1 })],
      },
      {
        groupId: 252,
        name: "5B",
        teacher: "",
        members: [604],
        photos: [photo(21, { rows: [[EERO]], rev: 1 })],
      },
    ],
  });

  it("are of all photos or of one, and remember whether they tell who is absent", async () => {
    const { user, platform, container } = await open({ ...named, group_legend_save: () => ({ task: 9 }) });
    await user.click(screen.getByRole("button", { name: "Legends…" }));
    let dialog = within(await screen.findByRole("dialog"));
    await expectAccessible(container);
    await user.click(dialog.getByRole("switch", { name: "List who is absent" }));
    await user.click(dialog.getByRole("button", { name: "Save as PDF…" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.click(screen.getByRole("button", { name: "Legends…" }));
    dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("radio", { name: "Only this photo (5A)" }));
    await user.click(dialog.getByRole("button", { name: "Save as PDF…" }));
    await waitFor(() => expect(platform.requests("group_legend_save")).toHaveLength(2));
    expect(platform.requests("group_legend_save")).toEqual([
      { jobId: 751, frameId: null, withAbsent: false },
      { jobId: 751, frameId: 11, withAbsent: false },
    ]);
  });

  it("wait for names, and say how their saving ended", async () => {
    const { user } = await open({
      ...register(),
      task_list: () => ({
        tasks: [taskOf({ kind: "group_legend", subject: "kuvatekstit.pdf", state: "completed", endedAt: 2 })],
      }),
    });
    expect(await screen.findByText("The legends were saved: kuvatekstit.pdf")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Legends…" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText(/^No names have been saved/)).toBeTruthy();
    expect(dialog.getByRole("button", { name: "Save as PDF…" }).hasAttribute("disabled")).toBe(true);
  });
});
