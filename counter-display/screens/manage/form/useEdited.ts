import { useState } from 'react';
import type { Request } from '../../staff/useRequest.ts';

type Edited<T> = {
  /** What the form shows: what is being typed, or else what is set. */
  readonly shown: T;
  readonly isEdited: boolean;
  readonly edit: (next: T) => void;
  /**
   * Lets go of what was typed once it has been saved, and says so; if it is refused, it stays.
   * @param sent what `request.send` gave.
   * @param note what is said of it.
   */
  readonly saved: (sent: Promise<object | null>, note: string) => Promise<void>;
};

/**
 * What somebody changes of a setting: it stays until it is saved, whatever views come meanwhile.
 * @param set the setting as the newest view has it.
 */
export function useEdited<T>(set: T, request: Request): Edited<T> {
  // In a box of its own, since null is a setting, too.
  const [edited, setEdited] = useState<{ readonly to: T } | null>(null);
  return {
    shown: edited === null ? set : edited.to,
    isEdited: edited !== null,
    edit: (to) => setEdited({ to }),
    saved: async (sent, note) => {
      if ((await sent) === null) return;
      setEdited(null);
      request.say({ kind: 'note', text: note });
    },
  };
}
