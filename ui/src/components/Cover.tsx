/**
 * What covers the whole window, as the large view does: while it is on screen, what lies under it takes neither keys nor
 * clicks and is not read aloud. Notices and dialogs lie outside of both and stay within reach.
 */
import { createContext, useContext, useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import { createPortal } from "react-dom";

const UnderContext = createContext<RefObject<HTMLDivElement | null> | null>(null);

/** Can be covered. */
export function Under({ className, children }: { className?: string | undefined; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  return (
    <UnderContext.Provider value={element}>
      <div ref={element} className={className}>
        {children}
      </div>
    </UnderContext.Provider>
  );
}

export function Cover({ children }: { children: ReactNode }) {
  const under = useContext(UnderContext);
  // By hand: what is uncovered has to be able to take the focus in the same moment, before another render.
  useLayoutEffect(() => {
    const element = under?.current;
    element?.toggleAttribute("inert", true);
    return () => void element?.toggleAttribute("inert", false);
  }, [under]);
  return createPortal(children, document.body);
}
