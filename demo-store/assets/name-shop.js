// Before the first frame: somebody from the panel has stores of their own, and Shopside's stub asks the page whose (`data-shop`).
(() => {
  try {
    const { as } = JSON.parse(localStorage.getItem('thimble-basket'))
    if (as) document.documentElement.dataset.shop = `as-${as}`
  } catch {
    // no record yet, or storage is blocked: nobody in particular
  }
})()
