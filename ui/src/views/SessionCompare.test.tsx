import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { FrameCell } from "../api";
import type { FakeAnswers } from "../platform/fake";
import { appState, owner, session } from "../testing/office";
import { cellOf, unmarked } from "../testing/work";
import { expectAccessible, renderView } from "../testing/render";
import Session from "./Session";

const COUNT = 12;
/** Every third photo lies on its side. */
const shot = (id: number): FrameCell =>
  id % 3 === 0 ? { ...cellOf(id), width: 6000, height: 4000 } : cellOf(id);

async function openSession(more: FakeAnswers = {}, count = COUNT) {
  const view = await renderView(<Session />, {
    path: "/sessions/11",
    answers: {
      session_get: () => session(),
      frame_index: () => ({
        ids: Array.from({ length: count }, (_, index) => index + 1),
        total: count,
        groups: [],
      }),
      frame_cells: ({ ids }) => ({ cells: ids.map(shot) }),
      frame_get: () => new Promise(() => undefined),
      frame_mark: ({ ids }) => ({ marks: ids.map(unmarked) }),
      frame_marks_restore: () => ({}),
      ...more,
    },
  });
  await screen.findByRole("gridcell", { name: "IMG_1" });
  return { ...view, user: userEvent.setup() };
}

type User = ReturnType<typeof userEvent.setup>;

async function compare(user: User, count: number) {
  await user.keyboard(`{Shift>}${"{ArrowRight}".repeat(count - 1)}{/Shift}c`);
  return screen.findByRole("region", { name: "Comparison of photos" });
}

const comparison = () => screen.queryByRole("region", { name: "Comparison of photos" });
const panes = () => within(comparison() as HTMLElement).getAllByRole("gridcell");
const names = () => panes().map((pane) => pane.getAttribute("aria-label"));
const focused = () => document.activeElement?.getAttribute("aria-label");
const fullSize = () => panes().flatMap((pane) => [...pane.querySelectorAll("img[src*='/full/']")]);

/** Width and height of each pane's picture, and the part of it that lies in the middle of the pane. */
function seen() {
  return panes().map((pane) => {
    const style = (pane.querySelector("img")?.parentElement as HTMLElement).style;
    const [width, height] = [Number.parseFloat(style.width), Number.parseFloat(style.height)];
    const [, x, y] = /translate\((-?\d+)px, (-?\d+)px\)/.exec(style.transform) ?? [];
    return { width, height, x: (500 - Number(x)) / width, y: (350 - Number(y)) / height };
  });
}

