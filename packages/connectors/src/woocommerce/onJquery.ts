import { jqueryOf } from './jqueryOf.ts'

/**
 * Hears events that the page's own jQuery triggers on `<body>` or below. Where it is not there yet (optimisers put scripts off),
 * it is looked for once more at `load`.
 *
 * @param names with blanks between them
 * @returns stops
 */
export function onJquery(page: Window, names: string, hear: (event: unknown, detail: unknown) => void): () => void {
  const { body } = page.document
  let stop = (): void => {}
  function attach(): void {
    const jQuery = jqueryOf(page)
    if (jQuery === undefined) return
    page.removeEventListener('load', attach)
    jQuery(body).on(names, hear)
    stop = () => void jQuery(body).off(names, hear)
  }
  page.addEventListener('load', attach)
  attach()
  return () => {
    page.removeEventListener('load', attach)
    stop()
  }
}
