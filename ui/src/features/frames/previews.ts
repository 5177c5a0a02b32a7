/**
 * Decoded previews round the current photo, so that the next one is painted in the frame of the key press.
 *
 * Invariant: holds the current photo and at most three neighbours each way, and nothing after `clear`.
 */
export class Previews {
  private readonly images = new Map<number, { url: string; image: HTMLImageElement }>();

  /** `onBroken` hears of a photo that cannot be shown. */
  constructor(
    private readonly urlOf: (id: number) => string,
    private readonly onBroken: (id: number) => void = () => undefined,
  ) {}

  /** Keeps `wanted` (nearest first), starts reading those that are missing and drops the rest. */
  keep(wanted: readonly number[]): void {
    const kept = new Set(wanted);
    for (const [id, { image }] of this.images)
      if (!kept.has(id)) {
        image.removeAttribute("src");
        this.images.delete(id);
      }
    for (const id of wanted) this.get(id);
  }

  get(id: number): HTMLImageElement {
    const url = this.urlOf(id);
    const known = this.images.get(id);
    if (known?.url === url) return known.image;
    const image = decoded(url);
    image.addEventListener("error", () => {
      if (this.images.get(id)?.image === image) this.onBroken(id);
    });
    this.images.set(id, { url, image });
    return image;
  }

  clear(): void {
    this.keep([]);
  }

  get size(): number {
    return this.images.size;
  }
}

/** An image element that decodes off the main thread before it is shown. */
export function decoded(url: string): HTMLImageElement {
  const image = new Image();
  image.decoding = "sync";
  image.draggable = false;
  image.alt = "";
  image.src = url;
  // The element itself tells of a picture that cannot be read.
  image.decode?.().catch(() => undefined);
  return image;
}

/** Ids round `index`, nearest first: the current one, then next and previous by turns. */
export function neighbours(ids: readonly number[], index: number, reach: number): number[] {
  const found: number[] = [];
  for (let step = 0; step <= reach; step += 1)
    for (const at of step === 0 ? [index] : [index + step, index - step]) {
      const id = ids[at];
      if (id !== undefined) found.push(id);
    }
  return found;
}
