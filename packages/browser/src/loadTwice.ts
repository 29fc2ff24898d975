/**
 * Loads a lazy file, and asks once more when it cannot be had: a deploy may be replacing it while the page is open.
 * (A browser that remembers a failed `import()` answers the second time from memory: then the two tries are one.)
 *
 * @throws the browser's own error of the second try, which names the file
 */
export async function loadTwice<File>(load: () => Promise<File>): Promise<File> {
  try {
    return await load()
  } catch {
    // The first time may be the network's or the deploy's fault; the second is the caller's to say.
    return load()
  }
}
