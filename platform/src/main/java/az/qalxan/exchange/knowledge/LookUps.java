package az.qalxan.exchange.knowledge;

import az.qalxan.access.Caller;
import az.qalxan.audit.AuditLog;
import az.qalxan.audit.AuditSubject;
import az.qalxan.exchange.Exit;
import az.qalxan.exchange.ObjectShelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what is known of values, within what the caller may read, and records who was told. */
@Component
class LookUps {

    /** Values of one look-up. */
    static final int VALUES_MAX = 1_000;

    /** Objects told of each value; whether there are more is told too. */
    static final int HITS_MAX = 25;

    /** By which door the answer leaves, page or api, and whether objects are told by name. */
    record Way(String door, boolean names) {

        static final Way PAGE = new Way("page", true);
    }

    private final ValueReading reading;
    private final LookUpStore store;
    private final ObjectShelf shelf;
    private final AuditLog audit;

    LookUps(ValueReading reading, LookUpStore store, ObjectShelf shelf, AuditLog audit) {
        this.reading = reading;
        this.store = store;
        this.shelf = shelf;
        this.audit = audit;
    }

    /**
     * What is known of each, in their order.
     *
     * @param asked at most {@link #VALUES_MAX}
     */
    @Transactional
    public List<Answer> lookUp(Caller caller, Way way, List<String> asked) {
        if (asked.size() > VALUES_MAX) {
            throw new IllegalArgumentException("more than " + VALUES_MAX + " values");
        }
        List<Answer> answers = answers(asked, way.names());
        note(caller, way.door(), answers);
        return answers;
    }

    /** What is known of values in their one form, for a page of this platform. */
    @Transactional
    public List<Answer> of(Caller caller, List<KnownValue> values) {
        List<Answer> answers =
                asked(values.stream().map(one -> new Question(one.text(), one)).toList(), true);
        note(caller, "page", answers);
        return answers;
    }

    /** What was typed, and the value that it is; null where it is none. */
    private record Question(String typed, @Nullable KnownValue value) {}

    private List<Answer> answers(List<String> asked, boolean names) {
        return asked(
                asked.stream()
                        .map(one -> new Question(one, reading.typed(one).orElse(null)))
                        .toList(),
                names);
    }

    private List<Answer> asked(List<Question> questions, boolean names) {
        NetworkWidths widths = store.widths();
        Map<KnownValue, List<KnownValue>> wanted = new LinkedHashMap<>();
        Set<KnownValue> all = new LinkedHashSet<>();
        for (Question one : questions) {
            if (one.value() != null) {
                all.addAll(wanted.computeIfAbsent(one.value(), value -> withWider(value, widths)));
            }
        }
        Map<KnownValue, List<Hit>> found = store.holding(List.copyOf(all), HITS_MAX + 1);
        if (names) {
            named(found);
        }
        return questions.stream()
                .map(one ->
                        answer(
                                one,
                                one.value() == null
                                        ? List.of()
                                        : wanted.getOrDefault(one.value(), List.of()),
                                found))
                .toList();
    }

    private void named(Map<KnownValue, List<Hit>> found) {
        List<KnownValue> values = List.copyOf(found.keySet());
        List<Hit> all = new ArrayList<>();
        values.forEach(value -> all.addAll(found.getOrDefault(value, List.of())));
        List<Hit> named = store.named(all);
        int from = 0;
        for (KnownValue value : values) {
            int until = from + found.getOrDefault(value, List.of()).size();
            found.put(value, named.subList(from, until));
            from = until;
        }
    }

    private static List<KnownValue> withWider(KnownValue value, NetworkWidths widths) {
        List<KnownValue> all = new ArrayList<>(List.of(value));
        all.addAll(value.wider(widths));
        return all;
    }

    private static Answer answer(
            Question question, List<KnownValue> values, Map<KnownValue, List<Hit>> found) {
        List<Hit> hits = new ArrayList<>();
        for (KnownValue value : values) {
            hits.addAll(found.getOrDefault(value, List.of()));
        }
        boolean more = hits.size() > HITS_MAX;
        return new Answer(
                question.typed(), question.value(), more ? hits.subList(0, HITS_MAX) : hits, more);
    }

    private void note(Caller caller, String door, List<Answer> answers) {
        Map<UUID, Set<Instant>> told = new HashMap<>();
        answers.forEach(answer ->
                answer.hits()
                        .forEach(hit ->
                                told.computeIfAbsent(hit.collection(), _ -> new LinkedHashSet<>())
                                        .add(hit.added())));
        Exit exit = new Exit(door, "manifest", caller.name());
        told.forEach((collection, moments) -> shelf.told(collection, exit, moments));
        audit.record(
                KnowledgeAct.LOOKED_UP,
                AuditSubject.of("knowledge", caller.body()),
                Map.of(
                        "values", String.valueOf(answers.size()),
                        "known", String.valueOf(answers.stream().filter(Answer::known).count())));
    }
}
