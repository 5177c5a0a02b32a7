import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { RightDto } from "../api";
import { wireError, type FakeAnswers } from "../platform/fake";
import { appState, classes, job, owner, rosterImport, school, schoolRow } from "../testing/office";
import { expectAccessible, renderView } from "../testing/render";
import Schools from "./Schools";

const answers: FakeAnswers = {
  school_list: () => ({
    schools: [
      schoolRow(),
      schoolRow({
        id: 202,
        name: "Päiväkoti Kettu",
        kind: "day_care",
        town: "Nurmo",
        contact: "Malli Ville",
        newestYear: null,
        subjects: 0,
        latestJobOn: null,
      }),
    ],
    thisYear: 2026,
  }),
  school_get: () => school(),
  class_list: ({ schoolYear }) =>
    schoolYear === 2026 ? classes() : classes({ groups: [], subjects: [], withheld: 0 }),
  roster_list: () => ({ imports: [rosterImport()] }),
  job_list: () => ({ jobs: [job()] }),
  task_list: () => ({ tasks: [] }),
};
const as = (rights: RightDto[], role: "photographer" | "order_desk" = "order_desk"): FakeAnswers => ({
  app_state: () => appState({ signer: { ...owner, role, rights } }),
});
const dataRows = () => within(screen.getByRole("grid")).getAllByRole("row").slice(1);

it("lists schools with their newest year and latest job, and finds one by any of its words", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, path } = await renderView(<Schools />, { path: "/schools", answers });
  await screen.findByRole("row", { name: /Koskelan koulu/ });
  expect(dataRows().map((row) => row.textContent)).toEqual([
    "Koskelan kouluSchoolSeinäjokiEsimerkki Aino2026–2723 Sep 2026",
    "Päiväkoti KettuDay-care centreNurmoMalli Ville",
  ]);
  await expectAccessible(container);
  await user.keyboard("/");
  await user.keyboard("nurmo malli");
  await waitFor(() => expect(dataRows()).toHaveLength(1));
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(path()).toBe("/schools/202"));
});

it("says when no school is found, and what belongs in an empty list", async () => {
  const user = userEvent.setup({ delay: null });
  const first = await renderView(<Schools />, { path: "/schools", answers });
  await user.type(await screen.findByRole("searchbox"), "lukio");
  expect(await screen.findByText("No school is found by “lukio”.")).toBeTruthy();
  first.unmount();

  const { path } = await renderView(<Schools />, {
    path: "/schools",
    answers: { school_list: () => ({ schools: [], thisYear: 2026 }) },
  });
  await screen.findByText(/^The schools, day-care centres and clubs where you photograph/);
  await user.keyboard("n");
  await waitFor(() => expect(path()).toBe("/schools/new"));
});

it("sends a new school with its contact persons in the order that was chosen", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform, path } = await renderView(<Schools />, {
    path: "/schools/new",
    answers: { ...answers, school_create: (fields) => ({ ...school(fields), years: [] }) },
  });
  await user.type(await screen.findByLabelText(/^Name/), "Koskelan koulu");
  const add = screen.getByRole("button", { name: "Add a contact person" });
  for (const name of ["Malli Ville", "Esimerkki Aino", "Öhman Åke"]) {
    await user.click(add);
    const group = screen.getAllByRole("group", { name: /^Contact person \d/ }).at(-1);
    const field = within(group as HTMLElement).getByLabelText(/^Name/);
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard(name);
  }
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "Move up: Esimerkki Aino" }));
  expect(document.activeElement, "the focus goes along, to the way that is left").toBe(
    screen.getByRole("button", { name: "Move down: Esimerkki Aino" }),
  );
  await user.click(screen.getByRole("button", { name: "Remove contact person: Öhman Åke" }));
  expect(document.activeElement).toBe(add);
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(path()).toBe("/schools/201"));
  expect(platform.requests("school_create")[0]).toMatchObject({
    name: "Koskelan koulu",
    kind: "school",
    contacts: [{ name: "Esimerkki Aino" }, { name: "Malli Ville" }],
  });
}, 60_000);

