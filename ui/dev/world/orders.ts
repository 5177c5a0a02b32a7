/** Products and orders. */
import type { OrderDto, OrderLineEntry, OrderSort, OrderStateDto, ProductDto } from "../../src/api/generated";
import { customers, nameOf } from "./people.ts";
import { HOUR, IS_WORKING, MORNING, changed, found, has, paged, type Answers } from "./wire.ts";

const SIZES = [
  ["10X15", "Kuva 10 × 15", "Bild 10 × 15", "Print 10 × 15", "10x15", 102, 152, 690],
  ["15X21", "Kuva 15 × 21", "Bild 15 × 21", "Print 15 × 21", "15x21", 152, 210, 990],
  ["20X30", "Kuva 20 × 30", "Bild 20 × 30", "Print 20 × 30", "20x30", 203, 305, 1990],
] as const;
const products: ProductDto[] = SIZES.map(
  ([code, nameFi, nameSv, nameEn, size, widthMm, heightMm, cents], index) => ({
    id: 31 + index,
    fields: {
      code,
      nameFi,
      nameSv,
      nameEn,
      print: { size, widthMm, heightMm, surface: "" },
      priceCents: cents,
      vatClass: "general",
      isActive: true,
    },
    rev: 1,
  }),
);
products.push({
  id: 34,
  fields: {
    code: "KEHYS",
    nameFi: "Kehys, vaalea koivu, sopii kuvakokoon 15 × 21",
    nameSv: "Ram, ljus björk, passar bildstorlek 15 × 21",
    nameEn: "Frame, light birch, for prints 15 × 21",
    print: null,
    priceCents: 2490,
    vatClass: "general",
    isActive: true,
  },
  rev: 1,
});

function totalsOf(lines: OrderLineEntry[]) {
  const gross = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0);
  const net = Math.round(gross / 1.255);
  const row = { netCents: net, vatCents: gross - net, grossCents: gross };
  return { ...row, byRate: [{ vatBp: 2550, ...row }] };
}

const NEXT: Record<OrderStateDto, OrderStateDto[]> = {
  draft: ["confirmed", "cancelled"],
  confirmed: ["cancelled"],
  sent: ["delivered"],
  delivered: [],
  cancelled: [],
};

let nextLine = 1;

function linesOf(entries: OrderLineEntry[]): OrderDto["lines"] {
  return entries.map((entry) => {
    const { fields } = found(products, entry.productId);
    return {
      id: nextLine++,
      ...entry,
      productCode: fields.code,
      nameFi: fields.nameFi,
      nameSv: fields.nameSv,
      nameEn: fields.nameEn,
      isPrint: fields.print !== null,
      frameName: entry.frameId === null ? null : `KOS_${1000 + (entry.frameId % 100_000)}`,
      vatBp: 2550,
      totalCents: entry.quantity * entry.unitPriceCents,
    };
  });
}

export const orders: OrderDto[] = Array.from({ length: IS_WORKING ? 160 : 0 }, (_, index) => {
  const customer = customers[index * 2] ?? customers[0];
  const entries: OrderLineEntry[] = [
    {
      productId: 31 + (index % 3),
      frameId: 1_100_000 + index,
      quantity: 1 + (index % 4),
      unitPriceCents: 990,
    },
    { productId: 31, frameId: 1_100_000 + index, quantity: 2, unitPriceCents: 690 },
    ...(index % 5 === 0 ? [{ productId: 34, frameId: null, quantity: 1, unitPriceCents: 2490 }] : []),
  ];
  const state =
    (["draft", "confirmed", "confirmed", "sent", "delivered", "cancelled"] as const)[index % 6] ?? "draft";
  const createdAt = MORNING - index * HOUR;
  return {
    id: 701 + index,
    number: `2026-${String(1160 - index)}`,
    customerId: customer?.id ?? 0,
    customerName: customer ? nameOf(customer.fields) : "",
    state,
    nextStates: NEXT[state],
    awaitsHandOver: state === "confirmed",
    isBeingHandedOver: false,
    note: index === 0 ? "Kehys mukaan samaan kuoreen." : "",
    lines: linesOf(entries),
    totals: totalsOf(entries),
    createdAt,
    confirmedAt: state === "draft" ? null : createdAt + HOUR,
    sentAt: state === "sent" || state === "delivered" ? createdAt + 3 * HOUR : null,
    deliveredAt: state === "delivered" ? createdAt + 30 * HOUR : null,
    cancelledAt: state === "cancelled" ? createdAt + 2 * HOUR : null,
    batches: state === "sent" || state === "delivered" ? [{ id: 52, number: "2026-002" }] : [],
    rev: 1,
  };
});

