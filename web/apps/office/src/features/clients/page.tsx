/** Clients: the list that finds while one types, and the card of one of them. */
export { ClientPage } from "./card/client-page.tsx";
export { ClientsPage } from "./list/clients-page.tsx";
