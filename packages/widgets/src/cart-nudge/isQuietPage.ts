const quietPages = ['checkout', 'basket', 'cart']

/** True on checkout and basket pages: `data-page` on `<html>` or `<body>`, or the element's own `page` attribute. */
export function isQuietPage(element: Element): boolean {
  const names = [element.getAttribute('page'), document.documentElement.dataset['page'], document.body.dataset['page']]
  return names.some(name => name !== null && name !== undefined && quietPages.includes(name))
}
