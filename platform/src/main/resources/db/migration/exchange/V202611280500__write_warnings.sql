set lock_timeout = '5s';

-- A warning to bodies of the country: written by one, approved by two others, or let out by the duty
-- officer alone and confirmed afterwards. A correction and an all-clear are warnings that refer to one.
create table exchange.warning (
  id              uuid primary key,
  number          text not null constraint warning_number_once unique,
  body            text not null default database.caller_body(),
  -- TLP:RED is for named people, so no warning has it.
  handling        smallint not null constraint warning_handling_is_tlp check (handling between 0 and 3),
  drill           boolean not null,
  kind            text not null constraint warning_kind_known
                  check (kind in ('alert', 'correction', 'all-clear')),
  refers          uuid references exchange.warning,
  event           text not null,
  severity        text not null constraint warning_severity_known
                  check (severity in ('extreme', 'severe', 'moderate', 'minor')),
  urgency         text not null constraint warning_urgency_known
                  check (urgency in ('immediate', 'expected', 'future', 'past')),
  certainty       text not null constraint warning_certainty_known
                  check (certainty in ('observed', 'likely', 'possible', 'unlikely')),
  headline_az     text not null constraint warning_headline_az_length check (length(headline_az) between 5 and 160),
  headline_en     text not null constraint warning_headline_en_length check (length(headline_en) between 5 and 160),
  text_az         text not null constraint warning_text_az_length check (length(text_az) between 5 and 4000),
  text_en         text not null constraint warning_text_en_length check (length(text_en) between 5 and 4000),
  advice_az       text not null constraint warning_advice_az_length check (length(advice_az) <= 4000),
  advice_en       text not null constraint warning_advice_en_length check (length(advice_en) <= 4000),
  everyone        boolean not null,
  sectors         text[] not null,
  bodies          text[] not null,
  regions         text[] not null,
  hours           integer not null constraint warning_hours_bounded check (hours between 1 and 720),
  ack_minutes     integer not null constraint warning_ack_bounded check (ack_minutes between 1 and 10080),
  state           text not null default 'draft' constraint warning_state_known
                  check (state in ('draft', 'waiting', 'released', 'withdrawn')),
  -- Approvals count for the round in which they were given: a draft that went back begins a new one.
  round           integer not null default 1,
  made_at         timestamptz not null,
  made_by         text not null,
  account         text not null default database.caller_account(),
  asked_at        timestamptz,
  lane            text constraint warning_lane_known check (lane in ('two', 'fast')),
  released_at     timestamptz,
  released_by     text not null default '',
  released_account text not null default '',
  -- Until when somebody else has to look at what went out by the fast lane.
  second_due      timestamptz,
  second_at       timestamptz,
  second_by       text not null default '',
  second_account  text not null default '',
  second_agrees   boolean,
  second_late     boolean not null default false,
  constraint warning_refers_to_one check ((kind = 'alert') = (refers is null)),
  constraint warning_released_whole check ((state = 'released') = (released_at is not null)
    and (state = 'released') = (lane is not null)),
  constraint warning_second_is_another check (second_account = '' or second_account <> released_account)
);
create index warning_by_body on exchange.warning (body, made_at desc, id);
create index warning_by_refers on exchange.warning (refers) where refers is not null;
create index warning_second_due on exchange.warning (second_due)
  where second_due is not null and second_at is null and not second_late;

create table exchange.warning_signature (
  warning_id uuid not null references exchange.warning,
  round      integer not null,
  account    text not null default database.caller_account(),
  name       text not null,
  at         timestamptz not null,
  approves   boolean not null,
  words      text not null constraint warning_signature_words_length check (length(words) <= 2000),
  primary key (warning_id, round, account)
);

create table exchange.warning_step (
  id         uuid primary key default uuidv7(),
  warning_id uuid not null references exchange.warning,
  at         timestamptz not null,
  kind       text not null,
  author     text not null,
  account    text not null default database.caller_account(),
  detail     text not null default '',
  words      text not null default '' constraint warning_step_words_length check (length(words) <= 2000)
);
create index warning_step_by_warning on exchange.warning_step (warning_id, id);

-- To whom it goes: one row a body, with sender and marking so that both may be judged here.
create table exchange.warning_delivery (
  id              uuid primary key,
  warning_id      uuid not null references exchange.warning,
  body            text not null,
  to_body         text not null,
  handling        smallint not null,
  state           text not null default 'waiting' constraint warning_delivery_state_known
                  check (state in ('waiting', 'portal', 'queued', 'sent', 'unreached')),
  made_at         timestamptz not null,
  due_at          timestamptz,
  level           smallint not null default 0,
  sent_at         timestamptz,
  opened_at       timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text not null default '',
  acknowledged_account text not null default '',
  words           text not null default '' constraint warning_delivery_words_length check (length(words) <= 2000),
  constraint warning_delivery_once unique (warning_id, to_body)
);
create index warning_delivery_to on exchange.warning_delivery (to_body, made_at desc);
create index warning_delivery_waiting on exchange.warning_delivery (made_at) where state = 'waiting';
create index warning_delivery_due on exchange.warning_delivery (due_at) where due_at is not null;

create table exchange.warning_mail (
  id          uuid primary key,
  delivery_id uuid not null references exchange.warning_delivery,
  address     text not null,
  kind        text not null constraint warning_mail_kind_known
              check (kind in ('warning', 'fallback', 'reminder')),
  state       text not null default 'queued' constraint warning_mail_state_known
              check (state in ('queued', 'sent', 'failed', 'bounced')),
  trouble     text not null default '',
  at          timestamptz not null,
  moved_at    timestamptz
);
create index warning_mail_by_delivery on exchange.warning_mail (delivery_id, at);

