import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { RosterImportDto } from "../../api";
import { wireError, type FakeAnswers } from "../../platform/fake";
import { AT, appState, owner, rosterImport } from "../../testing/office";
import { expectAccessible, renderView } from "../../testing/render";
import { RosterImports } from "./RosterImports";

const open = (imports: RosterImportDto[], more: FakeAnswers = {}) =>
  renderView(<RosterImports schoolId={201} />, {
    path: "/schools/201?year=2025",
    answers: { roster_list: () => ({ imports }), ...more },
  });

it("shows what each import did and left out, and which can be taken back", async () => {
  const user = userEvent.setup();
  const { container } = await open([
    rosterImport({
      leftOut: 1,
      issues: [
        { row: 7, field: "", reason: "missing_name", isLeftOut: true },
        { row: 12, field: "born_on", reason: "unreadable_date", isLeftOut: false },
      ],
    }),
    rosterImport({ id: 770, fileName: "vanha.xlsx", undoneAt: AT, canUndo: false }),
    rosterImport({ id: 769, fileName: "kevät.txt", schoolYear: 2025, canUndo: false }),
  ]);
  const table = await screen.findByRole("table", { name: "Imported class lists" });
  const [latest, undone, old] = within(table)
    .getAllByRole("rowheader")
    .map((cell) => cell.closest("tr")?.textContent ?? "");
  expect(latest).toMatch(/2026–27luokat\.csv2432002\s*1Undo the import$/);
  expect(undone).toMatch(/vanha\.xlsx.*Undone 3 Sep 2026$/);
  expect(old).toMatch(/2025–26kevät\.txt.*Can no longer be undone$/);
  await user.click(screen.getByText("2 remarks"));
  expect(
    screen.getByText("Row 12, Date of birth: The date cannot be read for certain. The field stays empty."),
  ).toBeTruthy();
  await expectAccessible(container);
});

it("asks before an import is taken back, and says what is", async () => {
  const user = userEvent.setup();
  let stored = rosterImport();
  const { platform } = await open([], {
    roster_list: () => ({ imports: [stored] }),
    roster_undo: () => (stored = rosterImport({ undoneAt: AT, canUndo: false })),
  });
  const undo = await screen.findByRole("button", { name: "Undo the import: luokat.csv" });
  await user.click(undo);
  const question = await screen.findByRole("alertdialog");
  expect(question.textContent).toMatch(
    /The 24 imported subjects are deleted, the details of 3 subjects are put back as they were, and 2 marked as having left are put back/,
  );
  await user.click(within(question).getByRole("button", { name: "Keep the import" }));
  expect(platform.requests("roster_undo")).toEqual([]);
  await user.click(undo);
  await user.click(await screen.findByRole("button", { name: "Undo the import" }));
  expect(await screen.findByText("The import of the class list is undone")).toBeTruthy();
  act(() => platform.emit({ type: "changed", changes: [{ entity: "school", ids: [201] }] }));
  expect(await screen.findByText("Undone 3 Sep 2026")).toBeTruthy();
  expect(platform.requests("roster_undo")).toEqual([{ id: 771 }]);
});

it("says why an import cannot be taken back after all", async () => {
  const user = userEvent.setup();
  await open([rosterImport()], {
    roster_undo: () => {
      throw wireError("roster_has_dependents");
    },
  });
  await user.click(await screen.findByRole("button", { name: "Undo the import: luokat.csv" }));
  await user.click(await screen.findByRole("button", { name: "Undo the import" }));
  expect(await screen.findByText(/^The import cannot be undone/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Undo the import: luokat.csv" })).toBeTruthy();
});

it("says what belongs here while nothing was imported, and leads to it in the year in hand", async () => {
  const { path, container } = await open([]);
  expect(await screen.findByText(/No class list has been imported for this school yet/)).toBeTruthy();
  await expectAccessible(container);
  await userEvent.setup().click(screen.getByRole("button", { name: "Import class list…" }));
  expect(path()).toBe("/schools/201/roster?year=2025");
});

it("reads nothing for those who do not import", async () => {
  const { platform } = await open([rosterImport()], {
    app_state: () => appState({ signer: { ...owner, rights: ["signed_in", "see_subjects"] } }),
  });
  expect(platform.requests("roster_list")).toEqual([]);
  expect(screen.queryByRole("table")).toBeNull();
});
