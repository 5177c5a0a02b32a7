import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { makeQueryClient, type AppState, type RightDto, type SessionDto } from "../api";
import { App } from "../App";
import { fakePlatform, wireError, type FakeAnswers } from "../platform/fake";
import { job, owner, schoolRow, staffList } from "../testing/office";
import { taskOf } from "../testing/work";
import { expectAccessible } from "../testing/render";

const state: AppState = {
  state: "open",
  register: "studio",
  existing: ["studio"],
  studioName: "Kuvaamo Esimerkki Oy",
  demonstrationPassphrase: null,
  signIns: [],
  signer: owner,
  alarm: null,
  waitMs: null,
  version: "0.1.0",
  settings: { language: "en", theme: "light", lockAfterMinutes: 10 },
};
const studioFields = {
  name: "Kuvaamo Esimerkki Oy",
  businessId: "1234567-1",
  street: "Koulukatu 1",
  postalCode: "60100",
  town: "Seinäjoki",
  phone: "",
  email: "",
  language: "fi" as const,
};
const session = {
  id: 11,
  name: "Koskelan koulu",
  photographer: "",
  createdAt: 1,
  firstTakenAt: null,
} as SessionDto;
const empty = { rows: [], next: null };

function open(more: FakeAnswers = {}) {
  window.location.hash = "";
  const client = makeQueryClient();
  const platform = fakePlatform({
    app_state: () => state,
    task_list: () => ({ tasks: [] }),
    session_list: ({ search }) => (search.startsWith("k") ? { rows: [session], next: null } : empty),
    customer_search: () => empty,
    order_search: () => empty,
    school_list: () => ({ schools: [], thisYear: 2026 }),
    job_recent: () => ({ jobs: [] }),
    register_lock: () => ({ ...state, state: "locked", studioName: null }),
    ...more,
  });
  const view = render(<App platform={platform} client={client} />);
  return { ...view, platform, client, user: userEvent.setup() };
}

