import type { ReactNode } from 'react';
/** Points of a star with `rays` rays around (0, 0). */
function star(rays: number, outer: number, inner: number): string {
  return Array.from({ length: rays * 2 }, (_, i) => {
    const radius = i % 2 === 0 ? outer : inner;
    const angle = (i * Math.PI) / rays;
    return `${(radius * Math.sin(angle)).toFixed(1)},${(-radius * Math.cos(angle)).toFixed(1)}`;
  }).join(' ');
}

/** The sun of the Đông Sơn bronze drums with its rings: an ornament behind the start screen. */
export function Sun(): ReactNode {
  return (
    <svg className="sun" viewBox="-200 -200 400 400" aria-hidden="true">
      <polygon points={star(14, 62, 20)} />
      {[70, 78, 112, 120, 164, 172].map((radius) => (
        <circle key={radius} r={radius} />
      ))}
      <circle r="95" strokeWidth="14" strokeDasharray="3 6" />
      <circle r="142" strokeWidth="26" strokeDasharray="14 8" className="sun-band" />
      <circle r="186" strokeWidth="10" strokeDasharray="2 5" />
    </svg>
  );
}
