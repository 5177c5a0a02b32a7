/** The program's own mark: a contact sheet's two frames, one chosen. */
export function Mark() {
  return (
    <svg width="1.25rem" height="1.25rem" viewBox="0 0 20 20" aria-hidden>
      <rect x="1" y="1" width="18" height="18" rx="4" fill="var(--accent)" />
      <rect x="4.5" y="4.5" width="4.6" height="4.6" rx="1" fill="var(--on-accent)" opacity="0.55" />
      <rect x="10.9" y="4.5" width="4.6" height="4.6" rx="1" fill="var(--on-accent)" opacity="0.55" />
      <rect x="4.5" y="10.9" width="4.6" height="4.6" rx="1" fill="var(--on-accent)" opacity="0.55" />
      <rect x="10.9" y="10.9" width="4.6" height="4.6" rx="1" fill="var(--on-accent)" />
    </svg>
  );
}
