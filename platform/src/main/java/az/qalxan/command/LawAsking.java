package az.qalxan.command;

import az.qalxan.engines.law.LawBook;
import az.qalxan.engines.law.LawPacks;
import az.qalxan.engines.law.PackRefused;
import az.qalxan.engines.law.StateCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** What every question to the law has in common. */
abstract class LawAsking implements Callable<Integer> {

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Option(
            names = "--language",
            defaultValue = "en",
            description = "Language of names and reasons: az or en (${DEFAULT-VALUE}).")
    String language = "en";

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public final Integer call() throws IOException {
        if (!language.equals("az") && !language.equals("en")) {
            throw wrong("--language: " + language + " is not allowed; allowed: az, en");
        }
        LawBook book;
        try {
            book =
                    LawBook.of(
                            LawPacks.read(
                                    path -> LawAsking.class.getResourceAsStream("/packs/" + path)));
        } catch (PackRefused e) {
            e.problems().forEach(one -> spec.commandLine().getErr().println("law: " + one));
            return 1;
        }
        LawLines lines = new LawLines(language);
        Map<String, Object> answer = answer(book, lines);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(answer));
        } else {
            lines.all().forEach(out::println);
        }
        out.flush();
        return 0;
    }

    /** Writes the answer for people into the lines and gives it for programs. */
    abstract Map<String, Object> answer(LawBook book, LawLines lines);

    CommandLine.ParameterException wrong(String why) {
        return new CommandLine.ParameterException(spec.commandLine(), why);
    }

    /** Today where that state is, as far as its calendar names a zone. */
    static LocalDate today(LawBook book, StateCode state) {
        ZoneId zone = book.calendar(state).map(one -> one.rules().zone()).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(Clock.systemUTC().instant(), zone);
    }

    LocalDate date(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(option + ": " + text + " is no date; write it as 2026-11-27");
        }
    }

    StateCode state(String option, String text, LawBook book) {
        StateCode state;
        try {
            state = StateCode.of(text);
        } catch (IllegalArgumentException e) {
            throw wrong(option + ": " + text + " is no state; " + states(book));
        }
        if (!Set.of(Locale.getISOCountries()).contains(state.code())) {
            throw wrong(option + ": " + text + " is no state of ISO 3166-1; " + states(book));
        }
        return state;
    }

    private static String states(LawBook book) {
        return "facts are held about "
                + book.states().stream().map(StateCode::code).collect(Collectors.joining(", "));
    }

    <E extends Enum<E>> E oneOf(String option, String text, Class<E> kind) {
        String wanted = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Stream.of(kind.getEnumConstants())
                .filter(one -> LawJson.code(one).equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        wrong(
                                option
                                        + ": "
                                        + text
                                        + " is not allowed; allowed: "
                                        + Stream.of(kind.getEnumConstants())
                                                .map(LawJson::code)
                                                .collect(Collectors.joining(", "))));
    }
}
