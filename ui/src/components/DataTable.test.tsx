import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { expectAccessible, renderView } from "../testing/render";
import { DataTable, type Column, type DataTableProps } from "./DataTable";
import type { Sort } from "./TableHead";

interface Row {
  id: number;
  name: string;
  cents: number;
}

const NAMES = ["Öhman", "Virtanen", "Åberg", "Aalto", "Äijälä"];
const columns: Column<Row>[] = [
  { id: "name", header: "Name", width: 200, cell: (row) => row.name, sortValue: (row) => row.name },
  {
    id: "sum",
    header: "Sum",
    width: 100,
    align: "end",
    cell: (row) => row.cents,
    sortValue: (row) => row.cents,
  },
];
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    name: NAMES[index % NAMES.length] ?? "",
    cents: (index * 37) % 1000,
  }));

const table = (rows: Row[], more: Partial<DataTableProps<Row>> = {}) => (
  <DataTable id="test" label="Rows" columns={columns} rows={rows} rowId={(row) => row.id} {...more} />
);
const bodyRows = () => screen.getAllByRole("row").filter((row) => row.dataset.index);
const first = () => bodyRows()[0]?.textContent;

describe("DataTable", () => {
  it("mounts only what is in view of 5,000 rows and says how many there are", async () => {
    await renderView(table(rowsOf(5000)));
    expect(bodyRows().length).toBeLessThan(60);
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("5001");
  });

  it("walks rows by keyboard with one row in the tab order and opens with Enter", async () => {
    const onOpen = vi.fn();
    const onCurrent = vi.fn();
    await renderView(table(rowsOf(5000), { onOpen, onCurrent }));
    const user = userEvent.setup();
    bodyRows()[0]?.focus();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}");
    expect((document.activeElement as HTMLElement).dataset.index).toBe("1");
    await user.keyboard("{End}");
    expect((document.activeElement as HTMLElement).dataset.index).toBe("4999");
    await user.keyboard("{PageUp}{Home}{Enter}");
    expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ id: 1 }));
    expect(onCurrent).toHaveBeenLastCalledWith(expect.objectContaining({ id: 1 }));
    expect(bodyRows().filter((row) => row.tabIndex === 0)).toHaveLength(1);
  });

  it("sorts by header the language's way, and remembers it", async () => {
    const { unmount } = await renderView(table(rowsOf(5)), { language: "fi" });
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Name" }));
    expect(bodyRows().map((row) => within(row).getAllByRole("gridcell")[0]?.textContent)).toEqual([
      "Aalto",
      "Virtanen",
      "Åberg",
      "Äijälä",
      "Öhman",
    ]);
    expect(screen.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("ascending");
    await user.click(screen.getByRole("button", { name: "Name" }));
    expect(first()).toContain("Öhman");
    unmount();
    await renderView(table(rowsOf(5)), { language: "fi" });
    expect(first()).toContain("Öhman");
  });

  it("reads the next page as its end comes into view, and does not sort what is half read", async () => {
    const onLoadMore = vi.fn();
    await renderView(table(rowsOf(30), { hasMore: true, onLoadMore }));
    expect(onLoadMore).toHaveBeenCalled();
    expect(screen.queryByRole("button", { name: "Name" })).toBeNull();
  });

  it("leaves the order to who gives the rows, also while there are more, and begins at the top", async () => {
    const asked: Sort[] = [];
    function Given() {
      const [sort, setSort] = useState<Sort>({ column: "name", isDescending: true });
      const onSort = (next: Sort) => {
        asked.push(next);
        setSort(next);
      };
      return table(rowsOf(30), { hasMore: true, order: { columns: ["name"], sort, onSort } });
    }
    await renderView(<Given />);
    const scrollTo = vi.fn();
    screen.getByRole("grid").scrollTo = scrollTo;
    const user = userEvent.setup();
    const head = screen.getByRole("columnheader", { name: "Name" });
    expect(head.getAttribute("aria-sort")).toBe("descending");
    expect(screen.queryByRole("button", { name: "Sum" })).toBeNull();
    expect(screen.getByRole("columnheader", { name: "Sum" }).hasAttribute("aria-sort")).toBe(false);
    await user.click(screen.getByRole("button", { name: "Name" }));
    expect(head.getAttribute("aria-sort")).toBe("ascending");
    expect(scrollTo).toHaveBeenCalledWith({ top: 0 });
    await user.click(screen.getByRole("button", { name: "Name" }));
    expect(asked).toEqual([
      { column: "name", isDescending: false },
      { column: "name", isDescending: true },
    ]);
    expect(first()).toContain("Öhman");
  });

  it("selects by tick, by Space and all at once", async () => {
    function Selecting() {
      const [selected, onChange] = useState<ReadonlySet<number>>(new Set());
      return (
        <>
          {table(rowsOf(4), { selection: { selected, onChange, rowLabel: (id) => `Row ${id}` } })}
          <output>{[...selected].join(",")}</output>
        </>
      );
    }
    const { container } = await renderView(<Selecting />);
    const user = userEvent.setup();
    const output = () => container.querySelector("output")?.textContent;
    await user.click(screen.getByRole("checkbox", { name: "Row 2" }));
    bodyRows()[0]?.focus();
    await user.keyboard("{ArrowDown}{ArrowDown} ");
    expect(output()).toBe("2,3");
    await user.click(screen.getByRole("checkbox", { name: "Select all" }));
    expect(output()).toBe("1,2,3,4");
    await expectAccessible(container);
  });

  it("adds all of its rows to what is selected elsewhere, and takes only them away again", async () => {
    function Searched() {
      const [selected, onChange] = useState<ReadonlySet<number>>(new Set([99]));
      return (
        <>
          {table(rowsOf(2), { selection: { selected, onChange, rowLabel: (id) => `Row ${id}` } })}
          <output>{[...selected].join(",")}</output>
        </>
      );
    }
    const { container } = await renderView(<Searched />);
    const user = userEvent.setup();
    const output = () => container.querySelector("output")?.textContent;
    await user.click(screen.getByRole("checkbox", { name: "Select all" }));
    expect(output()).toBe("1,2,99");
    await user.click(screen.getByRole("checkbox", { name: "Select all" }));
    expect(output()).toBe("99");
  });

  it("keeps acting on the row that has the focus when another arrives above it", async () => {
    const onOpen = vi.fn();
    function Growing() {
      const [rows, setRows] = useState(rowsOf(3));
      return (
        <>
          {table(rows, { onOpen })}
          <button onClick={() => setRows([{ id: 99, name: "New", cents: 1 }, ...rows])}>grow</button>
        </>
      );
    }
    await renderView(<Growing />);
    const user = userEvent.setup();
    const row = bodyRows()[1];
    row?.focus();
    fireEvent.click(screen.getByRole("button", { name: "grow" }));
    expect(document.activeElement).toBe(row);
    await user.keyboard("{Enter}");
    expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ id: 2 }));
    await user.keyboard("{ArrowDown}{Enter}");
    expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ id: 3 }));
  });

  it("selects all of them, also those on pages not yet read", async () => {
    const selections: number[] = [];
    function Paging() {
      const [count, setCount] = useState(200);
      return table(rowsOf(count), {
        total: 450,
        hasMore: count < 450,
        onLoadMore: () => setCount((now) => Math.min(450, now + 200)),
        selection: {
          selected: new Set(),
          onChange: (ids) => selections.push(ids.size),
          rowLabel: (id) => `Row ${id}`,
        },
      });
    }
    await renderView(<Paging />);
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("451");
    await userEvent.setup().click(screen.getByRole("checkbox", { name: "Select all" }));
    await waitFor(() => expect(selections).toEqual([450]));
  });

  it("shows what belongs here when there is nothing", async () => {
    await renderView(table([], { empty: <p>Nothing yet</p> }));
    expect(screen.getByText("Nothing yet")).toBeTruthy();
  });
});
