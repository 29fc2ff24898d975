import { useState } from 'preact/hooks'
import type { VNode } from 'preact'

/** A picture on its own tile; without one, or when it does not come, the title's initial. `title` is its alternative text. */
export function Picture(props: { src: string | undefined; title: string }): VNode {
  const [failedSrc, setFailedSrc] = useState<string>()
  const { src, title } = props
  const shown = src !== undefined && src !== failedSrc
  return (
    <span class="tile" part="tile">
      {shown
        ? <img part="image" src={src} alt={title} width="400" height="400" loading="lazy" decoding="async"
            referrerpolicy="no-referrer" onError={() => setFailedSrc(src)} />
        : <span role="img" aria-label={title}>{[...title][0]}</span>}
    </span>
  )
}
