import type { ReactNode } from 'react';

/** The catalogue's icons and the kiosk's own, drawn on a 24 × 24 grid in the colour of the text around them. */
const drawings: Readonly<Record<string, ReactNode>> = {
  stamp: (
    <>
      <path d="M9.2 13.5c.5-2.6-1.4-3.8-1.4-6.2a4.2 4.2 0 0 1 8.4 0c0 2.4-1.9 3.6-1.4 6.2" />
      <path d="M5 13.5h14a1 1 0 0 1 1 1V18H4v-3.5a1 1 0 0 1 1-1ZM5 21h14" />
    </>
  ),
  family: (
    <>
      <circle cx="7" cy="5.5" r="2.5" />
      <circle cx="17" cy="5.5" r="2.5" />
      <circle cx="12" cy="13" r="2" />
      <path d="M3 20v-6a4 4 0 0 1 6-3.4M21 20v-6a4 4 0 0 0-6-3.4M8.5 21v-1a3.5 3.5 0 0 1 7 0v1" />
    </>
  ),
  map: (
    <>
      <path d="m3 6.5 6-2.5 6 2.5 6-2.5v13.5L15 20l-6-2.5L3 20Z" />
      <path d="M9 4v13.5M15 6.5V20" />
    </>
  ),
  crane: (
    <>
      <path d="M8 21V3.5M5 21h6M8 6.5h13M8 3.5l9 3M8 3.5 3.5 6.5H8" />
      <path d="M18 6.5V11M16 11h4v4h-4ZM6 11h2M6 15h2" />
    </>
  ),
  shop: (
    <>
      <path d="M4 4h16l1.5 5a3.2 3.2 0 0 1-6.3.4 3.2 3.2 0 0 1-6.4 0A3.2 3.2 0 0 1 2.5 9Z" />
      <path d="M4.5 12.2V20h15v-7.8M9.5 20v-4.5h5V20" />
    </>
  ),
  heart: (
    <path d="M12 20.5s-8.5-4.9-8.5-11a4.7 4.7 0 0 1 8.5-2.8 4.7 4.7 0 0 1 8.5 2.8c0 6.1-8.5 11-8.5 11Z" />
  ),
  shield: (
    <>
      <path d="M12 2.8 4.5 5.6v5.6c0 4.6 3.1 8.2 7.5 10 4.4-1.8 7.5-5.4 7.5-10V5.6Z" />
      <circle cx="12" cy="9.6" r="2.1" />
      <path d="M8.3 15.8a3.8 3.8 0 0 1 7.4 0" />
    </>
  ),
  id: (
    <>
      <rect x="2.5" y="5" width="19" height="14" rx="2" />
      <circle cx="8.2" cy="10.8" r="2" />
      <path d="M5 16a3.2 3.2 0 0 1 6.4 0M14.5 10h4M14.5 14h4" />
    </>
  ),
  school: (
    <>
      <path d="M12 4.5 1.5 9.5 12 14.5l10.5-5Z" />
      <path d="M6 12v4.5c1.5 1.7 3.6 2.5 6 2.5s4.5-.8 6-2.5V12M22 10v5.5" />
    </>
  ),
  receipt: (
    <>
      <path d="M5 3v18l2.3-1.5L9.7 21l2.3-1.5 2.3 1.5 2.4-1.5L19 21V3l-2.3 1.5L14.3 3 12 4.5 9.7 3 7.3 4.5Z" />
      <path d="M9 9.5h6M9 13.5h6" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.5M12 7.5v.1" />
    </>
  ),
  people: (
    <>
      <circle cx="9" cy="7.5" r="3.3" />
      <path d="M2.5 20v-1.5a6.5 6.5 0 0 1 13 0V20M16 4.6a3.3 3.3 0 0 1 0 5.8M18.5 13.4a6.5 6.5 0 0 1 3 5.1V20" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5.3l3.5 2" />
    </>
  ),
  face: (
    <>
      <path d="M3 8V5a2 2 0 0 1 2-2h3M16 3h3a2 2 0 0 1 2 2v3M21 16v3a2 2 0 0 1-2 2h-3M8 21H5a2 2 0 0 1-2-2v-3" />
      <path d="M9 9.5v1M15 9.5v1M12 9.5v3.5h-1M8.5 15.5a5 5 0 0 0 7 0" />
    </>
  ),
  check: <path d="m4.5 12.5 5 5 10-11" />,
  warning: <path d="M12 3.5 1.8 20.5h20.4ZM12 10v5M12 17.7v.1" />,
  home: <path d="M3.5 11.5 12 4l8.5 7.5M6 9.5V20h12V9.5" />,
  hand: (
    <path d="M9 12V4.8a1.8 1.8 0 0 1 3.6 0V11l4.8 1.2A2.6 2.6 0 0 1 19.4 15l-.7 4.5a2 2 0 0 1-2 1.5h-5a3 3 0 0 1-2.3-1l-4.6-5.7a1.5 1.5 0 0 1 2.3-2Z" />
  ),
  star: <path d="m12 3 2.7 5.8 6.3.8-4.6 4.4 1.2 6.3L12 17.2l-5.6 3.1 1.2-6.3L3 9.6l6.3-.8Z" />,
  list: <path d="M10 6h11M10 12h11M10 18h11M3 6l1.2 1.2L6.5 5M3 12l1.2 1.2L6.5 11M3 18l1.2 1.2L6.5 17" />,
  calendar: (
    <>
      <rect x="3" y="5" width="18" height="16" rx="2" />
      <path d="M3 10h18M8 2.5V7M16 2.5V7M8.5 15l2.5 2.5 4.5-4.5" />
    </>
  ),
  moon: <path d="M20 14.5A8.5 8.5 0 1 1 9.5 4a6.8 6.8 0 0 0 10.5 10.5Z" />,
  pause: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M9.5 8.5v7M14.5 8.5v7" />
    </>
  ),
  access: (
    <>
      <circle cx="12" cy="12" r="9.5" />
      <circle cx="12" cy="6.6" r="0.9" />
      <path d="M6.8 9.6 12 10.4l5.2-.8M12 10.4v3.8M12 13.6l-2.4 5M12 13.6l2.4 5" />
    </>
  ),
  wheelchair: (
    <>
      <circle cx="9.5" cy="3.8" r="1.6" />
      <path d="M9.5 7.5v7h6l3 5.5M9.5 10.5h5.5M6.4 11.6a5.2 5.2 0 1 0 8 6.2" />
    </>
  ),
  letters: <path d="M2.5 19 8 5l5.5 14M4.6 14h6.8M15 19l3.4-8.5L21.8 19M16.2 16h4.4" />,
  contrast: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 3a9 9 0 0 1 0 18Z" fill="currentColor" />
    </>
  ),
  sound: <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11" />,
  backspace: <path d="M8.5 5H21v14H8.5L2.5 12ZM11.5 9.5l5 5M16.5 9.5l-5 5" />,
};

/** One icon by the catalogue's name; a name without a drawing gets the sign for information. Says nothing to a reader. */
export function Icon({ name }: { readonly name: string }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      {drawings[name] ?? drawings['info']}
    </svg>
  );
}
