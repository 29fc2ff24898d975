// Before load: calls wait with their time and address, and `<shopside-when>` shows in the first frame what the last page knew. The same
// lines stand inline in docs/csp.md, with their hash. A classic script: everything stays inside the function, so that only our one name
// reaches the page.
(page => {
  page.shopside ??= {
    q: [],
    push(...call) {
      this.q.push([Date.now(), location.href, ...call])
    },
  }
  try {
    // A shop that has a name says it on this script or around it.
    const shop = document.currentScript!.closest<HTMLElement>('[data-shop]')?.dataset['shop']
    const ids = localStorage.getItem(shop ? `shopside.when.${shop}` : 'shopside.when')!.match(/[\w:-]+/g)!
    const rule = (name: string, display: string): string =>
      ids.map(id => `shopside-when[${name}~="${id}"]`) + `{display:${display}}`
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rule('segment', 'contents') + rule('not', 'none'))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  } catch {
    // Nothing is kept, or storage is refused: the page begins as its author wrote it.
  }
})(window as unknown as { shopside?: { q: unknown[][]; push(...call: unknown[]): void } })

export {}