describe("photos compared side by side", () => {
  it.each([2, 3, 4])("opens %d selected photos by C, at the one that had the focus", async (count) => {
    const { user, path } = await openSession();
    await compare(user, count);
    expect(path()).toBe("/sessions/11?compare=1");
    expect(names()).toEqual(Array.from({ length: count }, (_, index) => `IMG_${index + 1}`));
    expect(focused()).toBe(`IMG_${count}`);
    expect(panes().map((pane) => pane.tabIndex)).toEqual([...Array(count - 1).fill(-1), 0]);
    expect(panes()[0]?.querySelector("img")?.getAttribute("src")).toBe("/photo/preview/1");
  });

  it("does not open five, and says why, also at the button", async () => {
    const { user } = await openSession();
    await user.keyboard("{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}");
    const button = await screen.findByRole<HTMLButtonElement>("button", { name: "Compare" });
    await waitFor(() => expect(button.disabled).toBe(true));
    const reason = "At most four photos can be compared at a time.";
    expect(await screen.findAllByText(reason)).toHaveLength(1);
    await user.keyboard("c");
    await waitFor(() => expect(screen.getAllByText(reason)).toHaveLength(2));
    expect(comparison()).toBeNull();
    await user.keyboard("{Shift>}{ArrowLeft}{/Shift}");
    await waitFor(() => expect(button.disabled).toBe(false));
    await user.click(button);
    await waitFor(() => expect(names()).toEqual(["IMG_1", "IMG_2", "IMG_3", "IMG_4"]));
  });

  it("compares the only chosen photo with the next, the last one with the one before", async () => {
    const { user } = await openSession();
    const button = await screen.findByRole<HTMLButtonElement>("button", { name: "Compare" });
    expect(button.disabled).toBe(true);
    expect(screen.getByText("Select 2–4 photos. C compares with the next.")).toBeTruthy();
    await user.keyboard("{ArrowRight}c");
    await waitFor(() => expect(names()).toEqual(["IMG_2", "IMG_3"]));
    expect(focused()).toBe("IMG_2");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(comparison()).toBeNull());
    await user.keyboard("{End}c");
    await waitFor(() => expect(names()).toEqual(["IMG_11", "IMG_12"]));
    expect(focused()).toBe("IMG_12");
  });

  it("says that there is no other photo", async () => {
    const { user } = await openSession({}, 1);
    await user.keyboard("c");
    expect(await screen.findByText("There is no other photo to compare with.")).toBeTruthy();
    expect(comparison()).toBeNull();
  });

  it("moves the focus by arrows and Tab, and marks the focused photo only", async () => {
    const { user, platform } = await openSession();
    const region = await compare(user, 3);
    await user.keyboard("{ArrowLeft}4");
    expect(platform.requests("frame_mark")).toMatchObject([{ ids: [2], rating: 4, isRejected: null }]);
    await waitFor(() => expect(names()).toEqual(["IMG_1", "IMG_2, 4 stars", "IMG_3"]));
    await user.keyboard("{ArrowLeft}{ArrowLeft}x");
    await waitFor(() => expect(names()).toEqual(["IMG_1, Rejected", "IMG_2, 4 stars", "IMG_3"]));
    expect(within(panes()[0] as HTMLElement).getByRole("img", { name: "Rejected" })).toBeTruthy();
    await user.tab();
    expect(focused()).toBe("IMG_2, 4 stars");
    await user.keyboard("0");
    await waitFor(() => expect(names()[1]).toBe("IMG_2"));
    await user.tab();
    await user.tab();
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Give 1 star");
    await user.click(within(region).getByRole("button", { name: "Give 5 stars" }));
    expect(platform.requests("frame_mark").at(-1)).toMatchObject({ ids: [3], rating: 5, isRejected: null });
    await user.keyboard("u");
    await waitFor(() => expect(names()[2]).toBe("IMG_3"));
    await user.keyboard("{ArrowLeft}");
    expect(focused()).toBe("IMG_2");
    await user.tab({ shift: true });
    expect(focused()).toBe("IMG_1, Rejected");
  });

  it("gives the focus to the photo that is clicked", async () => {
    const { user } = await openSession();
    await compare(user, 3);
    await user.click(panes()[0] as HTMLElement);
    expect(focused()).toBe("IMG_1");
    expect(panes().map((pane) => pane.getAttribute("aria-current"))).toEqual(["true", null, null]);
  });

  it("keeps a photo that the filter lets go, and its place", async () => {
    let ids = [1, 2, 3];
    const { user, platform } = await openSession({ frame_index: () => ({ ids, total: COUNT, groups: [] }) });
    await user.click(screen.getByRole("button", { name: "Kept" }));
    act(() => screen.getAllByRole("gridcell")[0]?.focus());
    await compare(user, 2);
    await user.keyboard("x");
    ids = [1, 3];
    act(() => platform.emit({ type: "changed", changes: [{ entity: "frame", ids: [] }] }));
    await waitFor(() => expect(document.querySelectorAll("[data-index]")).toHaveLength(2));
    expect(panes()).toHaveLength(2);
    await user.keyboard("u");
    expect(platform.requests("frame_marks_restore").at(-1)?.marks[0]?.id).toBe(2);
  });

  it("zooms and moves all panes alike, by keys", async () => {
    const { user } = await openSession();
    await compare(user, 3);
    expect(seen().map(({ height }) => Math.round(height))).toEqual([700, 700, 667]);
    await user.keyboard("z");
    expect(seen().map(({ width, height }) => [width, height])).toEqual([
      [4000, 6000],
      [4000, 6000],
      [6000, 4000],
    ]);
    expect(screen.getByText("100%")).toBeTruthy();
    await user.keyboard("{ArrowLeft}{Shift>}{ArrowRight}{ArrowDown}{ArrowDown}{/Shift}");
    for (const { x, y } of seen()) {
      expect(x).toBeCloseTo(0.5 + 160 / 4000, 3);
      expect(y).toBeCloseTo(0.5 + 320 / 6000, 3);
    }
    await user.keyboard("+");
    const larger = seen();
    expect(larger[0]?.width).toBeGreaterThan(4000);
    expect(larger[1]).toEqual(larger[0]);
    expect(larger[0]?.x).toBeCloseTo(0.54, 2);
    await user.keyboard("-");
    expect(seen()[0]?.width).toBeCloseTo(4000);
    await user.keyboard("z");
    expect(seen().map(({ x, y }) => [x.toFixed(2), y.toFixed(2)])).toEqual(Array(3).fill(["0.50", "0.50"]));
  });

  it("zooms at the pointer by the wheel, and moves by dragging", async () => {
    const { user } = await openSession();
    await compare(user, 2);
    const [first] = panes() as [HTMLElement];
    fireEvent.wheel(first, { deltaY: -100, clientX: 100, clientY: 0 });
    const [one, other] = seen();
    expect(one?.width).toBeGreaterThan(500);
    expect(other).toEqual(one);
    await user.keyboard("zz");
    const from = seen()[0]?.x ?? 0;
    fireEvent.pointerDown(first, { button: 0, clientX: 300, clientY: 300 });
    fireEvent.pointerMove(first, { clientX: 200, clientY: 300 });
    fireEvent.pointerUp(first);
    fireEvent.pointerMove(first, { clientX: 0, clientY: 0 });
    expect(seen()[0]?.x).toBeCloseTo(from + 100 / 4000, 3);
    expect(seen()[1]).toEqual(seen()[0]);
  });

  it("shows at 100 % what lies under the mouse", async () => {
    const { user } = await openSession();
    await compare(user, 2);
    fireEvent.pointerMove(panes()[1] as HTMLElement, { clientX: 100, clientY: -70 });
    await user.keyboard("z");
    const [one, other] = seen();
    expect(one).toEqual(other);
    expect(one?.x).toBeCloseTo(0.5 + 100 / (700 / 1.5) - 100 / 4000, 3);
    expect(one?.y).toBeCloseTo(0.5 - 70 / 700 + 70 / 6000, 3);
  });

  it("draws no picture before its pane is measured, and keys do nothing until then", async () => {
    const { user } = await openSession();
    const laidOut = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "clientHeight");
    const observed = new Map<Element, () => void>();
    vi.stubGlobal(
      "ResizeObserver",
      class {
        constructor(private readonly tell: () => void) {}
        observe = (element: Element) => void observed.set(element, this.tell);
        unobserve() {}
        disconnect() {}
      },
    );
    try {
      let height = 0;
      Object.defineProperty(HTMLElement.prototype, "clientHeight", { ...laidOut, get: () => height });
      await compare(user, 4);
      expect(panes().flatMap((pane) => [...pane.querySelectorAll("img")])).toEqual([]);
      await user.keyboard("z{Shift>}{ArrowRight}{/Shift}+");
      height = 700;
      act(() => observed.get(panes()[0]?.querySelector("[data-sight]") as Element)?.());
      expect(seen().map((one) => Math.round(one.height))).toEqual([700, 700, 667, 700]);
    } finally {
      if (laidOut) Object.defineProperty(HTMLElement.prototype, "clientHeight", laidOut);
      vi.unstubAllGlobals();
    }
  });

  it("asks for full-size pictures only above fit, and says where one cannot be shown", async () => {
    const { user } = await openSession();
    await compare(user, 2);
    expect(fullSize()).toEqual([]);
    await user.keyboard("-");
    expect(fullSize()).toEqual([]);
    await user.keyboard("+");
    expect(fullSize().map((image) => image.getAttribute("src"))).toEqual(["/photo/full/1", "/photo/full/2"]);
    fireEvent.error(fullSize()[0] as Element);
    expect(within(panes()[0] as HTMLElement).getByText("The sharp picture cannot be shown")).toBeTruthy();
    expect(within(panes()[1] as HTMLElement).queryByText("The sharp picture cannot be shown")).toBeNull();
    expect(panes()[0]?.querySelector("img")?.getAttribute("src")).toBe("/photo/preview/1");
  });

  it("says in place of a photo that it is damaged, or has no picture", async () => {
    const bare = (id: number) => ({ ...shot(id), hasPreview: id !== 2 });
    const { user } = await openSession({ frame_cells: ({ ids }) => ({ cells: ids.map(bare) }) });
    await compare(user, 2);
    const [first, second] = panes() as [HTMLElement, HTMLElement];
    expect(within(second).getByText("No picture to show")).toBeTruthy();
    fireEvent.error(first.querySelector("img") as Element);
    expect(within(first).getByText("The photo is damaged or missing")).toBeTruthy();
  });

  it("takes photos out, and ends at the last one, which alone is marked then", async () => {
    const { user, platform, path } = await openSession();
    await compare(user, 4);
    await user.keyboard("{ArrowLeft}{Delete}");
    await waitFor(() => expect(names()).toEqual(["IMG_1", "IMG_2", "IMG_4"]));
    expect(focused()).toBe("IMG_4");
    await user.keyboard("{Backspace}");
    await waitFor(() => expect(names()).toEqual(["IMG_1", "IMG_2"]));
    expect(focused()).toBe("IMG_2");
    const region = comparison() as HTMLElement;
    await user.keyboard("{ArrowLeft}");
    await user.click(within(region).getByRole("button", { name: "Take out of the comparison" }));
    await waitFor(() => expect(comparison()).toBeNull());
    expect(path()).toBe("/sessions/11");
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset.id).toBe("2"));
    expect(screen.getAllByRole("gridcell")).toHaveLength(COUNT);
    await user.keyboard("5");
    expect(platform.requests("frame_mark")).toMatchObject([{ ids: [2], rating: 5, isRejected: null }]);
  });

  it("returns by Esc or the button with the selection kept and the focus on the photo it left", async () => {
    const { user, path } = await openSession();
    const selected = () =>
      screen
        .getAllByRole("gridcell")
        .filter((cell) => cell.getAttribute("aria-selected") === "true")
        .map((cell) => cell.dataset.id);
    await compare(user, 3);
    await user.keyboard("{ArrowLeft}{Escape}");
    await waitFor(() => expect(comparison()).toBeNull());
    expect(path()).toBe("/sessions/11");
    expect(selected()).toEqual(["1", "2", "3"]);
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset.id).toBe("2"));
    await user.keyboard("c");
    await waitFor(() => expect(panes()).toHaveLength(3));
    expect(focused()).toBe("IMG_2");
    await user.click(screen.getByRole("button", { name: "Back to the grid" }));
    await waitFor(() => expect(comparison()).toBeNull());
    expect(selected()).toEqual(["1", "2", "3"]);
  });

  it("shows the grid when the address says that photos are compared and none are", async () => {
    const { path } = await renderView(<Session />, {
      path: "/sessions/11?compare=1",
      answers: {
        session_get: () => session(),
        frame_index: () => ({ ids: [1, 2], total: 2, groups: [] }),
        frame_cells: ({ ids }) => ({ cells: ids.map(shot) }),
        frame_get: () => new Promise(() => undefined),
      },
    });
    await waitFor(() => expect(path()).toBe("/sessions/11"));
    expect(comparison()).toBeNull();
  });

  it("has no marks for who may not mark", async () => {
    const { user, platform } = await openSession({
      app_state: () => appState({ signer: { ...owner, rights: ["signed_in", "see_photos"] } }),
    });
    const region = await compare(user, 2);
    expect(within(region).queryByRole("group", { name: "Marks" })).toBeNull();
    await user.keyboard("3x");
    expect(platform.requests("frame_mark")).toEqual([]);
    await user.keyboard("z");
    expect(seen()[0]?.width).toBe(4000);
  });

  it("stands two by two in a window with little room, and arrows then go down and up too", async () => {
    const { user } = await openSession();
    await compare(user, 4);
    const row = within(comparison() as HTMLElement).getByRole("row");
    expect(row.style.gridTemplateColumns).toBe("repeat(2, minmax(0, 1fr))");
    await user.keyboard("{ArrowUp}");
    expect(focused()).toBe("IMG_2");
    await user.keyboard("{ArrowLeft}{ArrowDown}");
    expect(focused()).toBe("IMG_3");
    await user.keyboard("{Delete}");
    await waitFor(() => expect(panes()).toHaveLength(3));
    expect(row.style.gridTemplateColumns).toBe("repeat(3, minmax(0, 1fr))");
  });

  it("is accessible, with marks and without, fitted and enlarged", async () => {
    const { user } = await openSession();
    const region = await compare(user, 4);
    await expectAccessible(region);
    await user.keyboard("4x+");
    await waitFor(() => expect(names()[3]).toBe("IMG_4, 4 stars, Rejected"));
    await expectAccessible(region);
  });
});
