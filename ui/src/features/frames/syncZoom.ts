/**
 * Where the pictures of a comparison lie in their panes. Lengths are CSS pixels; a picture's size is its size at 100 %.
 */
export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

/** A picture and the pane that it is seen through. */
export interface Room {
  pane: Size;
  picture: Size;
}

/** What all panes have in common. */
export interface View {
  /**
   * 0 fits each picture into its pane and 1 shows each at 100 %, whatever their sizes; between the two each has gone the same
   * part of its own way, and above each whole step doubles them.
   */
  level: number;
  /** What lies in the middle of the panes, as fractions of the picture's width and height. */
  place: Point;
}

export const FIT: View = { level: 0, place: { x: 0.5, y: 0.5 } };
export const ACTUAL = 1;
export const MOST = 3;
export const STEP = 0.25;

const between = (least: number, value: number, most: number) => Math.max(least, Math.min(most, value));

/** Screen pixels for each pixel of the picture: 1 is 100 %. */
export function scaleAt(level: number, { pane, picture }: Room): number {
  const fit = Math.min(pane.width / picture.width, pane.height / picture.height);
  // a picture smaller than its pane is not made smaller still by 100 %
  const actual = Math.max(1, fit);
  return level <= ACTUAL ? fit * (actual / fit) ** level : actual * 2 ** (level - ACTUAL);
}

/** Four stand side by side or two by two, as shows more of them. */
export function columnsFor(pictures: readonly Size[], stage: Size): number {
  const count = pictures.length;
  if (count !== 4) return count;
  const shown = (columns: number) => {
    const pane = { width: stage.width / columns, height: (stage.height * columns) / count };
    return pictures.reduce((sum, picture) => {
      const { width, height } = sizeAt(FIT.level, { pane, picture });
      return sum + width * height;
    }, 0);
  };
  return shown(4) > shown(2) ? 4 : 2;
}

export function sizeAt(level: number, room: Room): Size {
  const scale = scaleAt(level, room);
  return { width: room.picture.width * scale, height: room.picture.height * scale };
}

/** How near to an edge of the picture the middle of the pane may come: half of it where all of the picture is seen. */
function margin(level: number, room: Room): Point {
  const size = sizeAt(level, room);
  return {
    x: Math.min(0.5, room.pane.width / size.width / 2),
    y: Math.min(0.5, room.pane.height / size.height / 2),
  };
}

function inside(place: Point, { x, y }: Point): Point {
  return { x: between(x, place.x, 1 - x), y: between(y, place.y, 1 - y) };
}

/** The place as this pane shows it: no pane shows ground beside a picture that is larger than it. */
export function placeIn({ level, place }: View, room: Room): Point {
  return inside(place, margin(level, room));
}

/** As far as any of the panes can go, so that the edges of every picture are reached. */
function settled(view: View, rooms: readonly Room[]): View {
  if (view.level <= 0) return FIT;
  const margins = rooms.map((room) => margin(view.level, room));
  const least = {
    x: Math.min(0.5, ...margins.map(({ x }) => x)),
    y: Math.min(0.5, ...margins.map(({ y }) => y)),
  };
  return { level: view.level, place: inside(view.place, least) };
}

/** What lies at `point`, counted from the middle of the pane, stays there. */
export function zoomTo(view: View, level: number, room: Room, point: Point, rooms: readonly Room[]): View {
  const to = between(0, level, MOST);
  const from = placeIn(view, room);
  const [before, after] = [sizeAt(view.level, room), sizeAt(to, room)];
  const place = {
    x: between(0, from.x + point.x / before.width, 1) - point.x / after.width,
    y: between(0, from.y + point.y / before.height, 1) - point.y / after.height,
  };
  return settled({ level: to, place }, rooms);
}

/** Moves the pictures by so much in this pane, and by the same part of themselves in the others. */
export function panBy(view: View, room: Room, by: Point, rooms: readonly Room[]): View {
  const size = sizeAt(view.level, room);
  const place = { x: view.place.x - by.x / size.width, y: view.place.y - by.y / size.height };
  return settled({ level: view.level, place }, rooms);
}

/** The picture's box, from the pane's upper left corner. */
export function boxIn(view: View, room: Room): Size & Point {
  const size = sizeAt(view.level, room);
  const place = placeIn(view, room);
  return {
    ...size,
    x: room.pane.width / 2 - place.x * size.width,
    y: room.pane.height / 2 - place.y * size.height,
  };
}
