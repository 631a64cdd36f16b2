set lock_timeout = '5s';

-- What of each report is compared: the engine's traits and their keys. One row per report; body,
-- handling and compartment follow the report.
create table series.report (
  report_id   uuid primary key,
  reported_at timestamptz not null,
  body        text not null,
  handling    smallint not null,
  compartment uuid,
  lost        numeric(14, 2),
  keys        bigint[] not null,
  traits      bytea not null
);

-- From a key to the reports that hold it. An inverted index instead of a row for each key of each
-- report: a third of the space (docs/adr/0013). Without a list of pending entries, because that list
-- would be read through at every look-up.
create index report_by_key on series.report using gin (keys) with (fastupdate = off);

-- Where a report stands. Only reports that evidence connects with another one have a row; any other
-- report is its own component and in no series. A candidate holds an identifier that is common for the
-- country but perhaps not for a caller who sees fewer reports of it, so that a list must look at it.
create table series.placement (
  report_id   uuid primary key,
  component   uuid not null,
  series      uuid,
  linked_to   uuid,
  score       integer not null,
  width       smallint not null,
  candidate   boolean not null default false,
  reported_at timestamptz not null,
  body        text not null,
  handling    smallint not null,
  compartment uuid,
  constraint placement_width_known check (width between 0 and 2),
  constraint placement_link_in_series check (linked_to is null or series is not null)
);
create index placement_by_component on series.placement (component);
create index placement_by_series on series.placement (series) where series is not null;
-- The list of series is read from its newest report backwards.
create index placement_newest on series.placement (reported_at desc, report_id desc)
  include (component, body, handling, compartment) where series is not null or candidate;

-- Reports of each component by who may see them: the visible rows summed are what the caller may
-- know of its size and loss.
create table series.tally (
  component   uuid not null,
  body        text not null,
  handling    smallint not null,
  compartment uuid,
  reports     integer not null,
  lost        numeric(16, 2) not null,
  newest      timestamptz not null,
  constraint tally_once unique nulls not distinct (component, body, handling, compartment),
  constraint tally_of_some check (reports > 0)
);
