import { screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { RosterPreview, RosterRead } from "../../api";
import { wireError, type FakeAnswers } from "../../platform/fake";
import { AT, appState, owner, rosterImport, rosterPreview, school, schoolRow } from "../../testing/office";
import { expectAccessible, renderView } from "../../testing/render";
import { RosterImportView } from "./RosterImportView";

const SENT: RosterRead = {
  draft: "roster-1",
  schoolId: 201,
  schoolYear: 2026,
  encoding: null,
  separator: null,
  hasHeader: null,
  sheet: null,
  mapping: null,
};

/** A list with a column of identity codes, one that is not recognised, faults, and people of every kind. */
const full = rosterPreview({
  columns: [
    { heading: "Nimi", field: "full_name", isPersonalCode: false },
    { heading: "Luokka", field: "group", isPersonalCode: false },
    { heading: "Hetu", field: "", isPersonalCode: true },
    { heading: "Huom", field: "", isPersonalCode: false },
  ],
  fields: ["full_name", "last_name", "group", "email"],
  rows: [
    ["Esimerkki Aino", "5A", "", "aino@perhe.example"],
    ["Malli Ville", "5A", "", ""],
  ],
  rowCount: 31,
  personalCodes: 30,
  warnings: ["double_encoded"],
  counts: { added: 24, changed: 3, unchanged: 2, left: 2 },
  added: [{ row: 2, name: "Esimerkki Aino", group: "5A", fields: [] }],
  changed: [{ row: 3, name: "Malli Ville", group: "5A", fields: ["callName", "guardians"] }],
  left: [{ row: null, name: "Öhman Åke", group: "5B", fields: [] }],
  issues: [
    { row: 7, field: "", reason: "missing_name", isLeftOut: true },
    { row: 9, field: "email", reason: "bad_email", isLeftOut: false },
  ],
  leftOut: 1,
  newGroups: ["5A"],
});

function answers(preview: (read: RosterRead) => RosterPreview | Promise<RosterPreview>): FakeAnswers {
  return {
    school_get: () => school(),
    school_list: () => ({ schools: [schoolRow()], thisYear: 2026 }),
    roster_choose: () => ({ draft: "roster-1", fileName: "luokat.csv" }),
    roster_preview: preview,
    roster_import: () => rosterImport(),
    roster_undo: () => rosterImport({ undoneAt: AT, canUndo: false }),
  };
}

async function open(preview: (read: RosterRead) => RosterPreview | Promise<RosterPreview>, more = {}) {
  const user = userEvent.setup();
  const rendered = await renderView(<RosterImportView schoolId={201} />, {
    path: "/schools/201?year=2026",
    answers: { ...answers(preview), ...more },
  });
  await user.click(await screen.findByRole("button", { name: "Choose file…" }));
  return { user, ...rendered };
}

/** Chooses an option of a select by its label. */
async function choose(user: UserEvent, select: RegExp, option: RegExp | string) {
  await user.click(await screen.findByRole("button", { name: select }));
  await user.click(await screen.findByRole("option", { name: option }));
}

const importButton = () => screen.findByRole("button", { name: "Import the class list" });

describe("reading a class list", () => {
  it("shows what was detected and found, and what importing would do, before anything is stored", async () => {
    const { user, platform, container } = await open(() => full);
    await screen.findByText(/luokat\.csv/);
    expect(platform.requests("roster_preview")).toEqual([SENT]);
    expect(
      screen.getByRole("button", { name: /Windows-1252.*Encoding|Encoding.*Windows-1252/ }),
    ).toBeTruthy();
    expect(screen.getByRole("button", { name: /Semicolon.*Separator|Separator.*Semicolon/ })).toBeTruthy();
    expect(screen.getAllByText("Detected in the file").length).toBeGreaterThanOrEqual(3);
    expect(screen.getByText(/held 30 personal identity codes/)).toBeTruthy();
    expect(screen.getByText(/The letters look wrong/)).toBeTruthy();

    const table = within(screen.getByRole("table"));
    expect(table.getByText("aino@perhe.example")).toBeTruthy();
    expect(table.getByText("Personal identity code, not read")).toBeTruthy();
    expect(table.queryByRole("button", { name: /Hetu/ }), "identity codes cannot be mapped").toBeNull();

    expect(
      screen.getByText(/24 new subjects are imported, 3 are changed, 2 are marked as having left\./),
    ).toBeTruthy();
    expect(screen.getByText("Esimerkki Aino, 5A")).toBeTruthy();
    expect(screen.getByText("The first 1 are shown.")).toBeTruthy();
    await expectAccessible(container);
    for (const [tab, text] of [
      ["Changed 3", "Malli Ville, 5A: Name used, Guardians"],
      ["Left 2", "Öhman Åke, 5B"],
      ["New classes 1", "5A"],
    ] as const) {
      await user.click(screen.getByRole("tab", { name: tab }));
      expect(within(screen.getByRole("tabpanel")).getByText(text)).toBeTruthy();
    }
    expect(platform.requests("roster_import")).toEqual([]);
  });

  it("names row, field and reason of what is left out", async () => {
    const { user, container } = await open(() => full);
    await user.click(await screen.findByRole("tab", { name: "Remarks 2" }));
    const panel = within(screen.getByRole("tabpanel"));
    expect(within(panel.getByRole("group", { name: "Rows left out" })).getByText(/.+/).textContent).toBe(
      "Row 7: The name is missing.",
    );
    expect(within(panel.getByRole("group", { name: "Other remarks" })).getByText(/.+/).textContent).toBe(
      "Row 9, E-mail: Not an e-mail address. The field stays empty.",
    );
    await expectAccessible(container);
  });

  it("counts the rows about people who are protected, and names none", async () => {
    await open(() => rosterPreview({ ...full, withheld: 2 }));
    expect(await screen.findByText(/^2 rows are about subjects whose details are protected/)).toBeTruthy();
  });

  it("says when it names only the first of the rows left out", async () => {
    const { user } = await open(() => rosterPreview({ ...full, leftOut: 812 }));
    await user.click(await screen.findByRole("tab", { name: "Remarks 2" }));
    expect(within(screen.getByRole("tabpanel")).getByText("The first 2 are shown.")).toBeTruthy();
  });

  it("asks anew with the chosen field of a column, which another column then loses", async () => {
    const { user, platform } = await open((read) =>
      read.mapping
        ? rosterPreview({ ...full, counts: { added: 30, changed: 0, unchanged: 0, left: 0 } })
        : full,
    );
    await choose(user, /What the column Huom holds/, /^E-mail/);
    await waitFor(() => expect(platform.requests("roster_preview")).toHaveLength(2));
    expect(platform.requests("roster_preview")[1]).toEqual({
      ...SENT,
      mapping: ["full_name", "group", "", "email"],
    });
    expect(await screen.findByText(/30 new subjects are imported/)).toBeTruthy();

    await choose(user, /What the column Nimi holds/, /^E-mail/);
    await waitFor(() => expect(platform.requests("roster_preview")).toHaveLength(3));
    expect(platform.requests("roster_preview")[2]?.mapping).toEqual(["email", "group", "", ""]);
  });

  it("asks anew when the file is read otherwise, recognising the columns again, and keeps the old preview meanwhile", async () => {
    let answer: (preview: RosterPreview) => void = () => undefined;
    const { user, platform } = await open((read) =>
      read.encoding === null ? full : new Promise((resolve) => (answer = resolve)),
    );
    await choose(user, /What the column Huom holds/, /^E-mail/);
    await choose(user, /Encoding/, "UTF-8");
    await waitFor(() =>
      expect(platform.requests("roster_preview").at(-1)).toEqual({ ...SENT, encoding: "utf8" }),
    );
    expect(screen.getByText("Esimerkki Aino, 5A")).toBeTruthy();
    expect(await importButton(), "what is on screen is not what would be imported").toHaveProperty(
      "disabled",
      true,
    );
    expect(await screen.findByRole("progressbar", { name: "Reading the class list" })).toBeTruthy();
    answer(rosterPreview({ ...full, encoding: "utf8", warnings: [] }));
    await waitFor(() => expect(screen.queryByText(/The letters look wrong/)).toBeNull());
    expect(screen.getByText("Detected in the file: Windows-1252")).toBeTruthy();
    expect(await importButton()).toHaveProperty("disabled", false);
    expect(screen.queryByRole("progressbar")).toBeNull();

    await choose(user, /Encoding/, /Windows-1252/);
    await waitFor(() => expect(platform.requests("roster_preview").at(-1)).toEqual(SENT));
  });

  it("lets a sheet and the heading row be chosen, and leaves out what a workbook has not", async () => {
    const book = rosterPreview({ encoding: null, separator: null, sheets: ["5A", "5B"], sheet: "5A" });
    const { user, platform } = await open(() => book);
    await choose(user, /Sheet/, "5B");
    await waitFor(() => expect(platform.requests("roster_preview").at(-1)).toEqual({ ...SENT, sheet: "5B" }));
    await choose(user, /Heading row/, "None");
    await waitFor(() =>
      expect(platform.requests("roster_preview").at(-1)).toEqual({ ...SENT, sheet: "5B", hasHeader: false }),
    );
    expect(screen.queryByRole("button", { name: /Encoding/ })).toBeNull();
    expect(screen.queryByRole("button", { name: /Separator/ })).toBeNull();
  });

  it("compares with the chosen school year", async () => {
    const { user, platform } = await open(() => full);
    await screen.findByText(/luokat\.csv/);
    await choose(user, /School year/, "2027–28");
    await waitFor(() =>
      expect(platform.requests("roster_preview").at(-1)).toEqual({ ...SENT, schoolYear: 2027 }),
    );
  });

  it.each([
    ["names", ["", "group"], "The list cannot be imported without names."],
    ["classes", ["full_name", ""], "The list cannot be imported without classes."],
  ])("cannot be imported without %s, and says so", async (_, fields, words) => {
    const [first = "", second = ""] = fields;
    const { platform } = await open(() =>
      rosterPreview({
        columns: [
          { heading: "A", field: first, isPersonalCode: false },
          { heading: "B", field: second, isPersonalCode: false },
        ],
      }),
    );
    expect(await screen.findByText(new RegExp(words))).toBeTruthy();
    expect(await importButton()).toHaveProperty("disabled", true);
    await userEvent.setup().keyboard("{Control>}{Enter}{/Control}");
    expect(platform.requests("roster_import")).toEqual([]);
  });

  it("cannot be imported when it names nobody", async () => {
    await open(() => rosterPreview({ counts: { added: 0, changed: 0, unchanged: 0, left: 240 } }));
    expect(await screen.findByText(/The list names no subject/)).toBeTruthy();
    expect(screen.getByText(/A large part of those in these classes are missing/)).toBeTruthy();
    expect(await importButton()).toHaveProperty("disabled", true);
  });

  it("says what is the matter with a file, and keeps the way back to a reading that worked", async () => {
    const { user } = await open((read) => {
      if (read.encoding === "utf16_le")
        throw wireError("roster_unreadable", { args: [{ name: "reason", value: "not_text" }] });
      return full;
    });
    await choose(user, /Encoding/, /little endian/);
    expect(await screen.findByText(/neither text in this encoding nor a spreadsheet/)).toBeTruthy();
    expect(await importButton()).toHaveProperty("disabled", true);
    await choose(user, /Encoding/, /Windows-1252/);
    await waitFor(() => expect(screen.queryByText(/neither text in this encoding/)).toBeNull());
    expect(await importButton()).toHaveProperty("disabled", false);
  });

  it("says that a file is too large when it is chosen", async () => {
    await open(() => full, {
      roster_choose: () => {
        throw wireError("roster_unreadable", { args: [{ name: "reason", value: "too_large" }] });
      },
    });
    expect(await screen.findByText(/The file is too large for a class list/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Choose file…" })).toBeTruthy();
  });

  it("asks for another file when the program has forgotten this one", async () => {
    const { platform, user } = await open(() => {
      throw wireError("roster_draft_unknown");
    });
    expect(await screen.findByText(/^The file of the class list is no longer in memory/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    platform.answer({
      roster_choose: () => ({ draft: "roster-2", fileName: "uusi.csv" }),
      roster_preview: () => full,
    });
    await user.click(await screen.findByRole("button", { name: "Choose another file…" }));
    expect(await screen.findByText(/uusi\.csv/)).toBeTruthy();
    expect(await screen.findByText("Esimerkki Aino, 5A")).toBeTruthy();
  });

  it("stays as it was when the dialog is closed without a choice", async () => {
    const { platform } = await open(() => full, { roster_choose: () => ({ draft: null, fileName: null }) });
    expect(await screen.findByRole("button", { name: "Choose file…" })).toBeTruthy();
    expect(platform.requests("roster_preview")).toEqual([]);
  });
});

describe("importing a class list", () => {
  it("imports what was shown by keyboard, tells what it did, and takes it back", async () => {
    const { user, platform, container, path } = await open(() => full, {
      roster_import: () =>
        rosterImport({
          leftOut: 1,
          issues: [{ row: 7, field: "", reason: "missing_name", isLeftOut: true }],
        }),
    });
    await choose(user, /What the column Huom holds/, /^E-mail/);
    await waitFor(async () => expect(await importButton()).toHaveProperty("disabled", false));
    await waitFor(() => expect(platform.requests("roster_preview")).toHaveLength(2));
    await waitFor(async () => expect(await importButton()).toHaveProperty("disabled", false));
    await user.click(screen.getByText(/luokat\.csv/));
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("The class list is imported")).toBeTruthy();
    expect(platform.requests("roster_import")).toEqual([
      { ...SENT, mapping: ["full_name", "group", "", "email"] },
    ]);
    expect(screen.getByText(/24 new subjects were imported, 3 were changed, 2 were marked/)).toBeTruthy();
    expect(screen.getByText("Row 7: The name is missing.")).toBeTruthy();
    await expectAccessible(container);

    await user.click(screen.getByRole("button", { name: "Undo the import" }));
    expect(await screen.findByText(/The details of the subjects are as they were/)).toBeTruthy();
    expect(platform.requests("roster_undo")).toEqual([{ id: 771 }]);
    expect(screen.queryByRole("button", { name: "Undo the import" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Print camera cards" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Open the school" }));
    expect(path()).toBe("/schools/201?year=2026");
  });

  it("leads on to the camera cards, for who may make them", async () => {
    const { user, path } = await open(() => full);
    await user.click(await importButton());
    await user.click(await screen.findByRole("button", { name: "Print camera cards" }));
    expect(path()).toBe("/schools/201?tab=jobs");
  });

  it("says that an import cannot be taken back any more", async () => {
    const { user } = await open(() => full, {
      roster_undo: () => {
        throw wireError("roster_has_dependents");
      },
    });
    await user.click(await importButton());
    await user.click(await screen.findByRole("button", { name: "Undo the import" }));
    expect(await screen.findByText(/^The import cannot be undone/)).toBeTruthy();
    expect(screen.getByText("The class list is imported")).toBeTruthy();
  });

  it("is for those who may change subjects", async () => {
    await renderView(<RosterImportView schoolId={201} />, {
      path: "/schools/201?year=2026",
      answers: {
        ...answers(() => full),
        app_state: () =>
          appState({ signer: { ...owner, role: "photographer", rights: ["signed_in", "see_subjects"] } }),
      },
    });
    expect(await screen.findByText(/Your role \(Photographer\) does not allow/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Choose file…" })).toBeNull();
  });
});
