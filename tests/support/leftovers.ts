const leftovers: (() => unknown)[] = [];

/** Done at the end of the test file, whatever became of its own hooks: what is done already must not mind. */
export function atEndOfFile(tidy: () => unknown): void {
  leftovers.push(tidy);
}

/** The latest first, and all of them though one fails. */
export async function tidyUp(): Promise<void> {
  for (const tidy of leftovers.splice(0).reverse()) {
    try {
      await tidy();
    } catch {
      // The others have their turn.
    }
  }
}
