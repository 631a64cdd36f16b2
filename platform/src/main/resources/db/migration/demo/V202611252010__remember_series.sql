set lock_timeout = '5s';

create table demo.series (
  name        text primary key,
  case_number text not null
);
grant select, insert on demo.series to qalxan_app;
