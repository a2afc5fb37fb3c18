import type { ReactNode } from 'react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** Puts a screen on its page. */
export function mount(screen: ReactNode): void {
  const root = document.querySelector('#root');
  if (root === null) throw new Error('the page has no #root');
  createRoot(root).render(<StrictMode>{screen}</StrictMode>);
}
