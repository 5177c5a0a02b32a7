import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { expectAccessible } from "../testing/render";
import { PhotoGrid, type GridGroup } from "./PhotoGrid";

const rendered = vi.fn();
const renderCell = (id: number) => {
  rendered(id);
  return <span>{`photo ${id}`}</span>;
};

const picturesFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => index + first);
const ALL = picturesFrom(1, 20_000);

/** 1000 x 700 with cells of 184: five columns. */
function Grid({
  ids = ALL,
  groups,
  onOpen,
}: {
  ids?: number[];
  groups?: GridGroup[];
  onOpen?: (id: number) => void;
}) {
  const [current, setCurrent] = useState<number | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  return (
    <>
      <PhotoGrid
        label="Photos"
        ids={ids}
        {...(groups ? { groups } : {})}
        cellSize={184}
        renderCell={renderCell}
        current={current}
        onCurrent={setCurrent}
        selected={selected}
        onSelected={setSelected}
        {...(onOpen ? { onOpen } : {})}
      />
      <output>{`${current ?? "-"} of ${[...selected].sort((a, b) => a - b).join(",")}`}</output>
    </>
  );
}

const focused = () => Number((document.activeElement as HTMLElement).dataset.id);
const output = () => document.querySelector("output")?.textContent;

describe("PhotoGrid", () => {
  it("mounts only what is in view of 20,000", () => {
    render(<Grid />);
    expect(screen.getAllByRole("gridcell").length).toBeLessThan(80);
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("4000");
  });

  it("has one cell in the tab order and walks it by arrows, pages and ends", async () => {
    render(<Grid />);
    const user = userEvent.setup();
    await user.tab();
    expect(focused()).toBe(1);
    expect(screen.getAllByRole("gridcell").filter((cell) => cell.tabIndex === 0)).toHaveLength(1);
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(focused()).toBe(7);
    await user.keyboard("{ArrowUp}{ArrowLeft}{ArrowLeft}");
    expect(focused()).toBe(1);
    await user.keyboard("{End}");
    expect(focused()).toBe(20_000);
    await user.keyboard("{ArrowDown}");
    expect(focused()).toBe(20_000);
    await user.keyboard("{PageUp}");
    expect(focused()).toBeLessThan(20_000);
    await user.keyboard("{Home}");
    expect(focused()).toBe(1);
  });

  it("opens where its current photo is", () => {
    const scrolled = vi.spyOn(Element.prototype, "scrollTo");
    const high = vi.spyOn(Element.prototype, "scrollHeight", "get").mockReturnValue(1_000_000);
    const nothing = () => undefined;
    render(
      <PhotoGrid
        label="Photos"
        ids={ALL}
        cellSize={184}
        renderCell={renderCell}
        current={31}
        onCurrent={nothing}
      />,
    );
    const tops = scrolled.mock.calls.map(([to]) => (to as unknown as ScrollToOptions).top ?? 0);
    scrolled.mockRestore();
    high.mockRestore();
    // the seventh row of five, each some 220 pixels high, in a window of 700
    expect(tops.at(-1)).toBeGreaterThan(7 * 220 - 720);
    expect(tops.at(-1)).toBeLessThan(6 * 220);
  });

  it("opens at the top where its current photo is in the first row", () => {
    const scrolled = vi.spyOn(Element.prototype, "scrollTo");
    const high = vi.spyOn(Element.prototype, "scrollHeight", "get").mockReturnValue(1_000_000);
    render(
      <PhotoGrid
        label="Photos"
        ids={ALL}
        cellSize={184}
        renderCell={renderCell}
        current={5}
        onCurrent={() => undefined}
      />,
    );
    const tops = scrolled.mock.calls.map(([to]) => (to as unknown as ScrollToOptions).top ?? 0);
    scrolled.mockRestore();
    high.mockRestore();
    expect(Math.max(0, ...tops)).toBe(0);
  });

  it("renders two cells, not the grid, when the focus moves", async () => {
    render(<Grid />);
    const user = userEvent.setup();
    await user.tab();
    rendered.mockClear();
    await user.keyboard("{ArrowRight}");
    expect(rendered.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it("selects by Space, extends by Shift, shrinks back, toggles by Ctrl and clears by Escape", async () => {
    render(<Grid ids={picturesFrom(1, 50)} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard(" ");
    expect(output()).toContain("of 1");
    await user.keyboard("{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}");
    expect(output()).toBe("5 of 1,3,4,5");
    await user.keyboard("{Shift>}{ArrowLeft}{/Shift}");
    expect(output()).toBe("4 of 1,3,4");
    await user.keyboard("{Control>}");
    await user.click(screen.getByText("photo 9"));
    await user.keyboard("{/Control}");
    expect(output()).toBe("9 of 1,3,4,9");
    await user.keyboard("{Control>}a{/Control}");
    expect(
      screen.getAllByRole("gridcell").every((cell) => cell.getAttribute("aria-selected") === "true"),
    ).toBe(true);
    await user.keyboard("{Escape}");
    expect(output()).toBe("9 of ");
  });

  it("does not take the focus back after a key that moved nothing", async () => {
    render(
      <>
        <Grid ids={picturesFrom(1, 50)} />
        <input aria-label="Elsewhere" />
      </>,
    );
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{ArrowLeft}");
    await user.click(screen.getByRole("textbox"));
    await user.keyboard("a");
    expect(document.activeElement).toBe(screen.getByRole("textbox"));
  });

  it("opens by Enter and by double click", async () => {
    const onOpen = vi.fn();
    render(<Grid ids={picturesFrom(1, 50)} onOpen={onOpen} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{ArrowRight}{Enter}");
    await user.dblClick(screen.getByText("photo 4"));
    expect(onOpen.mock.calls.map((call) => call[0])).toEqual([2, 4]);
  });

  it("keeps the focus, the selection and what is looked at while pictures are added above", async () => {
    const { rerender } = render(<Grid ids={picturesFrom(100, 1000)} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{PageDown}{PageDown}{PageDown} ");
    const chosen = focused();
    const grid = screen.getByRole("grid");
    const before = 2000;
    grid.scrollTop = before;
    fireEvent.scroll(grid);
    // seven more: the current one goes to another row and column
    rerender(<Grid ids={[...picturesFrom(1, 7), ...picturesFrom(100, 1000)]} />);
    expect(focused()).toBe(chosen);
    expect(document.activeElement?.getAttribute("aria-selected")).toBe("true");
    expect(grid.scrollTop).toBeGreaterThan(before);
    const after = grid.scrollTop;
    rerender(<Grid ids={[...picturesFrom(1, 7), ...picturesFrom(100, 1000), 5000]} />);
    expect(grid.scrollTop).toBe(after);
  });

  it("opens by Space too where nothing can be selected, and says nothing of selection", async () => {
    const opened: number[] = [];
    function Plain() {
      const [current, setCurrent] = useState<number | null>(null);
      return (
        <PhotoGrid
          label="Photos"
          ids={[1, 2, 3]}
          cellSize={184}
          renderCell={renderCell}
          current={current}
          onCurrent={setCurrent}
          onOpen={(id) => opened.push(id)}
        />
      );
    }
    const { container } = render(<Plain />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{Shift>}{ArrowRight}{/Shift} {Enter}{Control>}a{/Control}");
    expect(opened).toEqual([2, 2]);
    expect(screen.queryByRole("gridcell", { selected: true })).toBeNull();
    expect(screen.getByRole("grid").hasAttribute("aria-multiselectable")).toBe(false);
    await expectAccessible(container);
  });

  it("is accessible", async () => {
    const { container } = render(<Grid ids={picturesFrom(1, 20)} />);
    await expectAccessible(container);
  });
});

const groupsOf = (...counts: number[]): GridGroup[] =>
  counts.map((count, place) => ({ count, heading: `group ${place + 1}` }));
const rowOf = (element: Element | null) => element?.closest("[role=row]");

/** Seven photos in two rows, one, and thirteen in three. */
const SMALL = groupsOf(7, 1, 13);
const PHOTOS = picturesFrom(1, 21);

describe("PhotoGrid of groups", () => {
  it("begins each group on a row of its own under a heading, and counts both as rows", () => {
    render(<Grid ids={PHOTOS} groups={SMALL} />);
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("9");
    const rows = [...document.querySelectorAll("[role=row]")].map((row) => [
      Number(row.getAttribute("aria-rowindex")),
      [...row.children].map((cell) => cell.textContent).join(),
    ]);
    expect(rows).toEqual(
      [
        "group 1",
        "photo 1,photo 2,photo 3,photo 4,photo 5",
        "photo 6,photo 7",
        "group 2",
        "photo 8",
        "group 3",
        "photo 9,photo 10,photo 11,photo 12,photo 13",
        "photo 14,photo 15,photo 16,photo 17,photo 18",
        "photo 19,photo 20,photo 21",
      ]
        .map((text, place) => [place + 1, text])
        .slice(0, rows.length),
    );
    expect(rows.length).toBeGreaterThanOrEqual(6);
    expect(
      screen.getAllByRole("rowheader").every((heading) => heading.getAttribute("aria-colspan") === "5"),
    ).toBe(true);
  });

  it("walks over headings and back in the column that it began in", async () => {
    render(<Grid ids={PHOTOS} groups={SMALL} />);
    const user = userEvent.setup();
    await user.tab();
    expect(focused()).toBe(1);
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}{ArrowDown}");
    expect(focused()).toBe(7);
    await user.keyboard("{ArrowDown}");
    expect(focused()).toBe(8);
    await user.keyboard("{ArrowDown}");
    expect(focused()).toBe(12);
    await user.keyboard("{ArrowUp}{ArrowUp}{ArrowUp}");
    expect(focused()).toBe(4);
    await user.keyboard("{ArrowUp}");
    expect(focused()).toBe(4);
    // a step aside chooses another column
    await user.keyboard("{ArrowDown}{ArrowLeft}{ArrowDown}{ArrowDown}");
    expect(focused()).toBe(9);
    await user.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(focused()).toBe(7);
    await user.keyboard("{End}");
    expect(focused()).toBe(21);
    await user.keyboard("{PageUp}{PageUp}{PageUp}");
    expect(focused()).toBe(3);
    await user.keyboard("{PageDown}");
    expect(focused()).toBe(8);
    await user.keyboard("{Home}");
    expect(focused()).toBe(1);
  });

  it("neither focuses a heading nor loses the focus to it, and describes the current photo by its own", async () => {
    render(<Grid ids={PHOTOS} groups={SMALL} />);
    const user = userEvent.setup();
    await user.tab();
    await user.click(screen.getByText("group 2"));
    expect(output()).toBe("- of ");
    expect(focused()).toBe(1);
    expect(document.querySelectorAll("[role=rowheader][tabindex]")).toHaveLength(0);
    const describing = () =>
      document.getElementById(document.activeElement?.getAttribute("aria-describedby") ?? "")?.textContent;
    await user.keyboard("{End}");
    expect(describing()).toBe("group 3");
    await user.keyboard("{Home}");
    expect(describing()).toBe("group 1");
    expect(document.querySelectorAll("[aria-describedby]")).toHaveLength(1);
  });

  it("selects by Shift across groups, no more and no fewer", async () => {
    render(<Grid ids={PHOTOS} groups={SMALL} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{ArrowDown}{ArrowRight}{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    expect(output()).toBe("10 of 7,8,9,10");
    await user.keyboard("{Shift>}{ArrowUp}{/Shift}");
    expect(output()).toBe("8 of 7,8");
    await user.keyboard("{Escape}");
    await user.click(screen.getByText("photo 6"));
    await user.keyboard("{Shift>}");
    await user.click(screen.getByText("photo 9"));
    await user.keyboard("{/Shift}");
    expect(output()).toBe("9 of 6,7,8,9");
  });

  it("shows the heading with the first row of its group when it comes to it from below", async () => {
    const high = vi.spyOn(Element.prototype, "scrollHeight", "get").mockReturnValue(1_000_000);
    render(<Grid ids={ALL} groups={groupsOf(50, 19_950)} />);
    const user = userEvent.setup();
    await user.tab();
    const grid = screen.getByRole("grid");
    await user.keyboard("{ArrowDown}".repeat(10));
    expect(focused()).toBe(51);
    const heading = rowOf(screen.getByText("group 2")) as HTMLElement;
    const top = Number(/, (\d+)px/.exec(heading.style.transform)?.[1]);
    grid.scrollTop = top + 20;
    fireEvent.scroll(grid);
    const scrolled = vi.spyOn(Element.prototype, "scrollTo");
    await user.keyboard("{ArrowRight}");
    const tops = scrolled.mock.calls.map(([to]) => (to as unknown as ScrollToOptions).top ?? 0);
    scrolled.mockRestore();
    high.mockRestore();
    expect(tops.at(-1)).toBeLessThanOrEqual(top);
    expect(tops.at(-1)).toBeGreaterThan(top - 20);
  });

  it("keeps the focus and what is looked at while photos are added to a group above", async () => {
    const { rerender } = render(<Grid ids={picturesFrom(100, 1000)} groups={groupsOf(300, 700)} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{PageDown}{PageDown}{PageDown}{PageDown}");
    const chosen = focused();
    const heightOf = (element: HTMLElement) => Number.parseFloat(element.style.height);
    const cell = heightOf(screen.getAllByRole("gridcell")[0] as HTMLElement) + 4;
    const heading = heightOf(screen.getAllByRole("rowheader")[0] as HTMLElement) + 4;
    const grid = screen.getByRole("grid");
    grid.scrollTop = 2000;
    fireEvent.scroll(grid);
    // a group of seven comes before all: two rows and a heading
    rerender(
      <Grid ids={[...picturesFrom(1, 7), ...picturesFrom(100, 1000)]} groups={groupsOf(7, 300, 700)} />,
    );
    expect(focused()).toBe(chosen);
    expect(grid.scrollTop).toBe(2000 + 2 * cell + heading);
    expect(rowOf(document.activeElement)?.getAttribute("aria-rowindex")).toBe(
      String(1 + 3 + 1 + Math.floor((chosen - 100) / 5)),
    );
  });

  it("moves the focused photo with its group when only the groups change", async () => {
    const { rerender } = render(<Grid ids={picturesFrom(1, 20)} groups={groupsOf(6, 14)} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowRight}");
    expect(focused()).toBe(8);
    rerender(<Grid ids={picturesFrom(1, 20)} groups={groupsOf(7, 13)} />);
    expect(focused()).toBe(8);
    const described = document.activeElement?.getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(described)?.textContent).toBe("group 2");
    await user.keyboard("{ArrowLeft}{ArrowLeft}");
    expect(focused()).toBe(6);
  });

  it("mounts only what is in view of 20,000 in 2,000 groups, and renders two cells when the focus moves", async () => {
    render(<Grid groups={groupsOf(...Array.from({ length: 2000 }, () => 10))} />);
    expect(screen.getAllByRole("gridcell").length).toBeLessThan(80);
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("6000");
    const user = userEvent.setup();
    await user.tab();
    rendered.mockClear();
    await user.keyboard("{ArrowRight}");
    expect(rendered.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it("is accessible", async () => {
    const { container } = render(<Grid ids={PHOTOS} groups={SMALL} />);
    await expectAccessible(container);
  });
});
