/** Runs in a microtask, once however often it is asked for within a task. */
export function oncePerTask(run: () => void): () => void {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    queueMicrotask(() => {
      isDue = false
      run()
    })
  }
}
