const named = new Map([['amp', '&'], ['quot', '"'], ['lt', '<'], ['gt', '>'], ['nbsp', ' ']])

/**
 * WordPress writes text for a page: `Tea &amp; Co&#8217;s` (the Store API's HtmlFormatter: `wptexturize`, `convert_chars`,
 * `wp_kses_post`). Here it is read as letters, never as markup. Anything but text: undefined.
 */
export function plainWords(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  return value.replace(
    /&(?:#(\d{1,5})|([a-z]{2,4}));/g, (whole, code, name) => code ? String.fromCharCode(code) : named.get(name) ?? whole,
  )
}