it("shows the class that is chosen, without those who left until they are asked for", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, path } = await renderView(<Schools />, { path: "/schools/201", answers });
  await screen.findByRole("row", { name: /Virtanen Aino Maria/ });
  expect(dataRows().map((row) => row.textContent)).toEqual([
    "1Virtanen Aino Maria5APermittedNot permitted2",
    "1Öhman Åke10BNot knownNot permitted1",
  ]);
  await expectAccessible(container);

  const list = screen.getByRole("listbox", { name: "Classes" });
  expect(
    within(list)
      .getAllByRole("option")
      .map((option) => option.textContent),
  ).toEqual(["All classes2", "5A1Malli Ville", "10B1"]);
  await user.click(within(list).getByRole("option", { name: /5A/ }));
  await waitFor(() => expect(dataRows()).toHaveLength(1));
  expect(path()).toBe("/schools/201?group=251");
  await user.click(screen.getByRole("switch", { name: "Show those who left" }));
  await waitFor(() => expect(dataRows()).toHaveLength(2));
  expect(screen.getByText("Malli Ville, left 1 Oct 2026")).toBeTruthy();
  await user.type(screen.getByRole("searchbox"), "aino");
  await waitFor(() => expect(dataRows()).toHaveLength(1));
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(path()).toBe("/subjects/601"));
}, 60_000);

it("offers the class list's import first in a year without classes, and another year by choice", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, path } = await renderView(<Schools />, {
    path: "/schools/201",
    answers: { ...answers, school_list: () => ({ schools: [schoolRow()], thisYear: 2027 }) },
  });
  await screen.findByText(/^There are no classes of this school year yet/);
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "School year 2027–28 School year" }));
  await user.click(await screen.findByRole("option", { name: "School year 2026–27" }));
  await screen.findByRole("row", { name: /Virtanen Aino Maria/ });
  expect(path()).toBe("/schools/201?year=2026");
  await user.click(screen.getByRole("button", { name: "Import class list…" }));
  await waitFor(() => expect(path()).toBe("/schools/201/roster?year=2026"));
}, 60_000);

it("adds somebody to the chosen class by a key", async () => {
  const user = userEvent.setup({ delay: null });
  const { path } = await renderView(<Schools />, { path: "/schools/201?group=251", answers });
  await screen.findByRole("row", { name: /Virtanen Aino Maria/ });
  await user.keyboard("n");
  await waitFor(() => expect(path()).toBe("/subjects/new?school=201&year=2026&group=251"));
});

it("counts those who are protected, and names them to who may open their cards", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await renderView(<Schools />, {
    path: "/schools/201",
    answers: {
      ...answers,
      class_list: () => classes({ withheld: 2 }),
      protected_list: () => ({
        subjects: [
          { id: 611, lastName: "Esimerkki", firstName: "Aino", reviewOn: "2027-08-01" },
          { id: 612, lastName: "Malli", firstName: "Ville", reviewOn: "" },
        ],
      }),
    },
  });
  await screen.findByText("2 whose details are protected are not listed");
  expect(screen.getByText(/Showing them is noted in the history/)).toBeTruthy();
  expect(platform.requests("protected_list")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Show the names" }));
  const list = await screen.findByRole("list", { name: "Subjects whose details are protected" });
  expect(
    within(list)
      .getAllByRole("listitem")
      .map((item) => item.textContent),
  ).toEqual(["Esimerkki Ainoto be reviewed 1 Aug 2027", "Malli Ville"]);
  expect(within(list).getByRole("link", { name: "Malli Ville" }).getAttribute("href")).toBe("/subjects/612");
  expect(platform.requests("protected_list")).toEqual([{ schoolId: 201, schoolYear: 2026 }]);
  await expectAccessible(container);
  await user.click(screen.getByRole("button", { name: "Hide the names" }));
  expect(screen.queryByRole("link", { name: "Malli Ville" })).toBeNull();
});

