/**
 * The first opaque background behind an element, as a CSS colour: what floats over the page takes it,
 * so that the inherited ink stays readable on themes that never declared a `color-scheme`.
 * undefined when everything is see-through (the browser's own canvas).
 */
export function backgroundBehind(element: Element): string | undefined {
  for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at)) {
    const colour = getComputedStyle(at).backgroundColor
    if (colour && !/^transparent$|[,/]\s*0(\.\d+)?\s*\)$/.test(colour)) return colour
  }
  return undefined
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}
