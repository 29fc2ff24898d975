// Before load: calls wait with their time and address. The same lines stand inline in docs/csp.md, with their hash.
// A classic script: everything stays inside the function, so that only our one name reaches the page.
(page => {
  page.shopside ??= {
    q: [],
    push(...call) {
      this.q.push([Date.now(), location.href, ...call])
    },
  }
})(window as unknown as { shopside?: { q: unknown[][]; push(...call: unknown[]): void } })

export {}
