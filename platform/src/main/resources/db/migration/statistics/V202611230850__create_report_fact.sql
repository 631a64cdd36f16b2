set lock_timeout = '5s';

-- What may be counted about a report; the day is the country's.
create table statistics.report_fact (
  report_id      uuid primary key,
  reported_on    date not null,
  reported_at    timestamptz not null,
  category       text not null,
  region         text not null,
  channel        text not null,
  body           text not null,
  state          text not null,
  loss_amount    numeric(14, 2),
  loss_currency  text,
  first_answer_s bigint
);

create index report_fact_by_day on statistics.report_fact (reported_on)
  include (category, region, channel, state);

grant usage on schema statistics to qalxan_app, qalxan_reader;
grant select, insert on statistics.report_fact to qalxan_app;
grant update (state, body, first_answer_s) on statistics.report_fact to qalxan_app;
grant select on statistics.report_fact to qalxan_reader;
