/** Renders a component inside everything that the window gives it, on a fake platform. */
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { render, type RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import { axe } from "vitest-axe";
import { expect } from "vitest";
import { ApiProvider, makeQueryClient } from "../api";
import { AskProvider, KeysProvider, ToastProvider } from "../components";
import { L10nProvider, type Language } from "../l10n";
import { appState } from "./office";
import { fakePlatform, type FakeAnswers, type FakePlatform } from "../platform/fake";

export interface Rendered extends RenderResult {
  platform: FakePlatform;
  /** Where the window is now, as `/orders/12?tab=lines`. */
  path(): string;
}

export interface RenderOptions {
  answers?: FakeAnswers;
  language?: Language;
  /** The start path. */
  path?: string;
}

/** `element` stands at every path; `usePathId` and `useSearchValues` work as in the window. */
export async function renderView(element: ReactNode, options: RenderOptions = {}): Promise<Rendered> {
  const platform = fakePlatform({ app_state: () => appState(), ...options.answers });
  const client = makeQueryClient();
  // the window reads its state before it shows any view
  client.setQueryData(["app_state", {}], await platform.call("app_state", {}));
  platform.calls.length = 0;
  const root = createRootRoute({ component: Outlet });
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: () => root, path: "/", component: () => element }),
    createRoute({ getParentRoute: () => root, path: "/$section", component: () => element }),
    createRoute({ getParentRoute: () => root, path: "/$section/$id", component: () => element }),
  ]);
  const history = createMemoryHistory({ initialEntries: [options.path ?? "/sessions"] });
  const router = createRouter({ routeTree, history });
  await router.load();
  const result = render(
    <ApiProvider platform={platform} client={client}>
      <L10nProvider language={options.language ?? "en"}>
        <KeysProvider>
          <ToastProvider>
            <AskProvider>
              <RouterProvider router={router as never} />
            </AskProvider>
          </ToastProvider>
        </KeysProvider>
      </L10nProvider>
    </ApiProvider>,
  );
  return Object.assign(result, { platform, path: () => history.location.href });
}

/** Fails with what axe found; colours are checked in the browser, where there is layout. */
export async function expectAccessible(container: Element): Promise<void> {
  expect(await axe(container, { rules: { "color-contrast": { enabled: false } } })).toHaveNoViolations();
}
