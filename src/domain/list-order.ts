/** A column of a list and its direction; the other direction is the exact reverse. */
export interface ListOrder<Column extends string> {
  column: Column;
  descending: boolean;
}

/** What a list can be sorted by. One column is its date: newest first is how the list stands by itself. */
export interface Sortable<Column extends string> {
  columns: readonly Column[];
  date: Column;
}

export function newestFirst<Column extends string>({ date }: Sortable<Column>): ListOrder<Column> {
  return { column: date, descending: true };
}

/** How a list first stands when somebody sorts by a column: names from A, statuses as R4 lists them, dates from the newest. */
export function firstOrder<Column extends string>({ date }: Sortable<Column>, column: Column): ListOrder<Column> {
  return { column, descending: column === date };
}

export function turned<Column extends string>({ column, descending }: ListOrder<Column>): ListOrder<Column> {
  return { column, descending: !descending };
}

/** "name" from A, "-name" from Z; null for how the list stands by itself, which no address has to say. */
export function orderText<Column extends string>({ date }: Sortable<Column>, { column, descending }: ListOrder<Column>): string | null {
  if (column === date && descending) return null;
  return (descending ? '-' : '') + column;
}

/** Back from it; newest first where it names no column. */
export function readOrder<Column extends string>(list: Sortable<Column>, words: string): ListOrder<Column> {
  const descending = words.startsWith('-');
  const column = list.columns.find((one) => one === words.slice(descending ? 1 : 0));
  return column === undefined ? newestFirst(list) : { column, descending };
}
