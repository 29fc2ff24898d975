/** A stylesheet read as text by the build (`import css from './styles.css?inline'`). */
declare module '*.css?inline' {
  const css: string
  export default css
}
