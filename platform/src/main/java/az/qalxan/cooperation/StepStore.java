package az.qalxan.cooperation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was done with requests and what was answered; both are only added to. */
@Component
class StepStore {

    private final JdbcClient jdbc;

    StepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something that happened.
     *
     * @param kind message key {@code duty.done.<kind>}
     * @param facts what changed, before and after, as words of programs
     */
    record Happening(
            Instant at, String kind, String author, String detail, Map<String, String> facts) {

        Happening {
            facts = Map.copyOf(facts);
        }
    }

    void note(UUID request, Happening happening) {
        jdbc.sql(
                        """
                        insert into cooperation.step (request_id, at, kind, author, detail, facts)
                        values (:request, :at, :kind, :author, :detail, cast(:facts as jsonb))
                        """)
                .param("request", request)
                .param("at", Stored.utc(happening.at()))
                .param("kind", happening.kind())
                .param("author", happening.author())
                .param("detail", happening.detail())
                .param("facts", Stored.json(happening.facts()))
                .update();
    }

    @SuppressWarnings("unchecked")
    List<Happening> history(UUID request) {
        return jdbc.sql(
                        """
                        select at, kind, author, detail, facts from cooperation.step
                        where request_id = :request order by sequence limit 1000
                        """)
                .param("request", request)
                .query((row, number) ->
                        new Happening(
                                Stored.instant(row, "at"),
                                row.getString("kind"),
                                row.getString("author"),
                                row.getString("detail"),
                                Stored.json(row.getString("facts"), Map.class)))
                .list();
    }

    /**
     * An answer.
     *
     * @param limits that bind whoever uses what was given
     * @param conditions that the giver set beyond them; empty for none
     */
    record Answer(
            Instant at,
            boolean complete,
            String words,
            List<Said> limits,
            String conditions,
            String author) {

        Answer {
            limits = List.copyOf(limits);
        }
    }

    void answer(UUID request, UUID id, Answer answer) {
        jdbc.sql(
                        """
                        insert into cooperation.answer (id, request_id, at, complete, words, limits,
                          conditions, author)
                        values (:id, :request, :at, :complete, :words, cast(:limits as jsonb),
                          :conditions, :author)
                        """)
                .param("id", id)
                .param("request", request)
                .param("at", Stored.utc(answer.at()))
                .param("complete", answer.complete())
                .param("words", answer.words())
                .param("limits", Stored.json(answer.limits()))
                .param("conditions", answer.conditions())
                .param("author", answer.author())
                .update();
    }

    List<Answer> answers(UUID request) {
        return jdbc.sql(
                        """
                        select at, complete, words, limits, conditions, author
                        from cooperation.answer where request_id = :request order by at limit 200
                        """)
                .param("request", request)
                .query((row, number) ->
                        new Answer(
                                Stored.instant(row, "at"),
                                row.getBoolean("complete"),
                                row.getString("words"),
                                Arrays.asList(Stored.json(row.getString("limits"), Said[].class)),
                                row.getString("conditions"),
                                row.getString("author")))
                .list();
    }
}
