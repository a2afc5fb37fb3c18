import { Button, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import type { Language } from '../../../../shared/contract/schemas.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import type { SpanText } from './form.ts';

type Props = {
  /** What the times are of, for people who cannot see the row. */
  readonly day: string;
  readonly spans: readonly SpanText[];
  readonly onChange: (spans: readonly SpanText[]) => void;
  readonly language: Language;
};

const spansAtMost = 4;

/** The hours of one day. */
export function Spans({ day, spans, onChange, language }: Props): ReactNode {
  const words = manageOfficeWords[language];
  const change = (place: number, more: Partial<SpanText>): void =>
    onChange(spans.map((span, i) => (i === place ? { ...span, ...more } : span)));
  return (
    <Group gap="xs">
      {spans.length === 0 && <span className="manage-soft">{words.closedAllDay}</span>}
      {spans.map((span, place) => (
        <Group key={place} gap={4} wrap="nowrap">
          <TextInput
            w={76}
            inputMode="numeric"
            placeholder="08:00"
            value={span.from}
            aria-label={fill(words.from, { day })}
            onChange={(event) => change(place, { from: event.currentTarget.value })}
          />
          –
          <TextInput
            w={76}
            inputMode="numeric"
            placeholder="11:30"
            value={span.to}
            aria-label={fill(words.to, { day })}
            onChange={(event) => change(place, { to: event.currentTarget.value })}
          />
          <Button
            size="compact-md"
            variant="subtle"
            color="gray"
            c="dark"
            aria-label={`${words.removeSpan}: ${day} ${span.from}`}
            onClick={() => onChange(spans.filter((_, i) => i !== place))}
          >
            ×
          </Button>
        </Group>
      ))}
      {spans.length < spansAtMost && (
        <Button
          size="compact-md"
          variant="default"
          aria-label={`${words.addSpan}: ${day}`}
          onClick={() => onChange([...spans, { from: '', to: '' }])}
        >
          {words.addSpan}
        </Button>
      )}
    </Group>
  );
}
