/** Where the page and what it shows are. */
export const danBietPaths = {
  page: '/dan-biet',
  now: '/dan-biet/now',
  procedures: '/dan-biet/procedures',
} as const;
