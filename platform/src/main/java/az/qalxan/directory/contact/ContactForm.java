package az.qalxan.directory.contact;

import az.qalxan.directory.contact.ContactFacts.Key;
import az.qalxan.directory.contact.ContactFacts.KeyUse;
import az.qalxan.directory.contact.ContactFacts.Network;
import az.qalxan.directory.contact.ContactFacts.OfficeHours;
import az.qalxan.directory.contact.ContactFacts.Reach;
import az.qalxan.directory.contact.ContactFacts.Way;
import az.qalxan.jurisdiction.Words;
import az.qalxan.web.ProblemFound;
import az.qalxan.web.Violation;
import az.qalxan.web.WebProblem;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the form of a point of contact; says all that is wrong at once. */
final class ContactForm {

    static final int CHANNELS_MAX = 6;
    static final int KEYS_MAX = 4;

    private static final int NAME_MAX = 200;
    private static final int VALUE_MAX = 300;
    private static final int NOTE_MAX = 800;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ()-]{4,28}[0-9]");
    private static final Pattern MAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,200}");
    private static final Pattern WEB = Pattern.compile("https://[^\\s\"<>]{1,250}");
    private static final Set<String> STATES = Set.of(Locale.getISOCountries());

    private final MultiValueMap<String, String> sent;
    private final List<Violation> wrong = new ArrayList<>();

    private ContactForm(MultiValueMap<String, String> sent) {
        this.sent = sent;
    }

    static ContactFacts read(MultiValueMap<String, String> sent) {
        ContactForm form = new ContactForm(sent);
        Optional<ContactFacts> facts = form.facts();
        if (!form.wrong.isEmpty() || facts.isEmpty()) {
            throw ProblemFound.with(WebProblem.INVALID_INPUT, form.wrong);
        }
        return facts.get();
    }

    private Optional<ContactFacts> facts() {
        String state = text("state").toUpperCase(Locale.ROOT);
        if (!STATES.contains(state)) {
            flaw("state", "state", state);
        }
        Words name = new Words(text("nameAz"), text("nameEn"));
        length("nameAz", name.az(), 3, NAME_MAX);
        length("nameEn", name.en(), 3, NAME_MAX);
        Words note = new Words(text("noteAz"), text("noteEn"));
        length("noteAz", note.az(), 0, NOTE_MAX);
        length("noteEn", note.en(), 0, NOTE_MAX);
        Words source = new Words(text("sourceAz"), text("sourceEn"));
        length("sourceAz", source.az(), 0, NAME_MAX);
        length("sourceEn", source.en(), 0, NAME_MAX);
        boolean sourced = !text("sourced").isEmpty();
        if (sourced && (source.az().isEmpty() || source.en().isEmpty())) {
            flaw("sourceAz", "source");
        }
        Optional<ZoneId> zone = zone();
        List<String> languages = languages();
        @Nullable OfficeHours hours = hours();
        List<Reach> channels = channels();
        List<Key> keys = keys();
        return zone.map(known ->
                new ContactFacts(
                        state,
                        name,
                        networks(),
                        languages,
                        known,
                        hours,
                        channels,
                        keys,
                        note,
                        source,
                        sourced));
    }

    private List<Network> networks() {
        return sent.getOrDefault("network", List.of()).stream()
                .flatMap(code -> Network.of(code).stream())
                .distinct()
                .toList();
    }

    private Optional<ZoneId> zone() {
        String zone = text("zone");
        if (ZoneId.getAvailableZoneIds().contains(zone)) {
            return Optional.of(ZoneId.of(zone));
        }
        flaw("zone", "zone", zone);
        return Optional.empty();
    }

    private List<String> languages() {
        List<String> languages =
                List.of(text("languages").toLowerCase(Locale.ROOT).split("[,;\\s]+")).stream()
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList();
        for (String code : languages) {
            if (!LANGUAGE.matcher(code).matches()) {
                flaw("languages", "language", code);
            }
        }
        return languages;
    }

    private @Nullable OfficeHours hours() {
        String opens = text("opens");
        String closes = text("closes");
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String day : sent.getOrDefault("day", List.of())) {
            if (day.matches("[1-7]")) {
                days.add(DayOfWeek.of(Integer.parseInt(day)));
            }
        }
        if (opens.isEmpty() && closes.isEmpty()) {
            return null;
        }
        try {
            OfficeHours hours =
                    new OfficeHours(days, LocalTime.parse(opens), LocalTime.parse(closes));
            if (days.isEmpty()) {
                flaw("day", "days");
            }
            return hours;
        } catch (DateTimeException e) {
            flaw("opens", "hours", opens, closes);
            return null;
        }
    }

    /** Rows without a kind are left out; a row with a kind but no value is a slot to be filled. */
    private List<Reach> channels() {
        List<Reach> channels = new ArrayList<>();
        for (int i = 0; i < CHANNELS_MAX; i++) {
            Optional<Way> way = Way.of(text("way" + i));
            String value = text("value" + i);
            if (way.isPresent()) {
                if (!value.isEmpty() && !fits(way.get(), value)) {
                    flaw("value" + i, "value." + way.get().code(), value);
                }
                length("remark" + i, text("remark" + i), 0, NAME_MAX);
                channels.add(new Reach(way.get(), value, text("remark" + i)));
            } else if (!value.isEmpty()) {
                flaw("way" + i, "way", value);
            }
        }
        return channels;
    }

    private static boolean fits(Way way, String value) {
        return value.length() <= VALUE_MAX
                && switch (way) {
                    case PHONE, MOBILE, FAX -> PHONE.matcher(value).matches();
                    case E_MAIL, SECURE_MAIL -> MAIL.matcher(value).matches();
                    case WEB -> WEB.matcher(value).matches();
                };
    }

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < KEYS_MAX; i++) {
            String print = text("print" + i).replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
            Optional<KeyUse> use = KeyUse.of(text("use" + i));
            if (print.isEmpty()) {
                continue;
            }
            if (use.isEmpty() || !FINGERPRINT.matcher(print).matches()) {
                flaw("print" + i, "print", print);
                continue;
            }
            length("keynote" + i, text("keynote" + i), 0, NAME_MAX);
            keys.add(new Key(use.get(), print, text("keynote" + i)));
        }
        return keys;
    }

    private String text(String field) {
        @Nullable String given = sent.getFirst(field);
        return given == null ? "" : given.strip();
    }

    private void length(String field, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            flaw(field, "length", text.length(), least, most);
        }
    }

    private void flaw(String field, String key, Object... arguments) {
        wrong.add(Violation.at(field, "contact.wrong." + key, arguments));
    }
}
