import { useEffect } from 'react';

/** Whoever presses Enter while a list is open means the list; where nothing is marked yet, the form would be sent. */
const stay = (event: KeyboardEvent): void => {
  const isOpen = event.target instanceof HTMLInputElement && event.target.dataset['expanded'] === 'true';
  if (isOpen && event.key === 'Enter') event.preventDefault();
};

/** Keeps forms from being sent out of an open list; what Enter does to the list stays as it is. */
export function useOpenLists(): void {
  useEffect(() => {
    document.addEventListener('keydown', stay);
    return () => document.removeEventListener('keydown', stay);
  }, []);
}
