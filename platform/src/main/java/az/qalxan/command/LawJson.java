package az.qalxan.command;

import az.qalxan.engines.law.Authority;
import az.qalxan.engines.law.Basis;
import az.qalxan.engines.law.BasisAnswer;
import az.qalxan.engines.law.Citation;
import az.qalxan.engines.law.Clause;
import az.qalxan.engines.law.ClockRule;
import az.qalxan.engines.law.DualCriminality;
import az.qalxan.engines.law.LawRow;
import az.qalxan.engines.law.Reason;
import az.qalxan.engines.law.Statement;
import az.qalxan.engines.law.Unusable;
import az.qalxan.engines.law.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of the law as JSON objects. */
final class LawJson {

    private LawJson() {}

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Map<String, Object> object() {
        return new LinkedHashMap<>();
    }

    static List<Map<String, Object>> reasons(List<Reason> reasons) {
        return reasons.stream().map(LawJson::reason).toList();
    }

    private static Map<String, Object> reason(Reason one) {
        Map<String, Object> object = object();
        object.put("code", one.code());
        object.put("text", one.text().texts());
        place(object, one.clause());
        object.put("standing", code(one.standing()));
        return object;
    }

    private static void place(Map<String, Object> object, @Nullable Clause clause) {
        if (clause != null) {
            object.put("clause", clause.toString());
        }
    }

    static Map<String, Object> answer(BasisAnswer answer) {
        Map<String, Object> object = object();
        object.put("kind", code(answer.question().kind()));
        object.put("from", answer.question().from().code());
        object.put("to", answer.question().to().code());
        object.put("date", answer.question().on().toString());
        object.put("basis", answer.best().map(one -> one.clause().toString()).orElse(null));
        object.put("usable", answer.usable().stream().map(LawJson::basis).toList());
        object.put("unusable", answer.unusable().stream().map(LawJson::unusable).toList());
        object.put("reasons", reasons(answer.reasons()));
        return object;
    }

    private static Map<String, Object> basis(Basis one) {
        Map<String, Object> object = object();
        object.put("clause", one.clause().toString());
        object.put("instrument", one.instrument().texts());
        object.put("title", one.title().texts());
        object.put("standing", code(one.standing()));
        object.put("sender", authority(one.sender()));
        object.put("receiver", authority(one.receiver()));
        object.put("clocks", one.clocks().stream().map(LawJson::clock).toList());
        object.put(
                "contents",
                one.contents().stream().map(row -> row(row, row.clause(), row.text())).toList());
        object.put(
                "grounds",
                one.grounds().stream().map(row -> row(row, row.clause(), row.text())).toList());
        object.put("dualCriminality", criminality(one.dualCriminality()));
        object.put("statements", one.statements().stream().map(LawJson::statement).toList());
        object.put(
                "limits",
                one.limits().stream().map(row -> row(row, row.clause(), row.text())).toList());
        object.put("reasons", reasons(one.reasons()));
        return object;
    }

    private static Map<String, Object> unusable(Unusable one) {
        Map<String, Object> object = object();
        object.put("clause", one.clause().toString());
        object.put("title", one.title().texts());
        object.put("reasons", reasons(one.reasons()));
        return object;
    }

    private static Map<String, Object> authority(Authority one) {
        Map<String, Object> object = object();
        object.put("state", one.state().code());
        object.put("function", code(one.function()));
        object.put("known", one.known());
        object.put("body", one.known() ? one.body() : null);
        object.put("name", one.name().texts());
        place(object, one.clause());
        object.put("standing", code(one.standing()));
        object.put("reasons", reasons(one.reasons()));
        return object;
    }

    private static Map<String, Object> criminality(DualCriminality one) {
        Map<String, Object> object = object();
        object.put("need", code(one.rule().need()));
        object.put("text", one.rule().text().texts());
        place(object, one.rule().clause());
        object.put("standing", code(one.standing()));
        object.put("statements", one.statements().stream().map(LawJson::statement).toList());
        return object;
    }

    static Map<String, Object> statement(Statement one) {
        Map<String, Object> object = row(one, one.clause(), one.text());
        object.put("state", one.state().code());
        object.put("kind", code(one.kind()));
        object.put("effect", code(one.effect()));
        return object;
    }

    static Map<String, Object> clock(ClockRule one) {
        Map<String, Object> object = row(one, one.clause(), one.name());
        object.put("kind", code(one.kind()));
        object.put("amount", one.amount());
        object.put("unit", code(one.unit()));
        object.put("start", code(one.start()));
        return object;
    }

    static Map<String, Object> row(LawRow row, Clause clause, Wording text) {
        Map<String, Object> object = object();
        object.put("id", row.id());
        object.put("clause", clause.toString());
        object.put("text", text.texts());
        cited(object, row.citation());
        return object;
    }

    static void cited(Map<String, Object> object, Citation citation) {
        object.put("standing", code(citation.standing()));
        object.put("sources", citation.sources());
        if (!citation.note().isEmpty()) {
            object.put("note", citation.note());
        }
    }
}
