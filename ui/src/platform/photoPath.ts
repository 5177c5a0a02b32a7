import type { PhotoKind } from ".";

/** The part of a picture's address that every platform has in common. */
export function photoPath(kind: PhotoKind, id: number, turn = 0): string {
  return turn === 0 ? `${kind}/${id}` : `${kind}/${id}/${turn}`;
}
