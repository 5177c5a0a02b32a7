/** Every path of the window and the view that stands at it. Views are read when first opened. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { firstSection } from "./navigation";
import NotFound from "./views/NotFound";
import Shell from "./views/Shell";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

function at(path: string, view: () => Promise<{ default: React.ComponentType }>) {
  return createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(view) });
}

const customers = () => import("./views/Customers");
const orders = () => import("./views/Orders");
const production = () => import("./views/Production");
const partners = () => import("./views/Partners");
const products = () => import("./views/Products");
const schools = () => import("./views/Schools");
const staff = () => import("./views/Staff");

const routeTree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: "/",
    beforeLoad: () => {
      throw redirect({ to: `/${firstSection()}` as never });
    },
  }),
  at("/schools", schools),
  at("/schools/$id", schools),
  at("/schools/$schoolId/roster", () => import("./views/SchoolRoster")),
  at("/matching/$id", () => import("./views/Matching")),
  at("/choices/$id", () => import("./views/Choices")),
  at("/group-photos/$id", () => import("./views/GroupPhotos")),
  at("/subjects/$id", () => import("./views/Subjects")),
  at("/sessions", () => import("./views/Sessions")),
  at("/sessions/$id", () => import("./views/Session")),
  at("/import", () => import("./views/Import")),
  at("/customers", customers),
  at("/customers/$id", customers),
  at("/orders", orders),
  at("/orders/$id", orders),
  at("/production", production),
  at("/production/$id", production),
  at("/partners", partners),
  at("/partners/$id", partners),
  at("/products", products),
  at("/products/$id", products),
  at("/staff", staff),
  at("/staff/$id", staff),
  at("/history", () => import("./views/History")),
  at("/settings", () => import("./views/Settings")),
]);

/** Starts at the section that was open last; ids are not remembered. */
export function makeRouter() {
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  return createRouter({ routeTree, history: createHashHistory(), defaultPreload: false });
}
