package az.qalxan.engines.threatintel.cap;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads a message of others strictly; says everything that is wrong at once. */
public final class CapReader {

    /** More bytes are no message. */
    public static final int BYTES_MAX = 1 << 20;

    private static final Pattern ADDRESS = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final OffsetDateTime NEVER =
            OffsetDateTime.MIN.withOffsetSameLocal(ZoneOffset.UTC);

    private final List<CapFault> wrong = new ArrayList<>();

    private CapReader() {}

    /** Reads a message. */
    public static CapReading read(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            return refused("has %d bytes; at most %d".formatted(bytes.length, BYTES_MAX));
        }
        CapNode root;
        try {
            root =
                    CapTree.read(
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(bytes))
                                    .toString());
        } catch (CharacterCodingException e) {
            return refused("is not UTF-8");
        } catch (XMLStreamException e) {
            return refused(
                    "no XML within the limits, line "
                            + (e.getLocation() == null ? 0 : e.getLocation().getLineNumber()));
        }
        List<CapNode> alerts = root.all("alert");
        if (alerts.size() != 1) {
            return refused("the root is no alert of " + CapWriter.NAMESPACE);
        }
        CapReader reader = new CapReader();
        CapAlert alert = reader.alert(alerts.getFirst());
        if (reader.wrong.isEmpty()) {
            reader.wrong.addAll(CapCheck.faults(alert));
        }
        return reader.wrong.isEmpty()
                ? new CapReading.Read(alert)
                : new CapReading.Refused(reader.wrong);
    }

    private static CapReading refused(String words) {
        return new CapReading.Refused(List.of(new CapFault("alert", words)));
    }

    private CapAlert alert(CapNode node) {
        Within in = new Within("alert", node);
        List<CapSegment> infos = new ArrayList<>();
        for (CapNode one : node.all("info")) {
            infos.add(info(new Within("alert/info[" + (infos.size() + 1) + "]", one)));
        }
        return new CapAlert(
                in.must("identifier"),
                in.must("sender"),
                in.moment("sent"),
                in.word("status", CapStatus.values()),
                in.word("msgType", CapMessage.values()),
                in.word("scope", CapScope.values()),
                in.may("restriction"),
                addresses(in.may("addresses")),
                in.every("code"),
                in.may("note"),
                references(in.may("references")),
                infos);
    }

    private CapSegment info(Within in) {
        List<CapArea> areas = new ArrayList<>();
        for (CapNode one : in.node.all("area")) {
            areas.add(area(new Within(in.place + "/area[" + (areas.size() + 1) + "]", one)));
        }
        String language = in.may("language");
        return new CapSegment(
                language.isEmpty() ? "en-US" : language,
                in.words("category", CapCategory.values()),
                in.must("event"),
                in.words("responseType", CapResponse.values()),
                in.word("urgency", CapUrgency.values()),
                in.word("severity", CapSeverity.values()),
                in.word("certainty", CapCertainty.values()),
                in.momentOrNone("expires"),
                in.may("senderName"),
                in.may("headline"),
                in.may("description"),
                in.may("instruction"),
                in.may("web"),
                values(in, "parameter"),
                areas);
    }

    private CapArea area(Within in) {
        return new CapArea(in.must("areaDesc"), in.every("polygon"), values(in, "geocode"));
    }

    private List<CapValue> values(Within in, String element) {
        return in.node.all(element).stream()
                .map(one -> new Within(in.place + "/" + element, one))
                .map(one -> new CapValue(one.must("valueName"), one.must("value")))
                .toList();
    }

    private static List<String> addresses(String text) {
        List<String> addresses = new ArrayList<>();
        Matcher found = ADDRESS.matcher(text);
        while (found.find()) {
            addresses.add(found.group(1) == null ? found.group(2) : found.group(1));
        }
        return addresses;
    }

    private List<CapReference> references(String text) {
        List<CapReference> references = new ArrayList<>();
        for (String one : text.isEmpty() ? new String[0] : text.split("\\s+")) {
            String[] parts = one.split(",", -1);
            if (parts.length == 3 && CapTime.read(parts[2]).isPresent()) {
                references.add(
                        new CapReference(parts[0], parts[1], CapTime.read(parts[2]).orElseThrow()));
            } else {
                wrong.add(new CapFault("alert/references", "each is sender,identifier,sent"));
            }
        }
        return references;
    }

    /** An element of a message and the way to it. */
    private final class Within {

        private final String place;
        private final CapNode node;

        Within(String place, CapNode node) {
            this.place = place;
            this.node = node;
        }

        String must(String element) {
            String text = may(element);
            if (text.isEmpty()) {
                fault(element, "is missing or empty");
            }
            return text;
        }

        String may(String element) {
            List<CapNode> there = node.all(element);
            if (there.size() > 1) {
                fault(element, "stands " + there.size() + " times; at most once");
            }
            return there.isEmpty() ? "" : there.getFirst().words();
        }

        List<String> every(String element) {
            return node.all(element).stream().map(CapNode::words).toList();
        }

        <W extends CapWord> W word(String element, W[] allowed) {
            return among(element, must(element), allowed);
        }

        <W extends CapWord> List<W> words(String element, W[] allowed) {
            return every(element).stream().map(one -> among(element, one, allowed)).toList();
        }

        private <W extends CapWord> W among(String element, String text, W[] allowed) {
            for (W one : allowed) {
                if (one.word().equals(text)) {
                    return one;
                }
            }
            fault(
                    element,
                    "is none of "
                            + String.join(
                                    ", ", Arrays.stream(allowed).map(CapWord::word).toList()));
            return allowed[0];
        }

        OffsetDateTime moment(String element) {
            String text = must(element);
            return CapTime.read(text)
                    .orElseGet(() -> {
                        fault(element, "is no moment like 2026-11-28T09:00:00+04:00");
                        return NEVER;
                    });
        }

        @Nullable OffsetDateTime momentOrNone(String element) {
            return may(element).isEmpty() ? null : moment(element);
        }

        private void fault(String element, String words) {
            wrong.add(new CapFault(place + "/" + element, words));
        }
    }
}
