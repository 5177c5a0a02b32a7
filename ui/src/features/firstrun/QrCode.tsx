/** A QR code from its modules, dark on white in both themes so that any reader takes it. */
import type { QrDto } from "../../api";

const QUIET_ZONE = 4;

export function QrCode({ qr, label, className }: { qr: QrDto; label: string; className?: string }) {
  const side = qr.size + 2 * QUIET_ZONE;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      {...(className ? { className } : {})}
    >
      <rect width={side} height={side} fill="#ffffff" />
      <path d={modulePath(qr)} fill="#000000" />
    </svg>
  );
}

/** One rectangle for each run of dark modules in a row. */
export function modulePath(qr: QrDto): string {
  const runs: string[] = [];
  for (let y = 0; y < qr.size; y += 1) {
    const row = qr.modules.slice(y * qr.size, (y + 1) * qr.size);
    for (const run of row.matchAll(/1+/g))
      runs.push(`M${run.index + QUIET_ZONE} ${y + QUIET_ZONE}h${run[0].length}v1h-${run[0].length}z`);
  }
  return runs.join("");
}
