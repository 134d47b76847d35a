/** Open mass incidents among many tickets: every new ticket is compared with them. */
export const familySchema = /* sql */ `
CREATE INDEX ticket_mass ON ticket (seq) WHERE is_open = 1 AND state ->> '$.isMassIncident' = 1;
`;
