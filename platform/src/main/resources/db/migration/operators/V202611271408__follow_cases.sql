set lock_timeout = '5s';

-- An order stands where its cases stand. The caller may have lost sight of them by the very step
-- that moved them, so the function reads where they are now and takes no word from the caller. An
-- order that serves cases of several bodies stays with its own and follows only the cases there.
create function operators.follow_cases(cases text[]) returns void
  language plpgsql security definer set search_path = operators, pg_catalog as $$
declare
  moved record;
begin
  update operators.order_case c
     set body = s.body, handling = s.handling, compartment = s.compartment
    from casework.standing_of(cases) s where c.case_number = s.number;
  for moved in
    select o.id,
        case when count(distinct c.body) = 1 then min(c.body) else o.body end as body,
        max(c.handling) as handling,
        (array_agg(c.compartment) filter (where c.compartment is not null))[1] as compartment
      from operators.data_order o
      join operators.order_case c on c.order_id = o.id
     where o.id in (select k.order_id from operators.order_case k
                     where k.case_number = any (cases))
       and (c.body = o.body or not exists (select from operators.order_case k
                                            where k.order_id = o.id and k.body = o.body))
     group by o.id, o.body
  loop
    update operators.data_order o
       set body = moved.body, handling = moved.handling, compartment = moved.compartment
     where o.id = moved.id;
    update operators.data_order_inside i
       set body = moved.body, handling = moved.handling, compartment = moved.compartment
     where i.order_id = moved.id;
  end loop;
end $$;
revoke execute on function operators.follow_cases from public;
grant execute on function operators.follow_cases to qalxan_app;
