-- Run once, as the superuser, on an empty PostgreSQL: the databases, who owns them and who may
-- log in. Passwords come from the environment (psql 14 or newer), so that none stands in a file.
-- The tables, and what each service may do with them, are made by `vangnet migrate` as the owner.
\set ON_ERROR_STOP on
\getenv owner_password OWNER_PASSWORD
\getenv plans_password PLANS_PASSWORD
\getenv evaluations_password EVALUATIONS_PASSWORD
\getenv notifications_password NOTIFICATIONS_PASSWORD
\getenv signer_password SIGNER_PASSWORD
\getenv identity_password IDENTITY_PASSWORD

-- What a service may do belongs to a role that nobody logs in as; its login is a member of it.
CREATE ROLE vangnet_plans NOLOGIN;
CREATE ROLE vangnet_evaluations NOLOGIN;
CREATE ROLE vangnet_notifications NOLOGIN;
-- What signs the logs of a service reads all of its record and writes only what it signed.
CREATE ROLE vangnet_plans_signer NOLOGIN;
CREATE ROLE vangnet_evaluations_signer NOLOGIN;
CREATE ROLE vangnet_notifications_signer NOLOGIN;
CREATE ROLE vangnet_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE plans_login LOGIN PASSWORD :'plans_password' IN ROLE vangnet_plans;
CREATE ROLE evaluations_login LOGIN PASSWORD :'evaluations_password' IN ROLE vangnet_evaluations;
CREATE ROLE notifications_login LOGIN PASSWORD :'notifications_password'
    IN ROLE vangnet_notifications;
CREATE ROLE signer_login LOGIN PASSWORD :'signer_password'
    IN ROLE vangnet_plans_signer, vangnet_evaluations_signer, vangnet_notifications_signer;
CREATE ROLE identity_login LOGIN PASSWORD :'identity_password';

CREATE DATABASE vangnet OWNER vangnet_owner;
CREATE DATABASE vangnet_keys OWNER vangnet_owner;
-- Of the identity provider, which has nothing to do with dossiers.
CREATE DATABASE identity OWNER identity_login;

-- By default anybody who can log in may look at any database.
REVOKE ALL ON DATABASE vangnet, vangnet_keys, identity FROM PUBLIC;
GRANT CONNECT ON DATABASE vangnet, vangnet_keys
    TO vangnet_plans, vangnet_evaluations, vangnet_notifications;
-- The signer gets nowhere near the keys: it signs what it cannot read.
GRANT CONNECT ON DATABASE vangnet
    TO vangnet_plans_signer, vangnet_evaluations_signer, vangnet_notifications_signer;
