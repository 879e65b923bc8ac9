/** Every address of the office. Search parameters are the saved view, so a link is a view. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from "@tanstack/react-router";
import { readBoardView } from "./features/board/view.ts";
import { DayPage } from "./features/day/page.tsx";
import { OrdersPage } from "./features/orders/page.tsx";
import { readView } from "./features/orders/view.ts";
import { CrashPage } from "./shell/crash.tsx";
import { NotFoundPage } from "./shell/not-found.tsx";
import { Shell } from "./shell/shell.tsx";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const day = createRoute({ getParentRoute: () => root, path: "/", component: DayPage });
const orders = createRoute({
  getParentRoute: () => root,
  path: "/orders",
  component: OrdersPage,
  validateSearch: readView,
});
const newOrder = createRoute({
  getParentRoute: () => root,
  path: "/orders/new",
  validateSearch: (search: Record<string, unknown>): { client?: string; copy?: string } => ({
    ...(typeof search["client"] === "string" ? { client: search["client"] } : {}),
    ...(typeof search["copy"] === "string" ? { copy: search["copy"] } : {}),
  }),
  component: lazyRouteComponent(() => import("./features/order-form/page.tsx"), "NewOrderPage"),
});
const editOrder = createRoute({
  getParentRoute: () => root,
  path: "/orders/$orderId/edit",
  component: lazyRouteComponent(() => import("./features/order-form/page.tsx"), "EditOrderPage"),
});
const order = createRoute({
  getParentRoute: () => root,
  path: "/orders/$orderId",
  component: lazyRouteComponent(() => import("./features/order/page.tsx"), "OrderPage"),
});
const clients = createRoute({
  getParentRoute: () => root,
  path: "/clients",
  validateSearch: (search: Record<string, unknown>): { q?: string } =>
    typeof search["q"] === "string" ? { q: search["q"] } : {},
  component: lazyRouteComponent(() => import("./features/clients/page.tsx"), "ClientsPage"),
});
const client = createRoute({
  getParentRoute: () => root,
  path: "/clients/$clientId",
  component: lazyRouteComponent(() => import("./features/clients/page.tsx"), "ClientPage"),
});
const board = createRoute({
  getParentRoute: () => root,
  path: "/board",
  validateSearch: readBoardView,
  component: lazyRouteComponent(() => import("./features/board/page.tsx"), "BoardPage"),
});
const devices = createRoute({
  getParentRoute: () => root,
  path: "/devices",
  component: lazyRouteComponent(() => import("./features/devices/page.tsx"), "DevicesPage"),
});
const gallery = createRoute({
  getParentRoute: () => root,
  path: "/gallery",
  component: lazyRouteComponent(() => import("./features/gallery/page.tsx"), "GalleryPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    day,
    orders,
    newOrder,
    editOrder,
    order,
    clients,
    client,
    board,
    devices,
    gallery,
  ]),
  defaultPreload: "intent",
  defaultErrorComponent: CrashPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
