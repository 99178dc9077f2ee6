import { sortsOf, type Sorts } from '../components/sorting.ts';
import { INBOUND, type InboundColumn, type InboundOrder } from '../domain/inbound-order.ts';
import { t } from '../i18n/translate.ts';
import { queryOf, type InboundFilter } from './inbound.forms.ts';

export function inboundSorts(programId: string, filter: InboundFilter): Sorts<InboundColumn> {
  const labels = { person: t('Person inquiring'), by: t('Referred by'), status: t('Status'), received: t('Received') };
  const href = (sort: InboundOrder): string => `/inbound/${programId}${queryOf({ ...filter, sort })}`;
  return sortsOf({ ...INBOUND, now: filter.sort, labels, words: orderWords, href });
}

/** "Received, newest first". */
function orderWords({ column, descending }: InboundOrder): string {
  switch (column) {
    case 'received':
      return t(descending ? 'Received, newest first' : 'Received, oldest first');
    case 'status':
      return t(descending ? 'Status, “Not updated” last' : 'Status, “Not updated” first');
    case 'person':
      return t(descending ? 'Last name, Z to A' : 'Last name, A to Z');
    case 'by':
      return t(descending ? 'Referred by, Z to A' : 'Referred by, A to Z');
  }
}
