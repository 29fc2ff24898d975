const tints = ['#efe6d4', '#f5ecc8', '#f4dcd8', '#dbe5d3', '#d3e4e2', '#d5e3ef', '#e0dde6', '#d9dde0']
const inks = ['#b3261e', '#2f5d50', '#3b4a6b', '#8a5a2b', '#6a3d6e']

/** A drawn object on its tint, as a data address: pictures for looking at, none of them in what ships. */
export function picture(index: number): string {
  const tint = tints[index % tints.length]
  const ink = inks[index % inks.length]
  const shapes = [
    `<path d="M90 250h220l-30 60H120z" fill="${ink}"/><ellipse cx="200" cy="250" rx="110" ry="18" fill="#fff" stroke="#1e1a16" stroke-width="3"/>`,
    `<rect x="110" y="120" width="180" height="190" rx="12" fill="${ink}" stroke="#1e1a16" stroke-width="3"/><rect x="110" y="160" width="180" height="16" fill="#fff" opacity=".6"/>`,
    `<circle cx="200" cy="210" r="100" fill="${ink}" stroke="#1e1a16" stroke-width="3"/><path d="M200 210V140M200 210h50" stroke="#fff" stroke-width="8"/>`,
  ]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><rect width="400" height="400" fill="${tint}"/>${shapes[index % 3]}<path d="M60 312h280" stroke="#1e1a16" stroke-width="2"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
