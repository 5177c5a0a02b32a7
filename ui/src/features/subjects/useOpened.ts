import { useState } from "react";
import { ApiError } from "../../api";

export interface Opened<Card> {
  /** What is shown: with what is withheld once it was opened. */
  card: Card | undefined;
  /** It is protected, and was opened here. */
  isOpened: boolean;
  isOpening: boolean;
  error: ApiError | null;
  /** Opens it, which the history notes. */
  open(): Promise<void>;
  close(): void;
  /** An answer of the program to a change; one that withholds closes the card again. */
  settle(card: Card): void;
}

/**
 * A card of somebody who may be protected. What an order of protection withholds is kept here only, so that it is gone
 * when the card is left: never among the queries.
 */
export function useOpened<Card extends { isWithheld: boolean }>(
  stored: Card | undefined,
  read: () => Promise<Card>,
): Opened<Card> {
  const [opened, setOpened] = useState<Card | null>(null);
  const [isOpening, setOpening] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  // protected again later, it is opened again
  if (opened && stored && !stored.isWithheld) setOpened(null);
  const isOpened = opened !== null && stored?.isWithheld === true;
  return {
    card: isOpened ? opened : stored,
    isOpened,
    isOpening,
    error,
    open: async () => {
      setError(null);
      setOpening(true);
      try {
        setOpened(await read());
      } catch (cause) {
        setError(ApiError.from(cause));
      } finally {
        setOpening(false);
      }
    },
    close: () => setOpened(null),
    settle: (card) => setOpened((now) => (now && !card.isWithheld ? card : null)),
  };
}
