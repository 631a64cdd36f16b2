set lock_timeout = '5s';

-- What a person brought or received by hand, with the proof. Append-only.
create table transmission.hand_delivery (
  id           uuid primary key,
  body         text not null,
  handling     smallint not null constraint hand_delivery_handling_is_tlp check (handling between 0 and 4),
  compartment  uuid,
  direction    text not null constraint hand_delivery_direction_known check (direction in ('out', 'in')),
  way          text not null constraint hand_delivery_way_known
               check (way in ('post', 'courier', 'phone', 'portal', 'person', 'fax')),
  subject_kind text not null default '',
  subject_id   text not null default '',
  partner      text not null constraint hand_delivery_partner_length check (length(partner) between 2 and 300),
  person       text not null constraint hand_delivery_person_length check (length(person) between 2 and 200),
  happened_at  timestamptz not null,
  words        text not null constraint hand_delivery_words_length check (length(words) between 3 and 2000),
  proof_name   text,
  proof_type   text,
  proof        bytea,
  proof_digest text,
  recorded_at  timestamptz not null,
  recorded_by  text not null default database.caller_account(),
  recorder     text not null,
  constraint hand_delivery_proof_whole
    check (num_nonnulls(proof_name, proof_type, proof, proof_digest) in (0, 4)),
  constraint hand_delivery_not_ahead check (happened_at <= recorded_at),
  constraint hand_delivery_subject_whole check ((subject_kind = '') = (subject_id = ''))
);
create index hand_delivery_by_body on transmission.hand_delivery (body, recorded_at desc);
create index hand_delivery_by_subject on transmission.hand_delivery (subject_kind, subject_id);

alter table transmission.hand_delivery enable row level security;
create policy hand_delivery_is_read on transmission.hand_delivery for select to qalxan_app using (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('transmission', 'read', 'own')))
   or handling <= (select access.ceiling('transmission', 'read', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
create policy hand_delivery_is_recorded on transmission.hand_delivery for insert to qalxan_app with check (
  ((body = (select database.caller_body())
     and handling <= (select access.ceiling('transmission', 'create', 'own')))
   or handling <= (select access.ceiling('transmission', 'create', 'any')))
  and (compartment is null or access.in_compartment(compartment)));
grant select, insert on transmission.hand_delivery to qalxan_app;
