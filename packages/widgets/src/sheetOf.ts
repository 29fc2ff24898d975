const sheets = new Map<string, CSSStyleSheet>()

/** The one constructed stylesheet of a CSS text: parsed once, adopted by every element (no `style-src` needed). */
export function sheetOf(css: string): CSSStyleSheet {
  let sheet = sheets.get(css)
  if (sheet) return sheet
  sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  sheets.set(css, sheet)
  return sheet
}
