-- A tenant's own layout of pages and of mails, in Mustache; null where podctl's own holds.
ALTER TABLE tenant_brands ADD COLUMN page_template text;
ALTER TABLE tenant_brands ADD COLUMN mail_template text;
