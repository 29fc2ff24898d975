/** Sent with every answer. No inline script, no inline style, nothing from elsewhere: a shop on a careful host. */
export const strictHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "object-src 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'", "base-uri 'none'", "frame-ancestors 'self'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}
