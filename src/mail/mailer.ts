/** One mail to exactly one address (S-70). */
export interface OutgoingMail {
  /** The Email row's id: becomes the Message-ID, so that duplicates can be told. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
}

/** Hands a mail over for good, or throws DeliveryError. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** Why a mail could not be handed over; permanent means that trying again cannot help. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
  readonly permanent: boolean;
  constructor(reason: string, permanent: boolean) {
    super(reason);
    this.permanent = permanent;
  }
}
