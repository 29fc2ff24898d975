import { decodeHTML } from 'entities'

/** A tag, comment or the like. `a < b` and `<3` are none. */
const tag = /<\/?[a-z][^<>]*>|<!--[\s\S]*?-->/gi

/** What a text with HTML in it reads like: tags out, entities resolved (`Caf&eacute;`, `&amp;`, `&#39;`), in whichever order. */
export function plainText(text: string): string {
  if (!/[<&]/.test(text)) return text
  // Escaped twice by some plug-ins: &lt;b&gt; is a tag, not a text about one.
  return decodeHTML(text.replace(tag, ' ')).replace(tag, ' ')
}
