// For tag managers that cannot emit type=module: a classic script that hands its data-* on and imports the module beside it.
((tag: HTMLScriptElement | null) => {
  if (tag === null) return
  tag.dataset['shopsideLoader'] = ''
  const url = new URL('shopside.js', tag.src).href
  import(/* @vite-ignore */ url).catch(() => {
    // Blocked or offline: the page goes on without us.
  })
})(document.currentScript as HTMLScriptElement | null)

export {}