describe("the shell", () => {
  it("shows the studio and the sections, and is accessible", async () => {
    const { container } = open();
    expect(await screen.findByText("Kuvaamo Esimerkki Oy")).toBeTruthy();
    expect(await screen.findByRole("heading", { name: "Sessions" })).toBeTruthy();
    const navigation = screen.getByRole("navigation", { name: "Views" });
    expect(
      within(navigation)
        .getAllByRole("link")
        .map((link) => link.textContent),
    ).toEqual([
      "Schools",
      "Sessions",
      "Customers",
      "Orders",
      "Production",
      "Print partners",
      "Products",
      "Staff",
      "History",
      "Settings",
    ]);
    expect(within(navigation).getByRole("link", { current: "page" }).textContent).toBe("Sessions");
    await expectAccessible(container);
  });

  it("shows a photographer only what the role may see, and who is signed in", async () => {
    const photographer = {
      staffId: 5,
      name: "Otto Björk",
      role: "photographer" as const,
      rights: ["signed_in", "see_photos", "mark_photos", "import_photos", "see_subjects"] as RightDto[],
    };
    const { container, platform } = open({ app_state: () => ({ ...state, signer: photographer }) });
    expect(await screen.findByText("Otto Björk")).toBeTruthy();
    await screen.findByRole("heading", { name: "Sessions" });
    const navigation = screen.getByRole("navigation", { name: "Views" });
    expect(
      within(navigation)
        .getAllByRole("link")
        .map((link) => link.textContent),
    ).toEqual(["Schools", "Sessions", "Settings"]);
    expect(screen.getByRole("button", { name: /Import photos/ })).toBeTruthy();
    expect(platform.calls.map((call) => call.method)).not.toContain("customer_search");
    await expectAccessible(container);
  });

  it("says above every view that the register is not as it was left, and lets the code's holder accept it", async () => {
    const { user, platform } = open({
      app_state: () => ({
        ...state,
        signer: { ...owner, staffId: null, name: null },
        alarm: { kind: "behind", entry: 41, remembered: 57 },
      }),
      alarm_accept: () => ({ ...state, state: "locked", studioName: null, signer: null }),
    });
    expect(await screen.findByText(/the last entry of the history is 41, and there were 57/)).toBeTruthy();
    await screen.findByRole("heading", { name: "Sessions" });
    expect(screen.queryByRole("button", { name: /Import photos/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Accept the register as it is…" }));
    await user.click(await screen.findByRole("button", { name: "Accept and lock" }));
    await waitFor(() => expect(platform.requests("alarm_accept")).toHaveLength(1));
    expect(await screen.findByRole("heading", { name: "The register is locked" })).toBeTruthy();
  });

  it("does not let whom an untrusted register names as owner accept it", async () => {
    open({
      app_state: () => ({ ...state, alarm: { kind: "staff_changed", entry: null, remembered: null } }),
    });
    expect(await screen.findByText(/Only the recovery code can accept the register/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Accept the register as it is…" })).toBeNull();
  });

  it("asks who it is after a key that names nobody opened the register", async () => {
    const { user } = open({
      app_state: () => ({ ...state, signer: { ...owner, staffId: null, name: null } }),
      staff_list: () => staffList([]),
    });
    expect(await screen.findByRole("heading", { name: "Who are you?" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Continue without a name" }));
    expect(await screen.findByText("Holder of the recovery code")).toBeTruthy();
  });

  it("says that there is no view at an unknown address, and leads to where the window begins", async () => {
    const { user, container } = open({
      app_state: () => ({ ...state, settings: { ...state.settings, language: "fi" } }),
    });
    await screen.findByRole("heading", { name: "Kuvausistunnot" });
    act(() => void (window.location.hash = "#/nonsense"));
    const heading = await screen.findByRole("heading", { level: 1, name: "Näkymää ei löydy" });
    expect(screen.getByText(/osoite on kirjoitettu väärin/)).toBeTruthy();
    expect(screen.queryByText("Not Found")).toBeNull();
    expect(within(screen.getByRole("navigation")).queryByRole("link", { current: "page" })).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(heading));
    await expectAccessible(container);
    await user.click(screen.getByRole("link", { name: "Siirry: Kuvausistunnot" }));
    expect(await screen.findByRole("heading", { name: "Kuvausistunnot" })).toBeTruthy();
  });

  it.each(["choices", "matching", "group-photos", "sessions"])("says so below %s too", async (section) => {
    open();
    await screen.findByRole("heading", { name: "Sessions" });
    act(() => void (window.location.hash = `#/${section}/nonsense`));
    expect(await screen.findByRole("heading", { level: 1, name: "View not found" })).toBeTruthy();
  });

  it.each(["matching", "choices", "group-photos", "subjects"])(
    "marks the schools while the %s of one are open",
    async (view) => {
      open();
      await screen.findByRole("heading", { name: "Sessions" });
      act(() => void (window.location.hash = `#/${view}/751`));
      const navigation = within(screen.getByRole("navigation", { name: "Views" }));
      await waitFor(() =>
        expect(navigation.getByRole("link", { current: "page" }).textContent).toBe("Schools"),
      );
    },
  );

  it("finds a session by Ctrl+K and goes there", async () => {
    const { user, platform } = open();
    await screen.findByRole("heading", { name: "Sessions" });
    await user.keyboard("{Control>}k{/Control}");
    await user.keyboard("kosk");
    expect(await screen.findByRole("option", { name: /Koskelan koulu/ })).toBeTruthy();
    platform.answer({
      session_get: () => session,
      frame_index: () => ({ ids: [], total: 0, groups: [] }),
    });
    await user.keyboard("{ArrowDown}{Enter}");
    await waitFor(() => expect(window.location.hash).toBe("#/sessions/11"));
  });

  describe("finds by Ctrl+K", () => {
    const schools: FakeAnswers = {
      school_list: () => ({
        schools: [
          schoolRow({ id: 41, name: "Koskelan koulu", town: "Tampere" }),
          schoolRow({ id: 42, name: "Norrvalla skola", town: "Vaasa" }),
        ],
        thisYear: 2026,
      }),
      job_recent: () => ({
        jobs: [
          job({ id: 751, schoolId: 41, school: "Koskelan koulu" }),
          job({ id: 752, school: "Norrvalla" }),
        ],
      }),
    };

    it.each([
      ["tampere kosk", "Schools", /^Koskelan koulu/, "#/schools/41"],
      ["syksyn kosk", "Jobs", /^Koskelan koulu: Syksyn kuvaus/, "#/schools/41?tab=jobs"],
    ])("by %j one of the %s, and goes there", async (typed, group, name, hash) => {
      const { user } = open(schools);
      await screen.findByRole("heading", { name: "Sessions" });
      await user.keyboard("{Control>}k{/Control}");
      await user.keyboard(typed);
      const found = within(await screen.findByRole("group", { name: group }));
      expect(found.getAllByRole("option")).toHaveLength(1);
      await expectAccessible(document.body);
      await user.click(found.getByRole("option", { name }));
      await waitFor(() => expect(window.location.hash).toBe(hash));
    });

    it("no school for who may see none, and does not ask", async () => {
      const signer = { ...owner, rights: ["signed_in", "see_photos"] as RightDto[] };
      const { user, platform } = open({ ...schools, app_state: () => ({ ...state, signer }) });
      await screen.findByRole("heading", { name: "Sessions" });
      await user.keyboard("{Control>}k{/Control}");
      await user.keyboard("kosk");
      await screen.findByRole("option", { name: /Koskelan koulu/ });
      expect(screen.queryByRole("group", { name: "Schools" })).toBeNull();
      const asked = platform.calls.map(({ method }) => method);
      expect(asked).not.toContain("school_list");
      expect(asked).not.toContain("job_recent");
    });
  });

  it("says in the palette that it is still looking, and why it could not", async () => {
    let fail: () => void = () => undefined;
    const { user } = open({
      customer_search: () =>
        new Promise((_, reject) => {
          fail = () => reject(wireError("input_output", { kind: "environment" }));
        }),
    });
    await screen.findByRole("heading", { name: "Sessions" });
    await user.keyboard("{Control>}k{/Control}");
    await user.keyboard("zzq");
    await screen.findByText("Loading");
    expect(screen.queryByText(/^No matches/)).toBeNull();
    fail();
    await screen.findByText("Reading or writing the disk failed.");
  });

  it("lists the keys of the view with ?", async () => {
    const { user } = open();
    await screen.findByRole("heading", { name: "Sessions" });
    await user.keyboard("?");
    const dialog = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
    expect(within(dialog).getByText("Lock the register")).toBeTruthy();
    expect(within(dialog).getByText("Import photos…")).toBeTruthy();
  });

  it("locks by Ctrl+L, and nothing that was read stays in memory", async () => {
    const { user, platform, client, container } = open();
    await screen.findByRole("heading", { name: "Sessions" });
    expect(client.getQueryCache().findAll({ queryKey: ["session_list"] })).not.toHaveLength(0);
    await user.keyboard("{Control>}l{/Control}");
    platform.answer({ app_state: () => ({ ...state, state: "locked", studioName: null }) });
    act(() => platform.emit({ type: "state_changed" }));
    await waitFor(() => expect(screen.queryByRole("navigation")).toBeNull());
    await waitFor(() =>
      expect(client.getQueryCache().findAll({ queryKey: ["session_list"] })).toHaveLength(0),
    );
    expect(container.textContent).not.toContain("Kuvaamo Esimerkki Oy");
    expect(platform.requests("register_lock")).toHaveLength(1);
  });

  it("switches language at once", async () => {
    const { platform } = open();
    await screen.findByRole("heading", { name: "Sessions" });
    platform.answer({
      app_state: () => ({ ...state, settings: { language: "fi", theme: "dark", lockAfterMinutes: 10 } }),
    });
    act(() => platform.emit({ type: "state_changed" }));
    expect(await screen.findByRole("heading", { name: "Kuvausistunnot" })).toBeTruthy();
    expect(document.documentElement.lang).toBe("fi");
    expect(document.documentElement.dataset.theme).toBe("dark");
  });

  it("shows a task's progress, cancels it, and tells when it ended", async () => {
    const { platform, user } = open({ task_cancel: () => ({}) });
    await screen.findByRole("heading", { name: "Sessions" });
    const task = taskOf({
      id: 3,
      kind: "import",
      subject: "/card/DCIM",
      done: 812,
      total: 2013,
      bytesDone: 1,
      bytesTotal: 2,
      bytesPerSecond: 84_000_000,
      secondsLeft: 180,
    });
    act(() => platform.emit({ type: "task_updated", task }));
    await user.click(await screen.findByRole("button", { name: /1 task running/ }));
    expect(await screen.findByText("812 / 2,013")).toBeTruthy();
    expect(screen.getByText("3 min left")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(platform.requests("task_cancel")).toEqual([{ id: 3 }]);
    act(() => platform.emit({ type: "task_updated", task: { ...task, state: "cancelled", endedAt: 2 } }));
    expect(await screen.findByText("Importing photos: Cancelled")).toBeTruthy();
  });

  it("asks before closing while a task runs, names it, and ends the program only on yes", async () => {
    const task = taskOf({
      id: 5,
      kind: "import",
      subject: "Koskelan koulu",
      done: 3,
      total: 9,
    });
    const { platform, user } = open({ task_list: () => ({ tasks: [task] }), program_end: () => ({}) });
    await screen.findByText("1 task running");
    act(() => platform.emit({ type: "close_asked" }));
    // pressing the window's cross again does not ask twice
    act(() => platform.emit({ type: "close_asked" }));
    const dialog = await screen.findByRole("alertdialog", { name: "Work is still unfinished" });
    expect(within(dialog).getByText("Importing photos: Koskelan koulu")).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Keep working" }));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
    expect(platform.requests("program_end")).toEqual([]);

    act(() => platform.emit({ type: "close_asked" }));
    await user.click(await screen.findByRole("button", { name: "Stop and close" }));
    await waitFor(() => expect(platform.requests("program_end")).toEqual([{}]));
  });

  it("asks before locking over unsaved changes, and locks at once when there are none", async () => {
    const { platform, user } = open({
      studio_get: () => ({ fields: studioFields, isDemonstration: false, rev: 1 }),
      unsaved_note: () => ({}),
    });
    await user.click(await screen.findByRole("link", { name: "Settings" }));
    const name = await screen.findByRole("textbox", { name: /^Studio name/ });
    await user.type(name, "!");
    await waitFor(() => expect(platform.requests("unsaved_note")).toEqual([{ hasUnsaved: true }]));
    await user.keyboard("{Control>}l{/Control}");
    const dialog = await screen.findByRole("alertdialog", { name: "Work is still unfinished" });
    expect(platform.requests("register_lock")).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Keep working" }));
    await user.type(name, "{Backspace}");
    await waitFor(() => expect(platform.requests("unsaved_note").at(-1)).toEqual({ hasUnsaved: false }));
    await user.keyboard("{Control>}l{/Control}");
    await waitFor(() => expect(platform.requests("register_lock")).toEqual([{}]));
  });
});
