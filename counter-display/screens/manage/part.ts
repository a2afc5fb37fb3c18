import type { Language } from '../../../shared/contract/schemas.ts';
import type { View } from '../../../shared/contract/views.ts';
import type { Request } from '../staff/useRequest.ts';

/** What each part of the page is given. */
export type Part = {
  readonly view: View<'manage'>;
  readonly request: Request;
  readonly language: Language;
  /** Nothing can be sent now: the line is cut, or a request is under way. */
  readonly disabled: boolean;
};
