import { useWindowMemory } from "../../components/useWindowMemory";

const NONE: number[] = [];

/** Ids of the orders that are chosen for the next batch, kept while the window goes to other views. */
export const usePickedOrders = () => useWindowMemory<number[]>("production.orders", NONE);