export function step(order: OrderDto, state: OrderStateDto): OrderDto {
  const at = { confirmed: "confirmedAt", sent: "sentAt", delivered: "deliveredAt", cancelled: "cancelledAt" };
  Object.assign(order, {
    state,
    nextStates: NEXT[state],
    awaitsHandOver: state === "confirmed",
    rev: order.rev + 1,
  });
  if (state !== "draft") Object.assign(order, { [at[state]]: Date.now() });
  changed("order", [order.id]);
  return { ...order };
}

/** Newest first as they are kept; a customer's newest first whichever end the names begin at. */
function inOrder(sort: OrderSort): OrderDto[] {
  if (sort === "number") return [...orders].reverse();
  if (sort === "number_descending") return orders;
  const sign = sort === "customer" ? 1 : -1;
  return [...orders].sort((a, b) => sign * a.customerName.localeCompare(b.customerName, "fi"));
}

export const orderAnswers: Answers = {
  product_list: () => ({
    products,
    vatRates: [
      { class: "general", vatBp: 2550 },
      { class: "reduced", vatBp: 1350 },
      { class: "press", vatBp: 1000 },
      { class: "exempt", vatBp: 0 },
    ],
  }),
  product_create: (fields) => {
    const product = { id: 31 + products.length, fields, rev: 1 };
    products.push(product);
    changed("product", [product.id]);
    return product;
  },
  product_update: ({ id, fields }) => {
    const product = found(products, id);
    Object.assign(product, { fields, rev: product.rev + 1 });
    changed("product", [id]);
    return { ...product };
  },
  order_search: (request) =>
    paged(
      inOrder(request.sort)
        .filter(
          (order) =>
            has(`${order.number} ${order.customerName}`, request.search) &&
            (request.states.length === 0 || request.states.includes(order.state)) &&
            (request.customerId === null || order.customerId === request.customerId),
        )
        .map((order) => ({
          ...order,
          pieces: order.lines.reduce((sum, line) => sum + line.quantity, 0),
          grossCents: order.totals.grossCents,
        })),
      request,
    ),
  order_get: ({ id }) => found(orders, id),
  order_totals: ({ lines }) => totalsOf(lines),
  order_save: ({ id, customerId, note, lines }) => {
    const customer = found(customers, customerId);
    const content = {
      customerId,
      customerName: nameOf(customer.fields),
      note,
      lines: linesOf(lines),
      totals: totalsOf(lines),
    };
    if (id !== null) {
      const order = found(orders, id);
      Object.assign(order, content, { rev: order.rev + 1 });
      changed("order", [id]);
      return { ...order };
    }
    const made: OrderDto = {
      id: 701 + orders.length,
      number: `2026-${String(1001 + orders.length)}`,
      state: "draft",
      nextStates: NEXT.draft,
      awaitsHandOver: false,
      isBeingHandedOver: false,
      createdAt: Date.now(),
      confirmedAt: null,
      sentAt: null,
      deliveredAt: null,
      cancelledAt: null,
      batches: [],
      rev: 1,
      ...content,
    };
    orders.unshift(made);
    changed("order", [made.id]);
    return made;
  },
  order_confirm: ({ id }) => step(found(orders, id), "confirmed"),
  order_send: ({ id }) => step(found(orders, id), "sent"),
  order_deliver: ({ id }) => step(found(orders, id), "delivered"),
  order_cancel: ({ id }) => step(found(orders, id), "cancelled"),
};
