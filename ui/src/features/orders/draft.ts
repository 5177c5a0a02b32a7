/** An order while it is being entered: its lines and what they cost. No requests here. */
import type { OrderDto, OrderLineEntry, ProductDto } from "../../api";

export interface DraftLine {
  /** Tells lines apart in the window; never sent. */
  key: number;
  productId: number;
  frameId: number | null;
  frameName: string | null;
  quantity: number;
  unitPriceCents: number;
}

export interface Draft {
  customerId: number | null;
  customerName: string;
  note: string;
  lines: DraftLine[];
}

let lastKey = 0;

export function newDraft(customerId: number | null, customerName: string): Draft {
  return { customerId, customerName, note: "", lines: [] };
}

/** `like`: the lines that were sent, whose keys the stored ones go on with. */
export function draftOf(order: OrderDto, like: readonly DraftLine[] = []): Draft {
  return {
    customerId: order.customerId,
    customerName: order.customerName,
    note: order.note,
    lines: order.lines.map((line, index) => ({
      key: (like[index]?.productId === line.productId && like[index]?.key) || (lastKey += 1),
      productId: line.productId,
      frameId: line.frameId,
      frameName: line.frameName,
      quantity: line.quantity,
      unitPriceCents: line.unitPriceCents,
    })),
  };
}

export function lineOf(product: ProductDto): DraftLine {
  return {
    key: (lastKey += 1),
    productId: product.id,
    frameId: null,
    frameName: null,
    quantity: 1,
    unitPriceCents: product.fields.priceCents,
  };
}

export interface ChosenPhoto {
  id: number;
  name: string;
}

/** Gives a line its photo; every further photo makes a line like it, right below. */
export function withPhotos(lines: DraftLine[], key: number, photos: ChosenPhoto[]): DraftLine[] {
  return lines.flatMap((line) =>
    line.key === key && photos.length > 0
      ? photos.map((photo, index) => ({
          ...line,
          key: index === 0 ? line.key : (lastKey += 1),
          frameId: photo.id,
          frameName: photo.name,
        }))
      : [line],
  );
}

export function withoutLine(lines: DraftLine[], key: number): DraftLine[] {
  return lines.filter((line) => line.key !== key);
}

export function entriesOf(lines: DraftLine[]): OrderLineEntry[] {
  return lines.map(({ productId, frameId, quantity, unitPriceCents }) => ({
    productId,
    frameId,
    quantity,
    unitPriceCents,
  }));
}

/** Whether saving `draft` would change anything in `saved`. */
export function sameDraft(draft: Draft, saved: Draft): boolean {
  return (
    draft.customerId === saved.customerId &&
    draft.note === saved.note &&
    JSON.stringify(entriesOf(draft.lines)) === JSON.stringify(entriesOf(saved.lines))
  );
}

/** Products whose code begins with the text come first, then names that contain it; an exact code is alone. */
export function matchingProducts(products: ProductDto[], text: string): ProductDto[] {
  const wanted = text.trim().toLocaleLowerCase();
  const active = products.filter((product) => product.fields.isActive);
  if (!wanted) return active;
  const exact = active.filter((product) => product.fields.code.toLocaleLowerCase() === wanted);
  if (exact.length > 0) return exact;
  const byCode = active.filter((product) => product.fields.code.toLocaleLowerCase().startsWith(wanted));
  const byName = active.filter(
    (product) =>
      !byCode.includes(product) &&
      [product.fields.nameFi, product.fields.nameSv, product.fields.nameEn].some((name) =>
        name.toLocaleLowerCase().includes(wanted),
      ),
  );
  return [...byCode, ...byName];
}
