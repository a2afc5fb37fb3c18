/** Reads values out of Prometheus's text form; null for one that is not there. */
export const metricsIn =
  (text: string) =>
  (name: string, labels: Readonly<Record<string, string>> = {}): number | null => {
    const named = Object.entries(labels)
      .map(([label, value]) => `${label}="${value}"`)
      .join(',');
    const begin = named === '' ? `${name} ` : `${name}{${named}} `;
    const line = text.split('\n').find((one) => one.startsWith(begin));
    return line === undefined ? null : Number(line.slice(begin.length).replace('+Inf', 'Infinity'));
  };
