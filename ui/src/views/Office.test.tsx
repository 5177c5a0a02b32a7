/** Partners, products, history and settings: each view's main path. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { AuditEntryDto } from "../api";
import { rangeOf } from "../features/history/period";
import { writePreference } from "../navigation";
import { wireError } from "../platform/fake";
import { AT, customer, appState, frame, pageOf, partner, print, studio, vatRates } from "../testing/office";
import { expectAccessible, renderView } from "../testing/render";
import History from "./History";
import Partners from "./Partners";
import Products from "./Products";
import Settings from "./Settings";

it("shows a print partner that is refused, with the reason", async () => {
  const outside = partner({ refusal: "outside_eea", fields: { ...partner().fields, country: "US" } });
  const { container } = await renderView(<Partners />, {
    path: "/partners/901",
    answers: { partner_list: () => ({ partners: [outside] }) },
  });
  await screen.findByText(/outside the European Economic Area/);
  await expectAccessible(container);
});

it("adds a print partner by keyboard", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform, path } = await renderView(<Partners />, {
    path: "/partners/new",
    answers: { partner_list: () => ({ partners: [] }), partner_create: (fields) => partner({ fields }) },
  });
  await user.click(await screen.findByLabelText(/^Name/));
  await user.paste("Kuvatuote Oy");
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(path()).toBe("/partners/901"));
  expect(platform.requests("partner_create")[0]).toMatchObject({ name: "Kuvatuote Oy", country: "FI" });
});

it("lists products and refuses a code that is taken, beside the field", async () => {
  const user = userEvent.setup({ delay: null });
  const { container } = await renderView(<Products />, {
    path: "/products/301",
    answers: {
      product_list: () => ({ products: [print, frame], vatRates }),
      product_update: () => {
        throw wireError("product_code_taken", { kind: "invalid" });
      },
    },
  });
  await user.click(await screen.findByLabelText(/^Code/));
  await user.paste("KEH");
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByText(/already in use/);
  await screen.findByText("Another product already has this code.");
  await expectAccessible(container);
});

it("puts a product into a VAT group and shows today's rate of each", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<Products />, {
    path: "/products/302",
    answers: {
      product_list: () => ({ products: [frame], vatRates }),
      product_update: ({ fields }) => ({ ...frame, fields, rev: 2 }),
    },
  });
  await user.click(await screen.findByRole("button", { name: /VAT group/ }));
  await user.click(await screen.findByRole("option", { name: /Reduced.*13.5/ }));
  await user.keyboard("{Control>}s{/Control}");
  await waitFor(() => expect(platform.requests("product_update")[0]?.fields.vatClass).toBe("reduced"));
});

it("offers the stored product after a stale edit instead of overwriting it", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform } = await renderView(<Products />, {
    path: "/products/302",
    answers: {
      product_list: () => ({ products: [frame], vatRates }),
      product_update: () => {
        throw wireError("product_stale");
      },
    },
  });
  const code = await screen.findByLabelText(/^Code/);
  await user.click(code);
  await user.paste("X");
  platform.answer({
    product_list: () => ({
      products: [{ ...frame, fields: { ...frame.fields, code: "RAMI" }, rev: 2 }],
      vatRates,
    }),
  });
  await user.keyboard("{Control>}s{/Control}");
  await user.click(
    await screen.findByRole("button", { name: "Discard my changes and show the new version" }),
  );
  await waitFor(() => expect(code).toHaveProperty("value", "RAMI"));
});

it("tells what was done, with names of fields and a way to the record", async () => {
  const entry: AuditEntryDto = {
    id: 1,
    at: AT,
    action: "customer_updated",
    entity: "customer",
    entityId: 501,
    label: null,
    fields: ["phone", "postal_code"],
    count: null,
    machine: "OFFICE-1",
    staffId: 1,
    staffName: "Helmi Kuusisto",
  };
  const { container } = await renderView(<History />, {
    path: "/history",
    answers: {
      audit_list: () =>
        pageOf([entry, { ...entry, id: 2, action: "order_confirmed", entity: "order", label: "2026-0001" }]),
    },
  });
  const row = await screen.findByRole("row", { name: /Customer details changed/ });
  expect(row.textContent).toContain("Telephone, Postal code");
  expect(row.querySelector("a")?.getAttribute("href")).toContain("/customers/501");
  expect(screen.getByRole("link", { name: "Order 2026-0001" })).toBeTruthy();
  await expectAccessible(container);
});

it("shows the history of one record, whatever is filtered otherwise, and leads back to all of it", async () => {
  const user = userEvent.setup({ delay: null });
  const { platform, path } = await renderView(<History />, {
    path: "/history?entity=customer&id=501",
    answers: { audit_list: () => pageOf([]), customer_get: () => customer() },
  });
  const only = await screen.findByRole("button", { name: /^Record: Customer Virtanen Mikko/ });
  expect(platform.requests("audit_list").at(-1)).toMatchObject({
    actions: [],
    entity: "customer",
    entityId: 501,
  });
  await user.click(only);
  await waitFor(() => expect(platform.requests("audit_list").at(-1)?.entityId).toBeNull());
  expect(path()).toBe("/history");
});

it("remembers a period of one's own", async () => {
  const kept = { "history.period": "custom", "history.first": "2026-08-24", "history.last": "2026-08-28" };
  for (const [key, value] of Object.entries(kept)) writePreference(key, value);
  const { platform } = await renderView(<History />, {
    path: "/history",
    answers: { audit_list: () => pageOf([]) },
  });
  await waitFor(() =>
    expect(platform.requests("audit_list").at(-1)).toMatchObject(
      rangeOf("custom", "2026-08-24", "2026-08-28"),
    ),
  );
});

it("switches language and theme, and changes the passphrase", async () => {
  const user = userEvent.setup({ delay: null });
  const { container, platform } = await renderView(<Settings />, {
    path: "/settings",
    answers: {
      app_state: () => appState(),
      settings_set: (settings) => appState({ settings }),
      studio_get: () => studio,
      passphrase_rate: () => ({ score: 4, isSufficient: true, warning: null }),
      passphrase_change: () => ({}),
    },
  });
  await user.click(await screen.findByRole("radio", { name: "Dark" }));
  await waitFor(() =>
    expect(platform.requests("settings_set")).toEqual([
      { language: "en", theme: "dark", lockAfterMinutes: 10 },
    ]),
  );
  await expectAccessible(container);
  await user.click(screen.getByLabelText("Current passphrase or recovery code"));
  await user.paste("old words here");
  await user.click(screen.getByLabelText(/^New passphrase/));
  await user.paste("coffee snow stair boat");
  await user.click(screen.getByLabelText(/^Passphrase again/));
  await user.paste("coffee snow stair boat");
  const change = screen.getByRole("button", { name: "Change the passphrase" });
  await waitFor(() => expect(change).toHaveProperty("disabled", false));
  await user.click(change);
  await screen.findByText("The passphrase has been changed");
  expect(platform.requests("passphrase_change")).toEqual([
    { current: "old words here", new: "coffee snow stair boat" },
  ]);
  expect(JSON.stringify(localStorage)).not.toContain("coffee");
}, 60_000);
