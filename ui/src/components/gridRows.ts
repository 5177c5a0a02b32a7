/**
 * Where each cell of a grid is: its row, and where keys lead from it. Cells stand in rows of so many columns; when they
 * are grouped, each group begins on a row of its own under a heading, which is a row too.
 *
 * Pure arithmetic, deliberately without React and the page. Making it costs a step for each group, a question at most
 * the logarithm of them, however many cells there are.
 */

/** Pixels are those of a whole row, with the gap below it. */
export interface GridSizes {
  columns: number;
  cells: number;
  heading: number;
}

/** A row of cells, or the heading of a group, which has no cell: then `end` is `first`. */
export interface GridRow {
  /** Place of the group whose heading this is; null for a row of cells. */
  heading: number | null;
  /** Index of its first cell; of a heading the group's first. */
  first: number;
  /** Index after its last cell. */
  end: number;
}

/** The cells of a group, or all of them when nothing is grouped. */
interface Block {
  place: number;
  first: number;
  end: number;
  /** The first row of cells, and the pixels above it. */
  row: number;
  top: number;
}

const NOTHING: Block = { place: 0, first: 0, end: 0, row: 0, top: 0 };

export class GridRows {
  /** Rows, headings among them. */
  readonly count: number;
  private readonly blocks: readonly Block[];
  /** Rows that a heading takes: none when nothing is grouped. */
  private readonly lead: 0 | 1;

  /** `groups`: cells of each group in order, `cells` in all; empty when nothing is grouped. */
  constructor(
    cells: number,
    private readonly sizes: GridSizes,
    groups: readonly number[] = [],
  ) {
    this.lead = groups.length > 0 ? 1 : 0;
    const blocks: Block[] = [];
    let [first, row, top] = [0, 0, 0];
    (groups.length > 0 ? groups : [cells]).forEach((count, place) => {
      row += this.lead;
      top += this.lead * sizes.heading;
      blocks.push({ place, first, end: first + count, row, top });
      const rows = Math.ceil(count / sizes.columns);
      first += count;
      row += rows;
      top += rows * sizes.cells;
    });
    this.blocks = blocks;
    this.count = row;
  }

  /** The row of a cell. */
  rowOf(index: number): number {
    const block = this.lastBlock(({ first }) => first <= index);
    return block.row + Math.floor((index - block.first) / this.sizes.columns);
  }

  columnOf(index: number): number {
    return index - this.at(this.rowOf(index)).first;
  }

  at(row: number): GridRow {
    const block = this.blockAt(row);
    if (row < block.row) return { heading: block.place, first: block.first, end: block.first };
    const first = block.first + (row - block.row) * this.sizes.columns;
    return { heading: null, first, end: Math.min(first + this.sizes.columns, block.end) };
  }

  /** The row of the heading that a cell stands under; null when nothing is grouped. */
  headingOf(index: number): number | null {
    return this.lead ? this.lastBlock(({ first }) => first <= index).row - 1 : null;
  }

  /** Pixels above a row. */
  topOf(row: number): number {
    const block = this.blockAt(row);
    return row < block.row
      ? block.top - this.sizes.heading
      : block.top + (row - block.row) * this.sizes.cells;
  }

  /** Pixels of a row. */
  heightOf(row: number): number {
    return row < this.blockAt(row).row ? this.sizes.heading : this.sizes.cells;
  }

  /** The cell in the row of cells above (-1) or below (1), in the column or the last one before it; itself at the ends. */
  beside(index: number, column: number, step: -1 | 1): number {
    return this.page(index, column, step, 0);
  }

  /** As {@link beside}, as many rows on as fit into the pixels of `room`, and at least one. */
  page(index: number, column: number, step: -1 | 1, room: number): number {
    let found: GridRow | null = null;
    let passed = 0;
    for (let row = this.rowOf(index) + step; row >= 0 && row < this.count; row += step) {
      passed += this.heightOf(row);
      if (found && passed > room) break;
      const next = this.at(row);
      if (next.heading === null) found = next;
    }
    return found ? Math.min(found.first + column, found.end - 1) : index;
  }

  private blockAt(row: number): Block {
    return this.lastBlock((block) => block.row - this.lead <= row);
  }

  /** The last block of those that begin soon enough, which come first. */
  private lastBlock(isSoonEnough: (block: Block) => boolean): Block {
    let [from, until] = [0, this.blocks.length - 1];
    while (from < until) {
      const middle = Math.ceil((from + until) / 2);
      if (isSoonEnough(this.blocks[middle] ?? NOTHING)) from = middle;
      else until = middle - 1;
    }
    return this.blocks[from] ?? NOTHING;
  }
}
