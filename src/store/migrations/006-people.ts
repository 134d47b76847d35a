/**
 * What a desk knows of its people and customers beside their names: skills and telephones, who
 * answers for a customer, its sites, its things and the commands to get at them.
 */
export const peopleSchema = /* sql */ `
ALTER TABLE person ADD COLUMN skills TEXT;
ALTER TABLE person ADD COLUMN phone TEXT;
ALTER TABLE person ADD COLUMN time_zone TEXT;
ALTER TABLE person ADD COLUMN team TEXT;

ALTER TABLE customer ADD COLUMN parent_id TEXT;
ALTER TABLE customer ADD COLUMN personal_engineer_id TEXT;
ALTER TABLE customer ADD COLUMN team_lead_id TEXT;
ALTER TABLE customer ADD COLUMN team TEXT;
ALTER TABLE customer ADD COLUMN environment TEXT;
ALTER TABLE customer ADD COLUMN variables TEXT;
ALTER TABLE customer ADD COLUMN commands TEXT;
CREATE INDEX customer_parent ON customer (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE asset (
  id TEXT PRIMARY KEY, customer_id TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL,
  about TEXT NOT NULL, variables TEXT NOT NULL, commands TEXT NOT NULL, is_demo INTEGER NOT NULL
) STRICT;
CREATE INDEX asset_customer ON asset (customer_id);
`;