it("tells whoever may not open cards who may", async () => {
  await renderView(<Schools />, {
    path: "/schools/201",
    answers: {
      ...answers,
      ...as(["signed_in", "see_subjects", "change_subjects", "see_customers"]),
      class_list: () => classes({ withheld: 1 }),
    },
  });
  await screen.findByText("1 whose details are protected is not listed");
  expect(screen.getByText(/^The owner or the data protection contact can open the details/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Show the names" })).toBeNull();
});

it("lets a photographer look at lists, and neither open cards nor change anything", async () => {
  const user = userEvent.setup({ delay: null });
  const { path } = await renderView(<Schools />, {
    path: "/schools/201",
    answers: { ...answers, ...as(["signed_in", "see_photos", "see_subjects"], "photographer") },
  });
  const row = await screen.findByRole("row", { name: /Virtanen Aino Maria/ });
  row.focus();
  await user.keyboard("{Enter}n");
  expect(path()).toBe("/schools/201");
  for (const name of ["Import class list…", "New subject"])
    expect(screen.queryByRole("button", { name })).toBeNull();
  expect(screen.getAllByRole("tab").map((tab) => tab.textContent)).toEqual(["Classes", "Jobs", "Details"]);
});

it("saves changed details, and keeps the edit until it is said to be dropped when somebody saved first", async () => {
  const user = userEvent.setup({ delay: null });
  let isStale = true;
  const { container, platform } = await renderView(<Schools />, {
    path: "/schools/201?tab=details",
    answers: {
      ...answers,
      school_update: ({ fields, rev }) => {
        if (isStale) throw wireError("school_stale");
        return school(fields, rev + 1);
      },
    },
  });
  const town = await screen.findByLabelText("Town");
  await expectAccessible(container);
  await user.clear(town);
  await user.type(town, "Nurmo");
  platform.answer({ school_get: () => school({ note: "Soita ensin" }, 4) });
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText(
    "The school’s details have been changed since you opened them. Nothing was overwritten.",
  );
  expect(town).toHaveProperty("value", "Nurmo");
  await user.click(screen.getByRole("tab", { name: "Classes" }));
  await user.click(await screen.findByRole("button", { name: "Keep editing" }));
  expect(screen.getByLabelText("Town")).toHaveProperty("value", "Nurmo");

  await user.click(screen.getByRole("button", { name: "Discard my changes and show the new version" }));
  await waitFor(() => expect(screen.getByLabelText("Note")).toHaveProperty("value", "Soita ensin"));
  isStale = false;
  await user.clear(screen.getByLabelText("Town"));
  await user.type(screen.getByLabelText("Town"), "Nurmo");
  await user.click(screen.getByRole("button", { name: /^Save/ }));
  await screen.findByText("The school’s details are saved");
  expect(platform.requests("school_update").at(-1)).toMatchObject({
    id: 201,
    rev: 4,
    fields: { town: "Nurmo", note: "Soita ensin" },
  });
}, 60_000);

it("leads to the contact person whose address is refused", async () => {
  const user = userEvent.setup({ delay: null });
  const contacts = ["Esimerkki Aino", "Malli Ville"].map((name) => ({
    name,
    duty: "",
    email: "",
    phone: "",
  }));
  await renderView(<Schools />, {
    path: "/schools/201?tab=details",
    answers: {
      ...answers,
      school_get: () => school({ contacts }),
      school_update: () => {
        throw wireError("invalid_fields", {
          kind: "invalid",
          fields: [{ field: "contacts.1.email", problem: "not_email" }],
        });
      },
    },
  });
  const second = within(await screen.findByRole("group", { name: "Malli Ville" }));
  await user.type(second.getByLabelText("E-mail"), "ville");
  await user.keyboard("{Control>}s{/Control}");
  await second.findByText(/This is not an e-mail address/);
  await waitFor(() => expect(document.activeElement).toBe(second.getByLabelText("E-mail")));
});

it("shows class lists and jobs in tabs of their own", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<Schools />, { path: "/schools/201", answers });
  await user.click(await screen.findByRole("tab", { name: "Class lists" }));
  expect(await screen.findByText("luokat.csv")).toBeTruthy();
  await user.click(screen.getByRole("tab", { name: "Jobs" }));
  expect(await screen.findByText(/Syksyn kuvaus/)).toBeTruthy();
  expect(platform.requests("job_list")).toEqual([{ id: 201 }]);
});