-- A warning goes out only with two approvals by others than its writer, or by the fast lane's right.
create function exchange.guard_release() returns trigger language plpgsql as $$
begin
  if old.state = 'released' and row(new.headline_az, new.headline_en, new.text_az, new.text_en,
      new.advice_az, new.advice_en, new.handling, new.hours, new.severity, new.state, new.lane)
    is distinct from row(old.headline_az, old.headline_en, old.text_az, old.text_en,
      old.advice_az, old.advice_en, old.handling, old.hours, old.severity, old.state, old.lane) then
    raise exception using errcode = 'check_violation', constraint = 'warning_stays_as_released',
      message = 'a released warning is not changed';
  end if;
  if new.state = 'released' and old.state <> 'released' then
    if new.lane = 'two' and (
        select count(*) from exchange.warning_signature s
        where s.warning_id = new.id and s.round = new.round and s.approves
          and s.account <> new.account) < 2 then
      raise exception using errcode = 'check_violation', constraint = 'warning_by_two_people',
        message = 'a warning needs the approval of two people';
    end if;
    if new.lane = 'fast' and access.ceiling('warning', 'administer', 'own') < new.handling then
      raise exception using errcode = 'check_violation', constraint = 'warning_fast_by_right',
        message = 'the fast lane needs its right';
    end if;
  end if;
  return new;
end $$;
create trigger warning_release_is_guarded before update on exchange.warning
  for each row execute function exchange.guard_release();

grant select, insert, update (handling, event, severity, urgency, certainty, headline_az, headline_en,
    text_az, text_en, advice_az, advice_en, everyone, sectors, bodies, regions, hours, ack_minutes,
    state, round, asked_at, lane, released_at, released_by, released_account, second_due, second_at,
    second_by, second_account, second_agrees, second_late)
  on exchange.warning to qalxan_app;
grant select, insert on exchange.warning_signature, exchange.warning_step to qalxan_app;
grant select, insert, update (state, due_at, level, sent_at, opened_at, acknowledged_at,
    acknowledged_by, acknowledged_account, words)
  on exchange.warning_delivery to qalxan_app;
grant select, insert, update (state, trouble, moved_at) on exchange.warning_mail to qalxan_app;

-- The sender's people who decide about warnings.
create function exchange.warns(sender text, marked smallint) returns boolean language sql stable
  return 'system' = any (database.caller_roles())
    or (sender = database.caller_body() and marked <= access.ceiling('warning', 'decide', 'own'));

alter table exchange.warning_delivery enable row level security;
create policy warning_delivery_is_seen on exchange.warning_delivery for select to qalxan_app using (
  exchange.warns(body, handling)
  or handling <= (select access.ceiling('warning', 'read', 'any'))
  or (to_body = (select database.caller_body())
    and handling <= (select access.ceiling('warning', 'read', 'own'))));
create policy warning_delivery_is_made on exchange.warning_delivery for insert to qalxan_app
  with check (exchange.warns(body, handling));
create policy warning_delivery_moves on exchange.warning_delivery for update to qalxan_app using (
  'system' = any ((select database.caller_roles())::text[])
  or (to_body = (select database.caller_body())
    and handling <= (select access.ceiling('warning', 'update', 'own'))));

alter table exchange.warning enable row level security;
create policy warning_is_seen on exchange.warning for select to qalxan_app using (
  exchange.warns(body, handling)
  or handling <= (select access.ceiling('warning', 'read', 'any'))
  or (state = 'released' and handling <= (select access.ceiling('warning', 'read', 'own'))
    and (body = (select database.caller_body()) or exists (
      select from exchange.warning_delivery d
      where d.warning_id = warning.id and d.to_body = (select database.caller_body())))));
create policy warning_is_written on exchange.warning for insert to qalxan_app with check (
  body = (select database.caller_body())
  and handling <= (select access.ceiling('warning', 'create', 'own')));
create policy warning_is_decided on exchange.warning for update to qalxan_app
  using (exchange.warns(body, handling));

alter table exchange.warning_signature enable row level security;
create policy warning_signature_is_seen on exchange.warning_signature for select to qalxan_app using (
  exists (select from exchange.warning w where w.id = warning_id and (exchange.warns(w.body, w.handling)
    or w.handling <= (select access.ceiling('warning', 'read', 'any')))));
create policy warning_signature_is_given on exchange.warning_signature for insert to qalxan_app
  with check (account = (select database.caller_account()) and exists (
    select from exchange.warning w where w.id = warning_id and w.round = warning_signature.round
      and w.state = 'waiting' and w.account <> (select database.caller_account())
      and exchange.warns(w.body, w.handling)));

alter table exchange.warning_step enable row level security;
create policy warning_step_is_seen on exchange.warning_step for select to qalxan_app using (
  exists (select from exchange.warning w where w.id = warning_id and (exchange.warns(w.body, w.handling)
    or w.handling <= (select access.ceiling('warning', 'read', 'any')))));
create policy warning_step_is_noted on exchange.warning_step for insert to qalxan_app
  with check (exists (select from exchange.warning w where w.id = warning_id
    and exchange.warns(w.body, w.handling)));

alter table exchange.warning_mail enable row level security;
create policy warning_mail_is_seen on exchange.warning_mail for select to qalxan_app using (
  exists (select from exchange.warning_delivery d where d.id = delivery_id
    and (exchange.warns(d.body, d.handling)
      or d.handling <= (select access.ceiling('warning', 'read', 'any')))));
create policy warning_mail_is_sent on exchange.warning_mail for insert to qalxan_app
  with check ('system' = any ((select database.caller_roles())::text[]));
create policy warning_mail_moves on exchange.warning_mail for update to qalxan_app
  using ('system' = any ((select database.caller_roles())::text[]));
