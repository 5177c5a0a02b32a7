/**
 * Keyboard shortcuts of what is on screen. `useKeys` makes them work while the component is mounted and lists them
 * in the help that `?` opens. While a dialog is open only its own keys and the lock work; while text is typed, and in lists
 * and panels that float over the view, only chords do. Enter and Space belong to the control that has the focus.
 */
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from "react";

/** To what is before and after, also where brackets need another key held (Finnish keyboards: AltGr). */
export const BESIDE = {
  previous: ["[", ",", "ctrl+alt+["],
  next: ["]", ".", "ctrl+alt+]"],
} as const;

export interface KeyBinding {
  /** `n`, `Ctrl+s`, `Shift+r`, `Alt+ArrowLeft`, `?`. */
  keys: string;
  /** What it does, in the user's language; without it the help does not list it. */
  label?: string;
  /** Where the help lists it; nothing means the view itself. */
  group?: "window";
  /** Also while typing, although it has no Ctrl or Alt. */
  whileTyping?: boolean;
  /** Also while a dialog is open: nothing may stand between a user and the lock. */
  overDialogs?: boolean;
  /** Not again while the key is held: for what changes records. */
  isOnce?: boolean;
  /** What is missing belongs to a control that has the focus: the binding is for the help. */
  run?(event: KeyboardEvent): void;
}

interface Scope {
  current: KeyBinding[];
}

interface Registry {
  add(scope: Scope): () => void;
  list(): KeyBinding[];
}

const KeysContext = createContext<Registry | null>(null);

function chordOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isLetter = /^[a-zåäö0-9]$/.test(key);
  return [
    event.ctrlKey || event.metaKey ? "ctrl+" : "",
    event.altKey ? "alt+" : "",
    event.shiftKey && (isLetter || key.length > 1) ? "shift+" : "",
    key.toLowerCase(),
  ].join("");
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "range", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/** What Enter and Space press, open or choose by themselves. */
const PRESSED = "a, button, summary, input, select, [role=option], [role=tab], [role=menuitem]";
/** What single keys move about in, over the view. */
const FLOATING = "[role=listbox], [role=menu], [role=dialog]";

function isTaken(event: KeyboardEvent): boolean {
  if (!(event.target instanceof Element)) return false;
  const isPress = event.key === "Enter" || event.key === " ";
  return event.target.closest(isPress ? `${PRESSED}, ${FLOATING}` : FLOATING) !== null;
}

function makeRegistry(): Registry & { handle(event: KeyboardEvent): void } {
  const scopes: Scope[] = [];
  return {
    add(scope) {
      scopes.push(scope);
      return () => scopes.splice(scopes.indexOf(scope), 1);
    },
    list: () => scopes.flatMap((scope) => scope.current),
    handle(event) {
      if (event.defaultPrevented || event.isComposing) return;
      const isInDialog = document.querySelector("[role='dialog'][data-modal], [role='alertdialog']") !== null;
      const chord = chordOf(event);
      const isChord = event.ctrlKey || event.metaKey || event.altKey;
      if (!isChord && isTaken(event)) return;
      const typing = isTyping(event.target) && !isChord;
      for (const scope of scopes.toReversed())
        for (const binding of scope.current) {
          if (!binding.run || binding.keys.toLowerCase() !== chord) continue;
          if ((typing && !binding.whileTyping) || (isInDialog && !binding.overDialogs)) continue;
          event.preventDefault();
          if (!binding.isOnce || !event.repeat) binding.run(event);
          return;
        }
    },
  };
}

export function KeysProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(makeRegistry);
  useEffect(() => {
    window.addEventListener("keydown", registry.handle);
    return () => window.removeEventListener("keydown", registry.handle);
  }, [registry]);
  return <KeysContext.Provider value={registry}>{children}</KeysContext.Provider>;
}

/** Makes the bindings work while the caller is mounted; later callers win over earlier ones. */
export function useKeys(bindings: KeyBinding[]): void {
  const registry = useContext(KeysContext);
  const scope = useRef<KeyBinding[]>(bindings);
  useEffect(() => {
    scope.current = bindings;
  });
  useEffect(() => registry?.add(scope), [registry]);
}

/** What `?` lists: read when the help opens. */
export function useKeyList(): () => KeyBinding[] {
  const registry = useContext(KeysContext);
  return () => registry?.list() ?? [];
}
