-- Who refers to a Program: the filter of the Inbound Referrals, and the list it offers (R20).
CREATE INDEX referral_sender_idx ON referral (program_id, source, maker_organization);
