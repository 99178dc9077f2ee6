/** The whole file cannot be imported; nothing was written. The message is for the person who started the import. */
export class RefusedFile extends Error {
  override name = 'RefusedFile';
}
